import Foundation
import GRDB
import LedgerStore
import LedgerTesting
import Testing
import TransparencyLog

/// A ledger's file that somebody else has worked on with SQLite: what is not as SPEC 12 says is not read.
@Suite struct ForeignTablesTests {
  private func ledger() throws -> Scratch {
    let scratch = try Scratch()
    let store = try SQLiteStore(path: scratch.database, mode: .create)
    try store.append(SampleEntries.batch(0..<4))
    try store.close()
    return scratch
  }

  private func run(_ statements: String, on scratch: Scratch) throws {
    let raw = try DatabaseQueue(path: scratch.database)
    try raw.writeWithoutTransaction { database in
      for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        try database.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try database.execute(sql: statements)
    }
    try raw.close()
  }

  @Test(
    "A file whose tables are not those of a ledger is refused, by readers and writers",
    arguments: [
      "ALTER TABLE entries RENAME TO hidden; CREATE VIEW entries AS SELECT position, leaf, entry FROM hidden",
      "CREATE TABLE more(x)", "CREATE VIEW more AS SELECT 1 AS x", "CREATE INDEX more ON entries(leaf)",
      "CREATE VIRTUAL TABLE more USING fts5(x)", "ALTER TABLE entries ADD COLUMN more BLOB",
      "ALTER TABLE entries ADD COLUMN more BLOB GENERATED ALWAYS AS (leaf) VIRTUAL", "DROP TABLE governance",
      """
      DROP TABLE entries; CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL)
      """,
      """
      DROP TABLE entries;
      CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL) STRICT, WITHOUT ROWID
      """,
      """
      DROP TABLE entries; CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry TEXT NOT NULL) STRICT
      """,
      """
      DROP TABLE entries;
      CREATE TABLE entries(position INTEGER PRIMARY KEY, leaf BLOB NOT NULL, entry BLOB NOT NULL DEFAULT x'00') STRICT
      """,
    ])
  func otherTables(statements: String) throws {
    let scratch = try ledger()
    try run(statements, on: scratch)
    for mode in [StoreAccess.read, .append] {
      #expect(throws: StoreError.foreign(place: scratch.database, version: 2, found: "other tables")) {
        try SQLiteStore(path: scratch.database, mode: mode)
      }
    }
  }

  @Test("What a database's keeper may do to it is no other table: triggers gone, statistics gathered")
  func harmless() throws {
    let scratch = try ledger()
    try run("ANALYZE", on: scratch)
    let store = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try store.size() == 4)
    try store.close()
  }

  @Test("A rollback journal beside the file is not played back: the file is refused and stays as it is")
  func journal() throws {
    let scratch = try ledger()
    try Data(repeating: 7, count: 512).write(to: URL(fileURLWithPath: scratch.database + "-journal"))
    let before = try scratch.contents()
    for mode in [StoreAccess.read, .append] {
      #expect(throws: StoreError.foreign(place: scratch.database, version: 2, found: "a rollback journal beside it")) {
        try SQLiteStore(path: scratch.database, mode: mode)
      }
    }
    #expect(try scratch.contents() == before)
  }

  @Test("Rows at negative positions are no entries, also when there are no others")
  func negativePositions() throws {
    let scratch = try ledger()
    try run("INSERT INTO entries VALUES (-1, zeroblob(32), x'00'), (-9223372036854775808, zeroblob(32), x'00')", on: scratch)
    var store = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try store.size() == 4)
    #expect(try store.scanned(0..<9).count == 4)
    try store.close()
    try run("DELETE FROM entries WHERE position >= 0", on: scratch)
    store = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try store.size() == 0)
    try store.close()
  }

  @Test("A value that a sound file cannot hold counts as no bytes: text where a blob is expected")
  func text() throws {
    let scratch = try ledger()
    // The declared types say STRICT again afterwards; what is stored is not looked at again by SQLite.
    try run(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'entries';
      """, on: scratch)
    try run(
      """
      UPDATE entries SET entry = CAST(entry AS TEXT) WHERE position = 2;
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'entries';
      """, on: scratch)
    let store = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try store.entry(at: 1)?.isEmpty == false)
    #expect(try store.entry(at: 2) == [])
    try store.close()
  }
}
