import Cryptography
import GRDB
import GRDBSQLite

/// A ledger's entries in one SQLite file (SPEC 12).
///
/// Opened for writing it runs in WAL mode with `synchronous=FULL` really in force: `append` and `keep` return after the flush.
/// Every row is protected by triggers against UPDATE, DELETE and REPLACE.
public final class SQLiteStore: LedgerStorage {
  /// How a store is opened.
  public enum Mode: Sendable {
    /// Makes a new file; refuses one that exists.
    case create
    /// Makes the file, or goes on with what an interrupted creation left of it.
    case begin
    /// Opens an existing file for appending. What an interrupted run left in the write-ahead log is moved into the file first.
    case append
    /// Opens an existing file for reading, also on a medium that cannot be written, and beside a writer. Leaves no file behind.
    case read
  }

  let queue: DatabaseQueue
  let path: String

  /// Opens the file at `path`.
  ///
  /// - Throws: `StoreError.missing`, `.foreign`, `.notDurable` or `.failed`.
  public init(path: String, mode: Mode) throws(StoreError) {
    self.path = path
    queue = try SQLiteFile.open(
      path: path, mode: mode, applicationID: LedgerSchema.applicationID, userVersion: LedgerSchema.userVersion,
      pageSize: LedgerSchema.pageSize, create: LedgerSchema.tables + LedgerSchema.triggers)
  }

  /// What `PRAGMA synchronous` says now: 2 is FULL.
  public func synchronousLevel() throws(StoreError) -> Int {
    try access(.readingFlushing) { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// Closes the file; moves what is in the write-ahead log into it.
  public func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError.of(error, .closing, path) }
  }

  public func append(_ batch: EntryBatch) throws(StoreError) {
    do {
      try queue.inTransaction(.immediate) { database in
        let next = try Self.size(database)
        guard next == batch.start else { throw StoreError.notNext(expected: next, found: batch.start) }
        try Self.insert(batch, database)
        return .commit
      }
    } catch let error as StoreError {
      throw error
    } catch { throw StoreError.of(error, .recordingEntries, path) }
  }

  private static func insert(_ batch: EntryBatch, _ database: Database) throws {
    // One row a statement, in a transaction that is rolled back on any error: FAIL needs no journal for the statement, as ABORT does.
    let entries = try RawStatement(database, "INSERT OR FAIL INTO entries(position, leaf, entry) VALUES (?, ?, ?)")
    let notes = try RawStatement(database, "INSERT OR FAIL INTO notes(author, sequence, position) VALUES (?, ?, ?)")
    var position = batch.start
    for item in batch.items {
      try unsafe item.leaf.withUnsafeBytes { leaf in
        try unsafe item.entry.withUnsafeBytes { entry in
          entries.bind(1, position)
          unsafe entries.bind(2, borrowing: leaf)
          unsafe entries.bind(3, borrowing: entry)
          _ = try entries.step()
          entries.reset()
        }
      }
      notes.bind(1, text: item.author)
      notes.bind(2, item.sequence)
      notes.bind(3, position)
      _ = try notes.step()
      notes.reset()
      if item.isGovernance {
        try database.execute(sql: "INSERT INTO governance(position) VALUES (?)", arguments: [Int64(bitPattern: position)])
      }
      position += 1
    }
    let hashes = try RawStatement(database, "INSERT OR FAIL INTO tile_hashes(level, place, hash) VALUES (?, ?, ?)")
    for tileHash in batch.tileHashes {
      try unsafe tileHash.hash.withUnsafeBytes { hash in
        hashes.bind(1, tileHash.level)
        hashes.bind(2, tileHash.place)
        unsafe hashes.bind(3, borrowing: hash)
        _ = try hashes.step()
        hashes.reset()
      }
    }
  }

  public func keep(checkpoint: [UInt8], size: UInt64) throws(StoreError) {
    try change(.keepingCheckpoint) {
      try $0.execute(
        sql: "INSERT INTO checkpoints SELECT :size, :checkpoint WHERE NOT EXISTS (SELECT 1 FROM checkpoints WHERE size = :size)",
        arguments: ["size": Int64(bitPattern: size), "checkpoint": SQLiteFile.data(checkpoint)])
    }
  }

  static func size(_ database: Database) throws -> UInt64 {
    try Int64.fetchOne(database, sql: "SELECT max(position) FROM entries WHERE position >= 0").map { UInt64($0) + 1 } ?? 0
  }

  func access<Result>(_ doing: StoreWork, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do { return try queue.read(body) } catch { throw StoreError.of(error, doing, path) }
  }

  private func change(_ doing: StoreWork, _ body: (Database) throws -> Void) throws(StoreError) {
    do { try queue.write(body) } catch { throw StoreError.of(error, doing, path) }
  }
}

extension StoreError {
  /// Names SQLite's result without statement arguments, which may be personal.
  static func of(_ error: any Error, _ doing: StoreWork, _ path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else {
      return .failed(path: path, doing: doing, code: -1, reason: "\(type(of: error))")
    }
    return .failed(path: path, doing: doing, code: Int(error.extendedResultCode.rawValue), reason: error.message ?? "unknown")
  }
}
