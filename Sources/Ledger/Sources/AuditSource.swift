public import Admission
public import Cryptography
public import TransparencyLog

/// Where an audit reads a log from: the database, the published files, or a test's memory. Nothing of it is trusted.
public protocol AuditSource: Sendable {
  /// The signed checkpoint, or nil when there is none.
  func checkpoint() throws(LedgerError) -> [UInt8]?

  /// Entries with their stored leaf hashes from `position` on, fewer than `limit` or none where they cannot be read; then `problem` says
  /// why.
  func read(from position: Position, limit: Int, size: TreeSize) throws(LedgerError) -> AuditChunk

  /// The stored tile of a level above 0.
  func tile(level: Int, index: UInt64, width: Int) throws(LedgerError) -> AuditTile

  /// Whether there is an entry at or above `position`.
  func hasEntry(atOrAbove position: Position) throws(LedgerError) -> Bool
}

extension AuditSource {
  /// The bytes of one entry, not verified.
  ///
  /// - Throws: `LedgerError.log` where there is none.
  func entry(at position: Position, size: TreeSize) throws(LedgerError) -> [UInt8] {
    guard size.contains(position) else { throw .log(reason: "position \(position): expected a position below \(size)") }
    let chunk = try read(from: position, limit: 1, size: size)
    guard let item = chunk.items.first else {
      throw .log(reason: chunk.problem?.description ?? "position \(position): expected an entry, found none")
    }
    return Array(chunk.bytes[item.range])
  }
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
  public let start: Position
  public private(set) var bytes: [UInt8] = []
  public private(set) var items: [Item] = []
  /// Why the entry after the last item could not be read.
  public var problem: AuditFinding?

  /// An empty chunk, with room for so many bytes.
  public init(start: Position, capacity: Int = 0) {
    self.start = start
    bytes.reserveCapacity(capacity)
  }

  /// The position after the last item.
  public var end: Position { start.advanced(by: items.count) }

  /// Adds the entry at `end`.
  public mutating func append(leaf: Digest, entry: UnsafeRawBufferPointer) {
    let range = bytes.count..<bytes.count + entry.count
    unsafe bytes.append(contentsOf: entry)
    items.append(Item(leaf: leaf, range: range))
  }
}
