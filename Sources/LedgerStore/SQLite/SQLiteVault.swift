import GRDB

/// The vault's database: wrapped secrets, the only rows of a ledger that are ever erased (SPEC 9.2).
///
/// `secure_delete` overwrites what is deleted, and an erasure truncates the write-ahead log, so that a wrapped key does not linger in free
/// pages. The files are their owner's alone: what another user of the machine copies, no erasure reaches.
public final class SQLiteVault: VaultStorage {
  static let applicationID: Int32 = 0x416D_5661
  private let connection: SQLiteConnection
  private let path: String
  public var place: String { path }

  /// Opens the vault at `path`.
  ///
  /// - Throws: `StoreError.missing`, `.foreign`, `.notDurable` or `.failed`.
  public init(path: String, mode: StoreAccess) throws(StoreError) {
    self.path = path
    connection = try SQLiteFile.open(
      path: path, mode: mode, applicationID: Self.applicationID, userVersion: 1, pageSize: 4096,
      create: [
        "CREATE TABLE subjects(subject BLOB PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE secrets(name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID",
      ], isPrivate: true)
  }

  public func insert(subjects: [WrappedSubjectKey]) throws(StoreError) {
    try connection.change(.recordingSubjectKeys) { database in
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

  public func wrappedKey(subject: [UInt8]) throws(StoreError) -> [UInt8]? {
    try connection.access(.readingSubjectKey) { database in
      let row = try RawStatement(database, "SELECT wrapped FROM subjects WHERE subject = ?")
      defer { row.reset() }
      return try unsafe subject.withUnsafeBytes { bytes in
        unsafe row.bind(1, borrowing: bytes)
        return try row.step() ? unsafe [UInt8](row.blob(0)) : nil
      }
    }
  }

  /// Overwritten in the file and its log once returned.
  ///
  /// - Throws: `StoreError.failed` with `.overwritingKey` when another connection keeps the write-ahead log in use.
  public func erase(subject: [UInt8]) throws(StoreError) -> Bool {
    var erased = false
    try connection.change(.erasingKey) { database in
      try database.execute(sql: "DELETE FROM subjects WHERE subject = ?", arguments: [SQLiteFile.data(subject)])
      erased = database.changesCount > 0
    }
    try connection.access(.overwritingKey) { database in
      // Not an error in SQLite: the first column says whether somebody was in the way.
      guard try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
        throw DatabaseError(resultCode: .SQLITE_BUSY, message: "another connection is reading the vault")
      }
    }
    return erased
  }

  public func isEmpty() throws(StoreError) -> Bool {
    try connection.access(.readingSubjectKey) { try !(Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM subjects)") ?? false) }
  }

  public func insert(secret name: String, wrapped: [UInt8]) throws(StoreError) {
    try connection.change(.recordingSecret) {
      try $0.execute(
        sql: "INSERT INTO secrets(name, wrapped) VALUES (?, ?)", arguments: [name, SQLiteFile.data(wrapped)])
    }
  }

  public func wrappedSecret(_ name: String) throws(StoreError) -> [UInt8]? {
    try connection.access(.readingSecret) { database in
      let row = try RawStatement(database, "SELECT wrapped FROM secrets WHERE name = ?")
      defer { row.reset() }
      row.bind(1, text: name)
      return try row.step() ? unsafe [UInt8](row.blob(0)) : nil
    }
  }

  /// Closes the file; moves what is in the write-ahead log into it.
  public func close() throws(StoreError) { try connection.close() }
}
