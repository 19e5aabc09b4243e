import Cryptography
import GRDB
public import TransparencyLog

/// A ledger's entries in one SQLite file (SPEC 12).
///
/// Opened for writing it runs in WAL mode with `synchronous=FULL` really in force: `append` and `keep` return after the flush.
/// Every row is protected by triggers against UPDATE, DELETE and REPLACE.
public final class SQLiteStore: EntryStore {
  let connection: SQLiteConnection
  let path: String
  let readers: SnapshotReaders

  /// Opens the file at `path`.
  ///
  /// - Throws: `StoreError.missing`, `.foreign`, `.notDurable` or `.failed`.
  public init(path: String, mode: StoreAccess) throws(StoreError) {
    self.path = path
    readers = SnapshotReaders(path: path)
    connection = try SQLiteFile.open(
      path: path, mode: mode, applicationID: LedgerSchema.applicationID, userVersion: LedgerSchema.userVersion,
      pageSize: LedgerSchema.pageSize, create: LedgerSchema.tables + LedgerSchema.triggers)
  }

  /// What `PRAGMA synchronous` says now: 2 is FULL.
  public func synchronousLevel() throws(StoreError) -> Int {
    try connection.access(.readingFlushing) { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// Closes the file; moves what is in the write-ahead log into it.
  public func close() throws(StoreError) {
    try readers.close()
    try connection.close()
  }

  public func append(_ batch: EntryBatch) throws(StoreError) {
    try connection.change(.recordingEntries) { database in
      let next = Position(try SQLiteReader.size(database))
      guard next == batch.start else { throw StoreError.notNext(expected: next, found: batch.start) }
      try Self.insert(batch, database)
    }
  }

  private static func insert(_ batch: EntryBatch, _ database: Database) throws {
    // One row a statement, in a transaction that is rolled back on any error: FAIL needs no journal for the statement, as ABORT does.
    let entries = try RawStatement(database, "INSERT OR FAIL INTO entries(position, leaf, entry) VALUES (?, ?, ?)")
    let notes = try RawStatement(database, "INSERT OR FAIL INTO notes(author, sequence, position) VALUES (?, ?, ?)")
    var position = batch.start.rawValue
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

  public func keep(checkpoint: [UInt8], size: TreeSize) throws(StoreError) {
    try connection.change(.keepingCheckpoint) {
      try $0.execute(
        sql: "INSERT INTO checkpoints SELECT :size, :checkpoint WHERE NOT EXISTS (SELECT 1 FROM checkpoints WHERE size = :size)",
        arguments: ["size": Int64(bitPattern: size.rawValue), "checkpoint": SQLiteFile.data(checkpoint)])
    }
  }
}
