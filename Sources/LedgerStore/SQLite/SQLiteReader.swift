import Cryptography
import GRDB
import TransparencyLog

/// What can be read of a ledger's entries inside one access to the database.
struct SQLiteReader: EntryReader {
  let database: Database
  let path: String

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  func size() throws(StoreError) -> TreeSize {
    try attempt(.readingSize) { TreeSize(try Self.size(database)) }
  }

  static func size(_ database: Database) throws -> UInt64 {
    try Int64.fetchOne(database, sql: "SELECT max(position) FROM entries WHERE position >= 0").map { UInt64($0) + 1 } ?? 0
  }

  func scan(
    _ range: Range<Position>, _ body: (Position, Digest?, UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
    try attempt(.readingEntries) {
      let rows = try statement(
        "SELECT position, leaf, entry FROM entries WHERE position >= ? AND position < ? ORDER BY position", range)
      defer { rows.reset() }
      while try rows.step() {
        let leaf = unsafe Digest(rows.blob(1))
        guard unsafe body(Position(rows.unsigned(0)), leaf, rows.blob(2)) else { break }
      }
    }
  }

  func leaves(_ range: Range<Position>) throws(StoreError) -> [Digest] {
    try attempt(.readingLeaves) {
      let rows = try statement("SELECT leaf FROM entries WHERE position >= ? AND position < ? ORDER BY position", range)
      defer { rows.reset() }
      var leaves: [Digest] = []
      while try rows.step() {
        guard let leaf = unsafe Digest(rows.blob(0)) else { break }
        leaves.append(leaf)
      }
      return leaves
    }
  }

  func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash] {
    try attempt(.readingTileHashes) {
      let rows = try RawStatement(
        database, "SELECT place, hash FROM tile_hashes WHERE level = ? AND place >= ? AND place < ? ORDER BY place")
      rows.bind(1, level)
      rows.bind(2, range.lowerBound)
      rows.bind(3, range.upperBound)
      defer { rows.reset() }
      var hashes: [StoredTileHash] = []
      while try rows.step() {
        hashes.append(StoredTileHash(place: rows.unsigned(0), hash: unsafe Digest(rows.blob(1))))
      }
      return hashes
    }
  }

  func position(author: String, sequence: UInt64) throws(StoreError) -> Position? {
    try attempt(.readingNote) {
      let rows = try RawStatement(database, "SELECT position FROM notes WHERE author = ? AND sequence = ?")
      rows.bind(1, text: author)
      rows.bind(2, sequence)
      defer { rows.reset() }
      return try rows.step() ? Position(rows.unsigned(0)) : nil
    }
  }

  func authorHeads() throws(StoreError) -> [AuthorHead] {
    try attempt(.readingAuthors) {
      // One index seek an author, however many notes there are: a recursive walk over the distinct authors.
      let rows = try RawStatement(
        database,
        """
        WITH RECURSIVE authors(name) AS (
          SELECT min(author) FROM notes
          UNION ALL SELECT (SELECT min(author) FROM notes WHERE author > name) FROM authors WHERE name IS NOT NULL)
        SELECT name, (SELECT max(sequence) FROM notes WHERE author = name),
          (SELECT position FROM notes WHERE author = name ORDER BY sequence DESC LIMIT 1)
        FROM authors WHERE name IS NOT NULL
        """)
      defer { rows.reset() }
      var heads: [AuthorHead] = []
      while try rows.step() {
        heads.append(AuthorHead(author: rows.text(0), sequence: rows.unsigned(1), position: Position(rows.unsigned(2))))
      }
      return heads
    }
  }

  func governancePositions() throws(StoreError) -> [Position] {
    try attempt(.readingGovernance) {
      try Int64.fetchAll(database, sql: "SELECT position FROM governance WHERE position >= 0 ORDER BY position").map {
        Position(UInt64(bitPattern: $0))
      }
    }
  }

  func newestCheckpoint() throws(StoreError) -> KeptCheckpoint? {
    try attempt(.readingCheckpoint) {
      let rows = try RawStatement(database, "SELECT size, checkpoint FROM checkpoints ORDER BY size DESC LIMIT 1")
      defer { rows.reset() }
      guard try rows.step() else { return nil }
      return KeptCheckpoint(size: TreeSize(rows.unsigned(0)), checkpoint: unsafe [UInt8](rows.blob(1)))
    }
  }

  private func statement(_ sql: String, _ range: Range<Position>) throws -> RawStatement {
    let rows = try RawStatement(database, sql)
    rows.bind(1, range.lowerBound.rawValue)
    rows.bind(2, range.upperBound.rawValue)
    return rows
  }

  private func attempt<Result>(_ doing: StoreWork, _ body: () throws -> Result) throws(StoreError) -> Result {
    do { return try body() } catch { throw .of(error, doing, path) }
  }
}
