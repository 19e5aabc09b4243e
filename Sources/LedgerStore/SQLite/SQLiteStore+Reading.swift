public import Cryptography
public import TransparencyLog

extension SQLiteStore {
  public func size() throws(StoreError) -> TreeSize {
    try access(.readingSize) { try $0.size() }
  }

  public func scan(
    _ range: Range<Position>, _ body: (Position, Digest?, UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
    try access(.readingEntries) { try unsafe $0.scan(range, body) }
  }

  public func leaves(_ range: Range<Position>) throws(StoreError) -> [Digest] {
    try access(.readingLeaves) { try $0.leaves(range) }
  }

  public func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash] {
    try access(.readingTileHashes) { try $0.tileHashes(level: level, range) }
  }

  public func position(author: String, sequence: UInt64) throws(StoreError) -> Position? {
    try access(.readingNote) { try $0.position(author: author, sequence: sequence) }
  }

  public func authorHeads() throws(StoreError) -> [AuthorHead] {
    try access(.readingAuthors) { try $0.authorHeads() }
  }

  public func governancePositions() throws(StoreError) -> [Position] {
    try access(.readingGovernance) { try $0.governancePositions() }
  }

  public func newestCheckpoint() throws(StoreError) -> KeptCheckpoint? {
    try access(.readingCheckpoint) { try $0.newestCheckpoint() }
  }

  private func access<Result>(_ doing: StoreWork, _ body: (SQLiteReader) throws -> Result) throws(StoreError) -> Result {
    try connection.access(doing) { try body(SQLiteReader($0, path: path)) }
  }

  public func snapshot<Result>(
    _ body: (any EntryReader) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let reader = try readers.take()
    defer { readers.giveBack(reader) }
    return try reader.snapshot({ _ = try SQLiteReader.size($0) }, { try body(SQLiteReader($0, path: path)) })
  }
}
