import Admission
public import TransparencyLog

/// Step 1 of SPEC 8: whether bytes are a checkpoint of the log whose key is given.
public enum CheckpointAudit {
  /// The largest size: positions are JSON integers elsewhere, so a ledger never has more entries (SPEC 1).
  static let largestSize = (UInt64(1) << 53) - 1

  /// The checkpoint in `bytes`.
  ///
  /// - Throws: the finding, which has no position.
  public static func open(_ bytes: [UInt8]?, key: VerifierKey) throws(AuditFinding) -> SignedCheckpoint {
    guard let bytes else { throw AuditFinding(.checkpointMalformed, at: nil, "expected a signed checkpoint, found none") }
    do { return try SignedCheckpoint.open(bytes, verifier: key, largestSize: largestSize) } catch {
      throw AuditFinding(code(of: error), at: nil, error.description)
    }
  }

  /// The checkpoint that an auditor kept.
  ///
  /// - Throws: the finding, whose message says that it is about this file of the auditor's. `checkpoint.malformed` says nothing of the
  ///   log: the file was spoiled, or is another one (SPEC 8, step 2).
  public static func open(remembered bytes: [UInt8], key: VerifierKey) throws(AuditFinding) -> SignedCheckpoint {
    do throws(AuditFinding) { return try open(bytes, key: key) } catch {
      throw AuditFinding(error.code, at: nil, "the remembered checkpoint: \(error.message)")
    }
  }

  private static func code(of error: CheckpointError) -> FindingCode {
    switch error {
    case .note(.noKnownKey), .note(.invalidSignature), .note(.duplicateSignature): .checkpointSignature
    case .wrongOrigin, .invalidOrigin: .checkpointOrigin
    default: .checkpointMalformed
    }
  }
}
