public import Cryptography
public import TransparencyLog

/// What one transaction adds to a store: entries at consecutive positions and the subtrees that they complete.
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

  /// One hash of a tile of level 1 or above: that of the complete subtree over the 256^level entries from position
  /// place × 256^level.
  public struct TileHash: Hashable, Sendable {
    public let level: Int
    /// The number of the hash among those of its level, from the left.
    public let place: UInt64
    public let hash: Digest

    /// A hash at its place.
    public init(level: Int, place: UInt64, hash: Digest) {
      self.level = level
      self.place = place
      self.hash = hash
    }
  }

  /// The position of the first item.
  public let start: Position
  public var items: [Item]
  public var tileHashes: [TileHash]

  /// The position behind the last item.
  public var end: Position { Position(start.rawValue + UInt64(items.count)) }

  /// A batch whose first item goes to `start`.
  public init(start: Position, items: [Item] = [], tileHashes: [TileHash] = []) {
    self.start = start
    self.items = items
    self.tileHashes = tileHashes
  }
}

/// An author's newest note.
public struct AuthorHead: Hashable, Sendable {
  public let author: String
  /// The number of the note in the author's chain, from 1.
  public let sequence: UInt64
  /// Where the note is in the log.
  public let position: Position

  /// The author's note number `sequence` is at `position`.
  public init(author: String, sequence: UInt64, position: Position) {
    self.author = author
    self.sequence = sequence
    self.position = position
  }
}

/// What a store holds where a hash of a tile belongs.
public struct StoredTileHash: Hashable, Sendable {
  /// The number of the hash among those of its level, from the left.
  public let place: UInt64
  /// The hash; nil where what is stored has not 32 bytes.
  public let hash: Digest?

  /// What is stored at `place`.
  public init(place: UInt64, hash: Digest?) {
    self.place = place
    self.hash = hash
  }
}
