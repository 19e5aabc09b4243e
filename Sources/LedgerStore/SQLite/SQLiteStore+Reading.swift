public import Cryptography
import GRDB

extension SQLiteStore {
  public func size() throws(StoreError) -> UInt64 {
    try access(.readingSize) { try Self.size($0) }
  }

  public func scan(
    _ range: Range<UInt64>, _ body: (UInt64, Digest?, UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
    try access(.readingEntries) { database in
      let rows = try RawStatement(
        database, "SELECT position, leaf, entry FROM entries WHERE position >= ? AND position < ? ORDER BY position")
      rows.bind(1, range.lowerBound)
      rows.bind(2, range.upperBound)
      defer { rows.reset() }
      while try rows.step() {
        let leaf = unsafe Digest(rows.blob(1))
        guard unsafe body(rows.unsigned(0), leaf, rows.blob(2)) else { break }
      }
    }
  }

  public func leaves(_ range: Range<UInt64>) throws(StoreError) -> [Digest] {
    try access(.readingLeaves) { database in
      let rows = try RawStatement(database, "SELECT leaf FROM entries WHERE position >= ? AND position < ? ORDER BY position")
      rows.bind(1, range.lowerBound)
      rows.bind(2, range.upperBound)
      defer { rows.reset() }
      var leaves: [Digest] = []
      while try rows.step() {
        guard let leaf = unsafe Digest(rows.blob(0)) else { break }
        leaves.append(leaf)
      }
      return leaves
    }
  }

  public func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash] {
    try access(.readingTileHashes) { database in
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

  public func position(author: String, sequence: UInt64) throws(StoreError) -> UInt64? {
    try access(.readingNote) { database in
      let rows = try RawStatement(database, "SELECT position FROM notes WHERE author = ? AND sequence = ?")
      rows.bind(1, text: author)
      rows.bind(2, sequence)
      defer { rows.reset() }
      return try rows.step() ? rows.unsigned(0) : nil
    }
  }

  public func authorHeads() throws(StoreError) -> [AuthorHead] {
    try access(.readingAuthors) { database in
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
        heads.append(AuthorHead(author: rows.text(0), sequence: rows.unsigned(1), position: rows.unsigned(2)))
      }
      return heads
    }
  }

  public func governancePositions() throws(StoreError) -> [UInt64] {
    try access(.readingGovernance) {
      try Int64.fetchAll($0, sql: "SELECT position FROM governance WHERE position >= 0 ORDER BY position").map(
        UInt64.init(bitPattern:))
    }
  }

  public func newestCheckpoint() throws(StoreError) -> (size: UInt64, checkpoint: [UInt8])? {
    try access(.readingCheckpoint) { database in
      let rows = try RawStatement(database, "SELECT size, checkpoint FROM checkpoints ORDER BY size DESC LIMIT 1")
      defer { rows.reset() }
      guard try rows.step() else { return nil }
      return (rows.unsigned(0), unsafe [UInt8](rows.blob(1)))
    }
  }
}
