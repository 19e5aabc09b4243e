public import TransparencyLog

/// Why a store could not do what was asked. No message holds stored bytes.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The store is not there.
  case missing(place: String)
  /// What is there is not such a store, or of another version than this program writes.
  case foreign(place: String, version: Int32, found: String)
  /// Another process writes to this ledger.
  case inUse(place: String)
  /// The batch begins elsewhere than at the end.
  case notNext(expected: Position, found: Position)
  /// The store does not flush what it is given, so nothing would be durable; `found` is how it says so.
  case notDurable(found: String)
  /// There is something else than a file, such as a directory or a pipe.
  case notAFile(place: String)
  /// Something else was found than what was to be replaced; it was left alone.
  case changedMeanwhile(place: String)
  /// The store was closed before.
  case closed(place: String)
  /// A file of the store could not be read or written.
  case file(place: String, doing: FileWork, reason: FileReason)
  /// The store, or the system beneath it, refused.
  case failed(place: String, doing: StoreWork, StoreFailure)

  public var description: String {
    switch self {
    case .missing(let place): "\(place): expected a ledger database, found nothing"
    case .foreign(let place, let version, let found): "\(place): expected a database of version \(version), found \(found)"
    case .inUse(let place): "\(place): another process is writing to this ledger; wait for it or stop it"
    case .notNext(let expected, let found): "append: expected a batch that begins at position \(expected), found \(found)"
    case .notDurable(let found): "the database must flush every transaction: found \(found)"
    case .notAFile(let place): "\(place): expected a file, found something else, such as a directory or a pipe"
    case .changedMeanwhile(let place): "\(place): \(FileWork.replacing.rawValue) failed: \(FileReason.changedMeanwhile)"
    case .closed(let place): "\(place): expected an open store, found one that was closed"
    case .file(let place, let doing, let reason): "\(place): \(doing.rawValue) failed: \(reason)"
    case .failed(let place, let doing, let failure):
      "\(place): \(doing.rawValue) failed: \(failure.reason) (\(failure.backend) result \(failure.result))"
    }
  }
}

/// How a store refused: in words that every store shares, and in its own.
public struct StoreFailure: Hashable, Sendable {
  /// What to make of it.
  public enum Cause: Hashable, Sendable, CaseIterable {
    /// The disk or the quota is full.
    case full
    /// The disk failed to read or write.
    case inputOutput
    case outOfMemory
    case readOnly
    /// Access was denied.
    case denied
    /// It could not be opened or reached.
    case unreachable
    /// Another program is reading or writing.
    case busy
    /// What is stored is damaged.
    case damaged
    /// It contradicts what is stored already.
    case contradiction
    case other
  }

  public let cause: Cause
  /// The store's name, such as SQLite.
  public let backend: String
  /// The store's own number or name of the result, for a technician.
  public let result: String
  /// The store's own words, without what it was given to store.
  public let reason: String

  /// A refusal of `backend`.
  public init(_ cause: Cause, backend: String, result: String, reason: String) {
    self.cause = cause
    self.backend = backend
    self.result = result
    self.reason = reason
  }
}

/// What a store was doing.
public enum StoreWork: String, Hashable, Sendable, CaseIterable {
  case opening = "opening the database"
  case closing = "closing the database"
  case readingFlushing = "asking whether the database flushes"
  case readingSize = "reading the size"
  case readingEntries = "reading entries"
  case readingLeaves = "reading leaf hashes"
  case readingTileHashes = "reading tile hashes"
  case readingNote = "looking up a note"
  case readingAuthors = "reading author heads"
  case readingGovernance = "reading governance positions"
  case readingCheckpoint = "reading the newest checkpoint"
  case takingSnapshot = "beginning to read one state of the database"
  case recordingEntries = "recording entries"
  case keepingCheckpoint = "keeping a checkpoint"
  case readingHead = "reading the head"
  case replacingHead = "replacing the head"
  case readingSubjectKey = "reading a subject key"
  case readingSecret = "reading a vault secret"
  case recordingSubjectKeys = "recording subject keys"
  case recordingSecret = "recording a vault secret"
  case erasingKey = "erasing a subject key"
  case overwritingKey = "overwriting the erased key"
}
