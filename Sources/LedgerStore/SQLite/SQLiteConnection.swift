import GRDB
import Synchronization

/// A connection to a file that may be closed at any time. GRDB's own ends the program where it is used afterwards.
final class SQLiteConnection: Sendable {
  private let queue: DatabaseQueue
  private let path: String
  /// Changed and looked at within the queue alone.
  private let isClosed = Atomic(false)

  init(_ queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// What `body` comes to, which has the connection to itself. Each statement is a transaction of its own.
  func access<Result>(_ doing: StoreWork, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.inDatabase { database in
        guard !isClosed.load(ordering: .relaxed) else { throw StoreError.closed(place: path) }
        return try body(database)
      }
    } catch { throw .of(error, doing, path) }
  }

  /// One transaction, rolled back where `body` throws.
  func change(_ doing: StoreWork, _ body: (Database) throws -> Void) throws(StoreError) {
    try access(doing) { database in
      try database.inTransaction(.immediate) {
        try body(database)
        return .commit
      }
    }
  }

  /// Several readings of the state that `begin` finds.
  func snapshot<Result>(
    _ begin: (Database) throws -> Void, _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try access(.takingSnapshot) { database in
      var result: Result?
      try database.inTransaction(.deferred) {
        // A deferred transaction sees the state that its first reading finds.
        try begin(database)
        result = try body(database)
        return .commit
      }
      guard let result else { throw StoreError.closed(place: path) }
      return result
    }
  }

  /// Closes the file; moves what is in the write-ahead log into it. Closing again does nothing.
  func close() throws(StoreError) {
    queue.inDatabase { _ in isClosed.store(true, ordering: .relaxed) }
    do { try queue.close() } catch { throw .of(error, .closing, path) }
  }
}
