/// Why a store could not do what was asked. No message holds stored bytes.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is not there.
  case missing(path: String)
  /// The file is not a ledger's database, or of another version.
  case foreign(path: String, found: String)
  /// Another process writes to this ledger.
  case inUse(path: String)
  /// The batch begins elsewhere than at the end.
  case notNext(expected: UInt64, found: UInt64)
  /// `synchronous=FULL` is not in force, so nothing would be durable.
  case notDurable(found: Int)
  /// SQLite or the file system refused; `code` is SQLite's extended result code.
  case failed(doing: String, code: Int, reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): expected a ledger database, found nothing"
    case .foreign(let path, let found): "\(path): expected a database as this program writes it, found \(found)"
    case .inUse(let path): "\(path): another process is writing to this ledger; wait for it or stop it"
    case .notNext(let expected, let found): "append: expected a batch that begins at position \(expected), found \(found)"
    case .notDurable(let found): "the database must flush every transaction: expected synchronous=2, found \(found)"
    case .failed(let doing, let code, let reason):
      "\(doing) failed: \(reason) (SQLite result \(code)); nothing was recorded; free space or mend the disk and try again"
    }
  }
}
