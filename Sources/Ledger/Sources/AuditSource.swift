public import Compliance
public import Cryptography

/// Where an audit reads a log from: the database, the published files, or a test's memory. Nothing of it is trusted.
public protocol AuditSource: Sendable {
  /// The signed checkpoint, or nil when there is none.
  func checkpoint() throws(LedgerError) -> [UInt8]?

  /// Entries with their stored leaf hashes from `position` on, fewer than `limit` or none where they cannot be read; then `problem` says why.
  func read(from position: UInt64, limit: Int, size: UInt64) throws(LedgerError) -> AuditChunk

  /// The stored tile of a level above 0.
  func tile(level: Int, index: UInt64, width: Int) throws(LedgerError) -> AuditTile

  /// Whether there is an entry at or above `size`.
  func hasEntry(atOrAbove size: UInt64) throws(LedgerError) -> Bool
}

/// What a source says about a tile.
public enum AuditTile: Sendable {
  case missing
  case malformed(String)
  /// Its hashes; where they are stored one by one, those before the first that is missing or malformed, and what is wrong with that one.
  case hashes([Digest], problem: (code: FindingCode, reason: String)?)
}

/// Consecutive entries in one buffer.
public struct AuditChunk: Sendable {
  /// One entry's place in the buffer and its stored leaf hash.
  public struct Item: Sendable {
    public let leaf: Digest
    public let range: Range<Int>
  }

  /// The position of the first item.
  public let start: UInt64
  public private(set) var bytes: [UInt8] = []
  public private(set) var items: [Item] = []
  /// Why the entry after the last item could not be read.
  public var problem: AuditFinding?

  /// An empty chunk, with room for so many bytes.
  public init(start: UInt64, capacity: Int = 0) {
    self.start = start
    bytes.reserveCapacity(capacity)
  }

  /// The position after the last item.
  public var end: UInt64 { start + UInt64(items.count) }

  /// Adds the entry at `end`.
  public mutating func append(leaf: Digest, entry: UnsafeRawBufferPointer) {
    let range = bytes.count..<bytes.count + entry.count
    unsafe bytes.append(contentsOf: entry)
    items.append(Item(leaf: leaf, range: range))
  }
}
