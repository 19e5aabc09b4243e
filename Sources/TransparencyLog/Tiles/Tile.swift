/// The coordinates of a tile: up to 256 consecutive subtree hashes of level 8 × `level` (C2SP tlog-tiles).
public struct Tile: Hashable, Sendable {
  /// Hashes in a full tile: 256.
  public static let fullWidth = 256
  /// Levels of the tree in one level of tiles: 8.
  public static let height = 8

  /// The highest tile number: a tree of fewer than 2⁶³ leaves has fewer than 2⁵⁵ tiles in any level.
  public static let maximumIndex = StrictDecimal.maximum / UInt64(fullWidth)

  /// The level of the tile, 0 at the leaves; 0 ... 63 in paths, though a tree of 2⁶³ leaves has no more than eight.
  public let level: Int
  /// The number of the tile in its level, from the left.
  public let index: UInt64
  /// The number of hashes: 256 in a full tile, 1 ... 255 in a partial one.
  public let width: Int

  /// - Precondition: `level` in 0 ... 63, `index` at most ``maximumIndex``, `width` in 1 ... 256.
  public init(level: Int, index: UInt64, width: Int = Tile.fullWidth) {
    precondition((0...63).contains(level) && index <= Tile.maximumIndex && (1...Tile.fullWidth).contains(width))
    self.level = level
    self.index = index
    self.width = width
  }

  /// The tile `index` of `level` as a tree of `size` has it, or nil where that tree has no such tile.
  public init?(level: Int, index: UInt64, in size: TreeSize) {
    guard (0..<8).contains(level), index <= Tile.maximumIndex else { return nil }
    let hashes = size.rawValue >> UInt64(Tile.height * level)
    let start = index * UInt64(Tile.fullWidth)
    guard start < hashes else { return nil }
    self.init(level: level, index: index, width: Int(min(hashes - start, UInt64(Tile.fullWidth))))
  }

  /// Whether the tile has all of its 256 hashes and will never change.
  public var isFull: Bool { width == Tile.fullWidth }

  /// The length of its contents: 32 × width.
  public var byteCount: Int { width * 32 }

  /// The node that the hash at `offset` of this tile stands for.
  public func node(at offset: Int) -> TreeNode {
    TreeNode(level: level * Tile.height, index: index * UInt64(Tile.fullWidth) + UInt64(offset))
  }

  /// The partial tiles of a tree of `size`, from the leaves up: one for each byte of the size that is not zero. Together they hold
  /// every hash that the root needs.
  public static func rightEdge(of size: TreeSize) -> [Tile] {
    (0..<8).compactMap { level in
      let hashes = size.rawValue >> UInt64(height * level)
      let width = Int(hashes % UInt64(fullWidth))
      return width == 0 ? nil : Tile(level: level, index: hashes / UInt64(fullWidth), width: width)
    }
  }

  /// The tiles that a tree has at size `new` and had not, or had narrower, at size `old`: full ones and the partial edge.
  public static func added(from old: TreeSize, to new: TreeSize) -> [Tile] {
    var tiles: [Tile] = []
    for level in 0..<8 {
      let shift = UInt64(height * level)
      guard new.rawValue >> shift > old.rawValue >> shift else { break }
      let first = (old.rawValue >> shift) / UInt64(fullWidth)
      let last = ((new.rawValue >> shift) - 1) / UInt64(fullWidth)
      tiles += (first...last).compactMap { Tile(level: level, index: $0, in: new) }
    }
    return tiles
  }
}
