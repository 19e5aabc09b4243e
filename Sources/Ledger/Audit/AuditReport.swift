public import Cryptography
public import TransparencyLog
public import Vocabulary

/// What an audit of a whole log found (SPEC 8).
public struct AuditReport: Sendable {
  /// The first thing that is wrong, or nil when everything is right.
  public internal(set) var finding: AuditFinding?
  /// The checkpoint that the log was checked against, verified.
  public internal(set) var checkpoint: SignedCheckpoint?
  /// How many entries were found right, up to the finding.
  public internal(set) var entries = TreeSize.empty
  public internal(set) var events: UInt64 = 0
  public internal(set) var signatures: UInt64 = 0
  /// Keys that the ledger knows.
  public internal(set) var keys = 0
  /// State attestations whose digest was recomputed.
  public internal(set) var attestations = 0
  /// `recordedAt` of the last entry that was found right.
  public internal(set) var lastRecordedAt: RecordedTime?
  /// The remembered checkpoint's size, when there was one and the log extends it.
  public internal(set) var extends: TreeSize?

  /// Whether nothing is wrong.
  public var isIntact: Bool { finding == nil }
  /// The size that the checkpoint signs.
  public var size: TreeSize? { checkpoint?.checkpoint.size }
  /// The root that the checkpoint signs.
  public var root: Digest? { checkpoint?.checkpoint.root }
}
