import GRDB

/// The vault's database: wrapped secrets, the only rows of a ledger that are ever erased (SPEC 9.2).
///
/// `secure_delete` overwrites what is deleted, and an erasure truncates the write-ahead log, so that a wrapped key does not linger in free
/// pages. The files are their owner's alone: what another user of the machine copies, no erasure reaches.
public final class VaultStore: Sendable {
  static let applicationID: Int32 = 0x416D_5661
  private let queue: DatabaseQueue
  private let path: String

  /// Opens the vault at `path`; `mode` as for `SQLiteStore`.
  public init(path: String, mode: SQLiteStore.Mode) throws(StoreError) {
    self.path = path
    queue = try SQLiteFile.open(
      path: path, mode: mode, applicationID: Self.applicationID, userVersion: 1, pageSize: 4096,
      create: [
        "CREATE TABLE subjects(subject BLOB PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE secrets(name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID",
      ], isPrivate: true)
  }

  /// Keeps the wrapped keys of several subjects in one durable transaction. A subject that has a key keeps it.
  public func insert(subjects: [(subject: [UInt8], wrapped: [UInt8])]) throws(StoreError) {
    try change(.recordingSubjectKeys) { database in
      let row = try RawStatement(database, "INSERT OR IGNORE INTO subjects(subject, wrapped) VALUES (?, ?)")
      for item in subjects {
        try unsafe item.subject.withUnsafeBytes { subject in
          try unsafe item.wrapped.withUnsafeBytes { wrapped in
            unsafe row.bind(1, borrowing: subject)
            unsafe row.bind(2, borrowing: wrapped)
            _ = try row.step()
            row.reset()
          }
        }
      }
    }
  }

  /// The wrapped key of a subject, or nil when there is none or it was erased.
  public func wrappedKey(subject: [UInt8]) throws(StoreError) -> [UInt8]? {
    try read(.readingSubjectKey) { database in
      let row = try RawStatement(database, "SELECT wrapped FROM subjects WHERE subject = ?")
      defer { row.reset() }
      return try unsafe subject.withUnsafeBytes { bytes in
        unsafe row.bind(1, borrowing: bytes)
        return try row.step() ? unsafe [UInt8](row.blob(0)) : nil
      }
    }
  }

  /// Destroys a subject's key; durable, and overwritten in the file, once returned. True when there was one.
  ///
  /// - Throws: `StoreError.failed` also when another connection keeps the write-ahead log in use: the key is gone then, but its bytes
  ///   are not overwritten before the next erasure, of any subject.
  public func erase(subject: [UInt8]) throws(StoreError) -> Bool {
    var erased = false
    try change(.erasingKey) { database in
      try database.execute(sql: "DELETE FROM subjects WHERE subject = ?", arguments: [SQLiteFile.data(subject)])
      erased = database.changesCount > 0
    }
    do {
      try queue.writeWithoutTransaction { database in
        // Not an error in SQLite: the first column says whether somebody was in the way.
        guard try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
          throw DatabaseError(resultCode: .SQLITE_BUSY, message: "another connection is reading the vault")
        }
      }
    } catch { throw .of(error, .overwritingKey, path) }
    return erased
  }

  /// Whether no subject has a key.
  public func isEmpty() throws(StoreError) -> Bool {
    try read(.readingSubjectKey) { try !(Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM subjects)") ?? false) }
  }

  /// Keeps a named wrapped secret; refuses to replace one.
  public func insert(secret name: String, wrapped: [UInt8]) throws(StoreError) {
    try change(.recordingSecret) {
      try $0.execute(
        sql: "INSERT INTO secrets(name, wrapped) VALUES (?, ?)", arguments: [name, SQLiteFile.data(wrapped)])
    }
  }

  /// A named wrapped secret, or nil.
  public func wrappedSecret(_ name: String) throws(StoreError) -> [UInt8]? {
    try read(.readingSecret) { database in
      let row = try RawStatement(database, "SELECT wrapped FROM secrets WHERE name = ?")
      defer { row.reset() }
      row.bind(1, text: name)
      return try row.step() ? unsafe [UInt8](row.blob(0)) : nil
    }
  }

  /// Closes the file; moves what is in the write-ahead log into it.
  public func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError.of(error, .closing, path) }
  }

  private func read<Result>(_ doing: StoreWork, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do { return try queue.read(body) } catch { throw .of(error, doing, path) }
  }

  private func change(_ doing: StoreWork, _ body: (Database) throws -> Void) throws(StoreError) {
    do { try queue.write(body) } catch { throw .of(error, doing, path) }
  }
}
