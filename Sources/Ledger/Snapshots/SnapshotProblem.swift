public import TransparencyLog

/// Why a snapshot was not used. Not a finding: the log is what counts, and is replayed instead.
public struct SnapshotProblem: Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Error, Sendable, Hashable, CustomStringConvertible {
    /// It cannot be opened or read.
    case unreadable(String)
    /// The ledger's log key did not sign it: damaged, of another ledger, or made by somebody else.
    case notSigned
    /// Its bytes are not the ones that were signed.
    case damaged(String)
    /// Another build of the program made it.
    case otherProgram
    /// It is of more entries than the ledger has: the ledger is an older copy.
    case newer(size: TreeSize, ledger: TreeSize)
    /// The ledger's first entries are others than those that it was made from.
    case otherHistory(size: TreeSize)

    public var description: String {
      switch self {
      case .unreadable(let reason): "it cannot be read: \(reason)"
      case .notSigned: "expected one that this ledger's log key signed"
      case .damaged(let reason): "it is damaged: \(reason)"
      case .otherProgram: "another version of the program made it"
      case .newer(let size, let ledger): "it is of \(size) entries, the ledger has \(ledger); the ledger may be an older copy"
      case .otherHistory(let size): "the first \(size) entries are others than those that it was made from; run amanah verify"
      }
    }
  }

  /// The file.
  public let path: String
  public let reason: Reason

  public var description: String { "\(path): \(reason)" }
}
