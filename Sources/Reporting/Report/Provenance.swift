public import Cryptography
public import TransparencyLog

/// What a report was made from, so that its reader can make it again.
public struct Provenance: Sendable {
  /// Origin of the ledger, the name of its log key.
  public var origin: String
  /// Title that `ledger.opened` gives.
  public var title: String
  /// Whether the ledger is an exercise; then every page says so.
  public var isExercise: Bool
  /// Number of entries that were read.
  public var size: TreeSize
  /// Root of the tree of that size (RFC 6962 section 2.1).
  public var root: Digest
  /// The checkpoint as signed, if there is one; shown whole.
  public var checkpoint: String?
  /// State digest at that size and instant (SPEC 11).
  public var stateDigest: Digest
  /// The command with which anyone checks the ledger again; shown as it is.
  public var verifyCommand: String?

  public init(
    origin: String, title: String, isExercise: Bool, size: TreeSize, root: Digest, checkpoint: String? = nil, stateDigest: Digest,
    verifyCommand: String? = nil
  ) {
    self.origin = origin
    self.title = title
    self.isExercise = isExercise
    self.size = size
    self.root = root
    self.checkpoint = checkpoint
    self.stateDigest = stateDigest
    self.verifyCommand = verifyCommand
  }
}
