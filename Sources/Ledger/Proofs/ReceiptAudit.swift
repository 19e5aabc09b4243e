import Admission
import Cryptography
public import TransparencyLog
public import Vocabulary

/// Checks a receipt, without the ledger: that a log has an entry at a position (SPEC 8, end).
public enum ReceiptAudit {
  /// What a sound receipt shows.
  public struct Shown: Sendable {
    /// The entry's parts.
    public let entry: UnverifiedEntry
    /// The checkpoint of the log that has it.
    public let checkpoint: SignedCheckpoint
  }

  /// Checks the receipt `proof` of `entry` by the log whose key is `key`.
  ///
  /// - Throws: the finding: its position is the index, once the proof is known to lead to the root.
  public static func check(proof: [UInt8], entry: [UInt8], key: VerifierKey) throws(AuditFinding) -> Shown {
    let receipt: TlogProof
    do { receipt = try TlogProof(parsing: proof) } catch {
      let code: FindingCode = if case .note = error { .checkpointMalformed } else { .proofMalformed }
      throw AuditFinding(code, at: nil, error.description)
    }
    guard receipt.extra == nil, receipt.position.rawValue <= CheckpointAudit.largestSize else {
      throw AuditFinding(.proofMalformed, at: nil, "expected a receipt without extra data and an index of at most 2^53 - 1")
    }
    let signed = try CheckpointAudit.open(receipt.checkpoint.bytes, key: key)
    do { _ = try receipt.check(entry: entry, verifier: key) } catch {
      throw AuditFinding(.proofInclusion, at: nil, error.description)
    }
    let position = receipt.position
    let parts: UnverifiedEntry
    do { parts = try UnverifiedEntry(parsing: entry) } catch {
      throw AuditFinding(.entryMalformed, at: position, error.description)
    }
    guard parts.position == position else {
      throw AuditFinding(.entryPosition, at: position, "expected position \(position), found \(parts.position)")
    }
    return Shown(entry: parts, checkpoint: signed)
  }
}
