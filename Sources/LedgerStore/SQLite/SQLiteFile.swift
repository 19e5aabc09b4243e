internal import Foundation
import GRDB

/// Opens SQLite files the way this project needs them; the one place that knows GRDB's defaults.
enum SQLiteFile {
  private static let writerCacheKibibytes = 32 << 10

  /// Opens, and creates when asked, a file that carries our application id and version.
  ///
  /// - Parameter isPrivate: whether it is only for its owner to read, and with it what SQLite makes beside it.
  static func open(
    path: String, mode: StoreAccess, applicationID: Int32, userVersion: Int32, pageSize: Int, create: [String],
    isPrivate: Bool = false
  ) throws(StoreError) -> SQLiteConnection {
    let exists = FileManager.default.fileExists(atPath: path)
    // Behind a link SQLite keeps its log beside the target: that is where to look for it.
    let file = FilePath.real(path) ?? path
    if exists, !isFile(file) { throw .notAFile(place: path) }
    if mode == .create, exists { throw .foreign(place: path, version: userVersion, found: "a file that exists already") }
    let isOpened = mode == .append || mode == .read
    if isOpened, !exists { throw .missing(place: path) }
    // SQLite would wait for ever at a pipe that has the name of its journal, and takes one with that of its log away.
    for name in [file + "-journal", file + "-wal"] where isThere(name) && !isFile(name) { throw .notAFile(place: name) }
    // Creating a database needs one until the write-ahead log is on; afterwards there is none.
    if isOpened, byteCount(file + "-journal") > 0 {
      throw .foreign(place: path, version: userVersion, found: "a rollback journal beside it")
    }
    let wasInterrupted = exists && mode != .read && hasLog(file)
    if isPrivate, !exists { createPrivate(file) }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { database in
        // The schema may be somebody else's: what it calls in a view or trigger must be harmless.
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        let isBlank = try mode == .create || mode == .begin && Self.isBlank(database)
        if isBlank { try database.execute(sql: "PRAGMA page_size = \(pageSize)") }
        // A transaction of 4 MiB must fit, or its pages are written before the commit and again with it.
        if mode != .read { try database.execute(sql: "PRAGMA cache_size = -\(writerCacheKibibytes)") }
        if isPrivate, mode != .read { try database.execute(sql: "PRAGMA secure_delete = ON") }
        // Before GRDB turns WAL on, which would change a file that is not ours.
        if !isBlank {
          try check(database, path: path, applicationID: applicationID, userVersion: userVersion)
          guard try TableLayout.of(database) == TableLayout.of(statements: create) else {
            throw StoreError.foreign(place: path, version: userVersion, found: "other tables")
          }
        }
      }
      let queue = try connect(path: file, mode: mode, configuration)
      if mode == .create || mode == .begin {
        try initialise(queue, applicationID: applicationID, userVersion: userVersion, create: create)
      }
      if mode != .read { try enforceDurability(queue) }
      if isPrivate, mode != .read { narrow(file) }
      if wasInterrupted { try settle(queue) }
      return SQLiteConnection(queue, path: path)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw .foreign(place: path, version: userVersion, found: "a file that is not a SQLite database")
    } catch { throw .of(error, .opening, path) }
  }

  /// Another connection to a file that `open` has found to be ours, for reading only.
  static func openReader(path: String) throws(StoreError) -> SQLiteConnection {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
    do {
      return SQLiteConnection(try connect(path: FilePath.real(path) ?? path, mode: .read, configuration), path: path)
    } catch { throw .of(error, .takingSnapshot, path) }
  }

  /// Moves what an interrupted run left in the write-ahead log into the file, and begins a new log.
  ///
  /// Its flush may have failed: then the log reads well from memory but not after a power cut, and whatever is appended behind it is
  /// lost with it. Here its pages are written anew, to the file, and flushed.
  private static func settle(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      // Not an error in SQLite: the first column says whether somebody was in the way.
      guard try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0 else {
        throw DatabaseError(resultCode: .SQLITE_BUSY, message: "another program is reading the database")
      }
    }
  }

  /// Whether nothing of ours was written yet.
  private static func isBlank(_ database: Database) throws -> Bool {
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    return objects == 0 && application == 0 && version == 0
  }

  /// Whether a file is at `path`, which is no link: opening a pipe would wait for ever.
  private static func isFile(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// Whether anything is at `path`, also a link to nothing.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Makes an empty file that only its owner may read, which is a new database to SQLite; its log gets the same mode.
  private static func createPrivate(_ path: String) {
    let descriptor = unsafe Foundation.open(path, O_RDWR | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o600)
    // SQLite will tell why it cannot be made.
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes a database and its log away from everybody but its owner.
  private static func narrow(_ path: String) {
    for name in [path, path + "-wal", path + "-shm"] {
      var status = stat()
      // Refused where files have no modes, as on some removable media: there is nothing to take away then.
      if unsafe stat(name, &status) == 0, status.st_mode & 0o077 != 0 { unsafe chmod(name, status.st_mode & 0o700) }
    }
  }

  /// Bytes as GRDB wants them.
  static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }

  private static func connect(path: String, mode: StoreAccess, _ configuration: Configuration) throws -> DatabaseQueue {
    var configuration = configuration
    guard mode == .read else {
      configuration.journalMode = .wal
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    // What is in a write-ahead log stays there, whether somebody writes or was killed: a reader moves nothing into the file.
    if hasLog(path) {
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    // Otherwise nothing is to be moved. A connection that could write, but must not, takes -wal and -shm away again when it is
    // closed, which a read-only one cannot; and unlike an immutable one it knows when somebody begins to write.
    if FileManager.default.isWritableFile(atPath: FilePath.folder(of: path)), FileManager.default.isWritableFile(atPath: path) {
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    // Where it may not write, SQLite cannot make the shared memory that WAL needs. What is read there should be a copy or a medium
    // that nobody writes to: an immutable file is not looked at again.
    configuration.readonly = true
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
  }

  private static func hasLog(_ path: String) -> Bool {
    byteCount(path + "-wal") > 0
  }

  /// The length of a file, 0 when there is none.
  private static func byteCount(_ path: String) -> UInt64 {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? UInt64 ?? 0
  }

  private static func initialise(
    _ queue: DatabaseQueue, applicationID: Int32, userVersion: Int32, create: [String]
  ) throws {
    try queue.write { database in
      guard try isBlank(database) else { return }
      for statement in create { try database.execute(sql: statement) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(userVersion)")
    }
  }

  private static func check(_ database: Database, path: String, applicationID: Int32, userVersion: Int32) throws {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application == applicationID, version == userVersion else {
      throw StoreError.foreign(place: path, version: userVersion, found: "application id \(application), version \(version)")
    }
  }

  /// GRDB sets `synchronous = NORMAL` after `prepareDatabase` when it turns WAL on, so FULL must be set afterwards, and read back.
  private static func enforceDurability(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      let level = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
      guard level == 2 else { throw StoreError.notDurable(found: "synchronous=\(level)") }
    }
  }
}
