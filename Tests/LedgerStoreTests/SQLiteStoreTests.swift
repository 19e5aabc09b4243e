import Cryptography
import Foundation
import GRDB
import LedgerStore
import LedgerTesting
import Testing
import TransparencyLog

@Suite struct SQLiteStoreTests {
  private static let tables = ["checkpoints", "entries", "governance", "notes", "tile_hashes"]

  /// A closed store with a row in every table.
  private func filled(_ scratch: Scratch) throws {
    let store = try SQLiteStore(path: scratch.database, mode: .create)
    try store.append(SampleEntries.batch(0..<3, tileHashes: [SampleEntries.tileHash(level: 1, place: 0)]))
    try store.keep(checkpoint: [1, 2, 3], size: 3)
    try store.close()
  }

  @Test("Every transaction is flushed: synchronous is FULL on the writing connection, whatever GRDB sets")
  func synchronous() throws {
    let scratch = try Scratch()
    let created = try SQLiteStore(path: scratch.database, mode: .create)
    #expect(try created.synchronousLevel() == 2)
    try created.append(SampleEntries.batch(0..<1))
    #expect(try created.synchronousLevel() == 2)
    try created.close()
    let opened = try SQLiteStore(path: scratch.database, mode: .append)
    #expect(try opened.synchronousLevel() == 2)
    try opened.close()
    // What the store would get without asking for more, so that this test cannot pass by luck.
    var configuration = Configuration()
    configuration.journalMode = .wal
    let plain = try DatabaseQueue(path: scratch.database, configuration: configuration)
    #expect(try plain.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 1)
    try plain.close()
  }

  @Test("What was appended is there after closing and opening again, for reading and for writing")
  func reopening() throws {
    let scratch = try Scratch()
    try filled(scratch)
    for mode in [StoreAccess.read, .append] {
      let store = try SQLiteStore(path: scratch.database, mode: mode)
      #expect(try store.scanned(0..<9).map(\.entry) == (0..<3).map { SampleEntries.entry($0) })
      #expect(try store.tileHashes(level: 1, 0..<9).map(\.hash) == [SampleEntries.tileHash(level: 1, place: 0).hash])
      #expect(try store.authorHeads().count == 3)
      #expect(try store.governancePositions() == [0])
      #expect(try store.newestCheckpoint()?.size == 3)
      try store.close()
    }
  }

  @Test("What was appended is in the files as soon as append returns, though nobody closed the store")
  func durable() throws {
    let scratch = try Scratch()
    let store = try SQLiteStore(path: scratch.database, mode: .create)
    for number: UInt64 in 0..<5 {
      try store.append(SampleEntries.batch(number..<number + 1))
      let copy = try scratch.copy()
      let found = try SQLiteStore(path: copy.database, mode: .append)
      #expect(try found.size() == TreeSize(number + 1))
      #expect(try found.entry(at: Position(number)) == SampleEntries.entry(number))
      try found.close()
      withExtendedLifetime(copy) {}
    }
    try store.keep(checkpoint: [7], size: 5)
    let last = try scratch.copy()
    let found = try SQLiteStore(path: last.database, mode: .append)
    #expect(try found.newestCheckpoint()?.size == 5)
    try found.close()
    try store.close()
    withExtendedLifetime((scratch, last)) {}
  }

  @Test("A batch that fails halfway leaves nothing of itself")
  func atomic() throws {
    let scratch = try Scratch()
    try filled(scratch)
    let store = try SQLiteStore(path: scratch.database, mode: .append)
    // The second note has an author's number that is taken.
    let batch = EntryBatch(
      start: 3, items: [SampleEntries.item(3), SampleEntries.item(1)], tileHashes: [SampleEntries.tileHash(level: 2, place: 0)])
    #expect {
      try store.append(batch)
    } throws: { error in
      guard case StoreError.failed(_, let doing, let failure) = error else { return false }
      return doing == .recordingEntries && failure.cause == .contradiction
    }
    #expect(try store.size() == 3)
    #expect(try store.position(author: SampleEntries.author(3), sequence: 2) == nil)
    #expect(try store.tileHashes(level: 2, 0..<9).isEmpty)
    try store.append(SampleEntries.batch(3..<5))
    #expect(try store.size() == 5)
    try store.close()
  }

  @Test("The file has the tables, page size and marks of SPEC 12")
  func format() throws {
    let scratch = try Scratch()
    try filled(scratch)
    let raw = try DatabaseQueue(path: scratch.database)
    try raw.read { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA page_size") == 16_384)
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x416D_6E68)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 2)
      let lists = try Row.fetchAll(
        database,
        sql: "SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name")
      #expect(lists.map { $0["name"] as String } == Self.tables)
      #expect(lists.allSatisfy { $0["strict"] == 1 })
      #expect(lists.filter { $0["wr"] == 1 }.map { $0["name"] as String } == ["notes", "tile_hashes"])
      let columns = try Self.tables.map { table in
        try Row.fetchAll(database, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [table])
          .map { "\($0["name"] as String) \($0["type"] as String)" }.joined(separator: ", ")
      }
      #expect(
        columns == [
          "size INTEGER, checkpoint BLOB", "position INTEGER, leaf BLOB, entry BLOB", "position INTEGER",
          "author TEXT, sequence INTEGER, position INTEGER", "level INTEGER, place INTEGER, hash BLOB",
        ])
      #expect(try Int.fetchOne(database, sql: "SELECT length(leaf) FROM entries WHERE position = 1") == 32)
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
    }
    try raw.close()
  }

  @Test("No row of any table can be changed, removed or replaced, also by another program", arguments: Self.tables)
  func appendOnly(table: String) throws {
    let scratch = try Scratch()
    try filled(scratch)
    let raw = try DatabaseQueue(path: scratch.database)
    let before = try raw.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
    #expect(!before.isEmpty)
    let column = try #require(before.first?.columnNames.first)
    let statements = [
      "UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)",
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
    ]
    for statement in statements {
      #expect("\(statement) was carried out") {
        try raw.write { try $0.execute(sql: statement) }
      } throws: { error in
        (error as? DatabaseError)?.message == "\(table) is append only"
      }
    }
    #expect(try raw.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") } == before)
    try raw.close()
  }

  @Test("A file that is missing, foreign or there already is refused by its name, and left as it was")
  func refusals() throws {
    let scratch = try Scratch()
    let missing = scratch.path + "/none.sqlite"
    for mode in [StoreAccess.append, .read] {
      #expect(throws: StoreError.missing(place: missing)) { try SQLiteStore(path: missing, mode: mode) }
    }
    try filled(scratch)
    #expect(throws: StoreError.foreign(place: scratch.database, version: 2, found: "a file that exists already")) {
      try SQLiteStore(path: scratch.database, mode: .create)
    }
    let text = scratch.path + "/text.sqlite"
    try Data("no database at all, but long enough to be taken for the header of one: ................................".utf8)
      .write(to: URL(fileURLWithPath: text))
    let other = scratch.path + "/other.sqlite"
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE entries(position INTEGER PRIMARY KEY)") }
    try queue.close()
    let empty = scratch.path + "/empty.sqlite"
    try Data().write(to: URL(fileURLWithPath: empty))
    let before = try scratch.contents()
    for mode in [StoreAccess.append, .read] {
      #expect(throws: StoreError.foreign(place: text, version: 2, found: "a file that is not a SQLite database")) {
        try SQLiteStore(path: text, mode: mode)
      }
      for path in [other, empty] {
        #expect(throws: StoreError.foreign(place: path, version: 2, found: "application id 0, version 0")) {
          try SQLiteStore(path: path, mode: mode)
        }
      }
    }
    #expect(try scratch.contents() == before)
  }

  @Test("A vault is not taken for a ledger, nor a ledger for a vault, nor another version for this one")
  func confusion() throws {
    let scratch = try Scratch()
    try filled(scratch)
    let vault = scratch.path + "/vault.sqlite"
    try SQLiteVault(path: vault, mode: .create).close()
    #expect(throws: StoreError.foreign(place: vault, version: 2, found: "application id \(0x416D_5661), version 1")) {
      try SQLiteStore(path: vault, mode: .append)
    }
    #expect(throws: StoreError.foreign(place: scratch.database, version: 1, found: "application id \(0x416D_6E68), version 2")) {
      try SQLiteVault(path: scratch.database, mode: .append)
    }
    for version in [1, 3] {
      let raw = try DatabaseQueue(path: scratch.database)
      try raw.write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
      try raw.close()
      #expect(
        throws: StoreError.foreign(
          place: scratch.database, version: 2, found: "application id \(0x416D_6E68), version \(version)")
      ) {
        try SQLiteStore(path: scratch.database, mode: .append)
      }
    }
  }

  @Test("A position below 0, which no writer makes and a hostile copy may have, is passed over", arguments: [0, 4])
  func negativePosition(entries: UInt64) throws {
    let scratch = try Scratch()
    let store = try SQLiteStore(path: scratch.database, mode: .create)
    if entries > 0 { try store.append(SampleEntries.batch(0..<entries)) }
    try store.close()
    let foreign = try DatabaseQueue(path: scratch.database)
    try foreign.write { database in
      for position in [-1, Int64.min] {
        try database.execute(sql: "INSERT INTO entries VALUES (?, x'00', x'00')", arguments: [position])
        try database.execute(sql: "INSERT INTO governance VALUES (?)", arguments: [position])
      }
    }
    try foreign.close()
    let read = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try read.size() == TreeSize(entries))
    #expect(try read.scanned(0..<99).count == Int(entries))
    #expect(try read.governancePositions().allSatisfy { $0 < Position(entries) })
  }

  @Test("What an interrupted run left in the write-ahead log is in the file before anything is appended")
  func settles() throws {
    let scratch = try Scratch()
    let copy = try Scratch()
    let store = try SQLiteStore(path: scratch.database, mode: .create)
    try store.append(SampleEntries.batch(0..<3))
    // As after a kill: copies of the files while they are in use.
    for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
      try FileManager.default.copyItem(atPath: "\(scratch.path)/\(name)", toPath: "\(copy.path)/\(name)")
    }
    try store.close()
    let reopened = try SQLiteStore(path: copy.database, mode: .append)
    // The file alone now holds the entries: whatever becomes of the log, they are not lost.
    let alone = try Scratch()
    try FileManager.default.copyItem(atPath: copy.database, toPath: alone.database)
    let reader = try SQLiteStore(path: alone.database, mode: .read)
    #expect(try reader.size() == 3)
    try reader.close()
    try reopened.close()
  }

  @Test("A file that was begun and never filled is filled; another's is refused")
  func begins() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(fileURLWithPath: scratch.database))
    try SQLiteStore(path: scratch.database, mode: .begin).close()
    let store = try SQLiteStore(path: scratch.database, mode: .begin)
    try store.append(SampleEntries.batch(0..<1))
    #expect(try store.size() == 1)
    try store.close()
    let other = scratch.path + "/other.sqlite"
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE shopping(item TEXT)") }
    try queue.close()
    #expect(throws: StoreError.foreign(place: other, version: 2, found: "application id 0, version 0")) {
      try SQLiteStore(path: other, mode: .begin)
    }
  }
}
