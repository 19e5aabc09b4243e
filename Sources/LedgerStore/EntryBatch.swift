public import Cryptography

/// What one transaction adds to a store: entries at consecutive positions and the tiles that they complete.
public struct EntryBatch: Sendable {
  /// One entry with what the store's indexes need to know of it.
  public struct Item: Sendable {
    /// Leaf hash, SHA-256(0x00 ‖ entry).
    public let leaf: Digest
    /// The entry's bytes, stored verbatim.
    public let entry: [UInt8]
    /// The name of the author's key and the number of this note in the author's chain.
    public let author: String
    /// The number of this note in the author's chain, from 1.
    public let sequence: UInt64
    /// Whether the note opens the ledger, or grants or revokes a key.
    public let isGovernance: Bool

    /// All the parts, as they are stored.
    public init(leaf: Digest, entry: [UInt8], author: String, sequence: UInt64, isGovernance: Bool) {
      self.leaf = leaf
      self.entry = entry
      self.author = author
      self.sequence = sequence
      self.isGovernance = isGovernance
    }
  }

  /// A complete tile of level 1 or above: 256 hashes, 8,192 bytes.
  public struct CompleteTile: Sendable {
    public let level: Int
    public let index: UInt64
    public let hashes: [UInt8]

    /// A tile at its C2SP coordinates.
    public init(level: Int, index: UInt64, hashes: [UInt8]) {
      self.level = level
      self.index = index
      self.hashes = hashes
    }
  }

  /// The position of the first item.
  public let start: UInt64
  public var items: [Item]
  public var tiles: [CompleteTile]

  /// A batch whose first item goes to `start`.
  public init(start: UInt64, items: [Item] = [], tiles: [CompleteTile] = []) {
    self.start = start
    self.items = items
    self.tiles = tiles
  }
}

/// An author's newest note.
public struct AuthorHead: Hashable, Sendable {
  public let author: String
  /// The number of the note in the author's chain, from 1.
  public let sequence: UInt64
  /// Where the note is in the log.
  public let position: UInt64

  /// The author's note number `sequence` is at `position`.
  public init(author: String, sequence: UInt64, position: UInt64) {
    self.author = author
    self.sequence = sequence
    self.position = position
  }
}
