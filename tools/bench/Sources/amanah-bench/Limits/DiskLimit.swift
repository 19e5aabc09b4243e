import Foundation
import GRDBSQLite

/// What SQLite alone makes durable: the same blobs in the same table, flushed as often as the writer does. Nothing is checked, indexed or
/// hashed.
@safe final class DiskLimit {
  @safe private final class Connection {
    let handle: OpaquePointer
    init(_ handle: OpaquePointer) { unsafe self.handle = handle }
    deinit { unsafe sqlite3_close(handle) }
  }

  private let connection: Connection
  private let insert: OpaquePointer
  private var position: Int64 = 0
  private let leaf = [UInt8](repeating: 7, count: 32)

  init(path: String) throws {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    var opened: OpaquePointer?
    guard unsafe sqlite3_open(path, &opened) == SQLITE_OK, let handle = unsafe opened else {
      throw BenchError("SQLite does not open \(path)")
    }
    connection = unsafe Connection(handle)
    for statement in [
      "PRAGMA page_size = 16384", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA cache_size = -32768",
      "CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT",
    ] {
      guard unsafe sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK else {
        throw BenchError("SQLite refuses: \(statement)")
      }
    }
    var prepared: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, "INSERT INTO entries VALUES (?, ?, ?)", -1, &prepared, nil) == SQLITE_OK,
      let statement = unsafe prepared
    else { throw BenchError("SQLite does not prepare the insertion") }
    unsafe insert = statement
  }

  deinit { unsafe sqlite3_finalize(insert) }

  /// Bytes a second, and processor microseconds for one blob.
  func measure(_ blobs: [[UInt8]]) throws -> (rate: Double, processor: Double) {
    let batches = Self.batches(blobs)
    var failed = false
    let seconds = Stopwatch.both {
      for batch in batches where !failed {
        failed = execute("BEGIN IMMEDIATE")
        for blob in batch where !failed { failed = !append(blob) }
        failed = failed || execute("COMMIT")
      }
    }
    guard !failed else { throw BenchError("SQLite refuses an insertion") }
    return (Double(blobs.reduce(0) { $0 + $1.count }) / seconds.wall, seconds.processor * 1e6 / Double(blobs.count))
  }

  /// Transactions as the writer makes them: a third of what is left, of 1 to 4 MiB.
  private static func batches(_ blobs: [[UInt8]]) -> [ArraySlice<[UInt8]>] {
    var batches: [ArraySlice<[UInt8]>] = []
    var (start, left) = (0, blobs.reduce(0) { $0 + $1.count })
    while start < blobs.count {
      let limit = min(4 << 20, max(1 << 20, left / 3))
      var (end, taken) = (start, 0)
      while end < blobs.count, taken < limit {
        taken += blobs[end].count
        end += 1
      }
      batches.append(blobs[start..<end])
      (start, left) = (end, left - taken)
    }
    return batches
  }

  private func execute(_ statement: String) -> Bool {
    unsafe sqlite3_exec(connection.handle, statement, nil, nil, nil) != SQLITE_OK
  }

  private func append(_ blob: [UInt8]) -> Bool {
    unsafe sqlite3_bind_int64(insert, 1, position)
    unsafe sqlite3_bind_blob(insert, 2, leaf, 32, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    position += 1
    return unsafe blob.withUnsafeBytes { bytes in
      unsafe sqlite3_bind_blob(insert, 3, bytes.baseAddress, Int32(bytes.count), nil)
      let status = unsafe sqlite3_step(insert)
      unsafe sqlite3_reset(insert)
      return status == SQLITE_DONE
    }
  }
}
