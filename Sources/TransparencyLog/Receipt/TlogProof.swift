public import Cryptography

/// A receipt that anyone can check offline: position, inclusion proof and signed checkpoint in one text (C2SP tlog-proof v1).
///
/// ```
/// c2sp.org/tlog-proof@v1
/// [extra <base64>]
/// index <position>
/// <base64 hash, from the leaf's sibling up>
/// …
///
/// <signed checkpoint, verbatim>
/// ```
/// Law: decoding what was encoded gives the same receipt, and encoding what was decoded the same bytes.
public struct TlogProof: Hashable, Sendable {
  /// The first line of every receipt.
  public static let firstLine = "c2sp.org/tlog-proof@v1"
  /// No tree of fewer than 2⁶³ leaves has a longer proof.
  public static let maximumPathCount = 63

  /// Data for the application, which nothing authenticates. Nil where there is no such line.
  public let extra: [UInt8]?
  /// Where the entry stands.
  public let position: Position
  /// The inclusion proof.
  public let path: [Digest]
  /// The checkpoint note, verbatim; its signatures are verified by ``check(leaf:verifier:)``.
  public let checkpoint: SignedNote

  public init(extra: [UInt8]? = nil, position: Position, path: [Digest], checkpoint: SignedNote) {
    self.extra = extra
    self.position = position
    self.path = path
    self.checkpoint = checkpoint
  }

  /// Checks that the log whose key is `verifier` has a leaf with hash `leaf` at ``position``, and returns the checkpoint that says so.
  ///
  /// - Throws: ``TlogProofError/checkpoint(_:)``, ``TlogProofError/inclusion(_:)``.
  public func check(leaf: Digest, verifier: VerifierKey) throws(TlogProofError) -> SignedCheckpoint {
    let signed: SignedCheckpoint
    do {
      signed = try SignedCheckpoint.open(checkpoint.bytes, verifier: verifier)
    } catch {
      throw .checkpoint(error)
    }
    let proof = InclusionProof(position: position, size: signed.checkpoint.size, path: path)
    do {
      try proof.check(leaf: leaf, root: signed.checkpoint.root)
    } catch {
      throw .inclusion(error)
    }
    return signed
  }

  /// Checks that the log whose key is `verifier` has `entry` at ``position``, and returns the checkpoint that says so.
  ///
  /// - Throws: as ``check(leaf:verifier:)``.
  public func check(entry: [UInt8], verifier: VerifierKey) throws(TlogProofError) -> SignedCheckpoint {
    try check(leaf: MerkleHash.leaf(entry), verifier: verifier)
  }
}
