/// Why a store could not do what was asked. No message holds stored bytes.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file is not there.
  case missing(path: String)
  /// The file is not a ledger's database, or of another version than this program writes.
  case foreign(path: String, version: Int32, found: String)
  /// Another process writes to this ledger.
  case inUse(path: String)
  /// The batch begins elsewhere than at the end.
  case notNext(expected: UInt64, found: UInt64)
  /// `synchronous=FULL` is not in force, so nothing would be durable.
  case notDurable(found: Int)
  /// There is something else than a file, such as a directory or a pipe.
  case notAFile(path: String)
  /// SQLite or the file system refused; `code` is SQLite's extended result code.
  case failed(path: String, doing: StoreWork, code: Int, reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): expected a ledger database, found nothing"
    case .foreign(let path, let version, let found): "\(path): expected a database of version \(version), found \(found)"
    case .inUse(let path): "\(path): another process is writing to this ledger; wait for it or stop it"
    case .notNext(let expected, let found): "append: expected a batch that begins at position \(expected), found \(found)"
    case .notDurable(let found): "the database must flush every transaction: expected synchronous=2, found \(found)"
    case .notAFile(let path): "\(path): expected a file, found something else, such as a directory or a pipe"
    case .failed(let path, let doing, let code, let reason):
      "\(path): \(doing.rawValue) failed: \(reason) (SQLite result \(code))"
    }
  }
}

/// What a store was doing.
public enum StoreWork: String, CaseIterable, Hashable, Sendable {
  case opening = "opening the database"
  case closing = "closing the database"
  case settling = "moving the write-ahead log into the database"
  case readingFlushing = "reading PRAGMA synchronous"
  case readingSize = "reading the size"
  case readingEntries = "reading entries"
  case readingLeaves = "reading leaf hashes"
  case readingTileHashes = "reading tile hashes"
  case readingNote = "looking up a note"
  case readingAuthors = "reading author heads"
  case readingGovernance = "reading governance positions"
  case readingCheckpoint = "reading the newest checkpoint"
  case recordingEntries = "recording entries"
  case keepingCheckpoint = "keeping a checkpoint"
  case readingSubjectKey = "reading a subject key"
  case readingSecret = "reading a vault secret"
  case recordingSubjectKeys = "recording subject keys"
  case recordingSecret = "recording a vault secret"
  case erasingKey = "erasing a subject key"
  case overwritingKey = "overwriting the erased key"
}
