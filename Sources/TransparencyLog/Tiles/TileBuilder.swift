public import Cryptography

/// Turns appended leaf hashes into tiles: full ones once, and the partial edge at every size that is published.
///
/// Law: the tiles taken so far, the last of each coordinate winning, are those of C2SP tlog-tiles for the tree of ``size``.
public struct TileBuilder: Sendable {
  /// The right edge of the tree.
  public private(set) var tree: CompactTree
  /// The hashes of the unfinished tile of each level.
  private var edge: [[Digest]]
  private var finished: [TileContents] = []
  /// The size at which tiles were last taken.
  private var takenSize: TreeSize

  /// The builder of an empty tree.
  public init() {
    tree = CompactTree()
    edge = []
    takenSize = .empty
  }

  /// The builder of a tree of `size` whose tiles `reader` has stored. Compare ``root`` with the signed one before appending.
  ///
  /// - Throws: ``TileError``; what the reader throws.
  public init(size: TreeSize, reader: some TileReader) throws {
    let tiles = Tile.rightEdge(of: size)
    edge = Array(repeating: [], count: (tiles.last?.level ?? -1) + 1)
    for (tile, hashes) in zip(tiles, try reader.readAll(tiles)) { edge[tile.level] = hashes }
    let edge = edge
    let peaks = TreeNode.peaks(of: size).map { TileHashes.hash(of: $0, in: edge[$0.level / Tile.height]) }
    guard let tree = CompactTree(size: size, peaks: peaks) else {
      throw TileError.wrongCount(expected: size.rawValue.nonzeroBitCount, found: peaks.count)
    }
    self.tree = tree
    takenSize = size
  }

  /// The number of leaves.
  public var size: TreeSize { tree.size }
  /// The root of the tree.
  public var root: Digest { tree.root }

  /// Appends one leaf.
  public mutating func append(_ leaf: Digest) {
    var edge = self.edge
    var finished = self.finished
    (self.edge, self.finished) = ([], [])
    tree.append(leaf) { node, hash in
      guard node.level % Tile.height == 0 else { return }
      let level = node.level / Tile.height
      if level == edge.count { edge.append([]) }
      edge[level].append(hash)
      guard edge[level].count == Tile.fullWidth else { return }
      finished.append(TileContents(level: level, index: node.index / UInt64(Tile.fullWidth), hashes: edge[level]))
      edge[level].removeAll(keepingCapacity: true)
    }
    (self.edge, self.finished) = (edge, finished)
  }

  /// The tiles that are new or wider since the last call, full ones first: what must be stored before a checkpoint of ``size``
  /// is published.
  public mutating func takeTiles() -> [TileContents] {
    var tiles = finished
    for tile in Tile.rightEdge(of: size) where tile != Tile(level: tile.level, index: tile.index, in: takenSize) {
      tiles.append(TileContents(level: tile.level, index: tile.index, hashes: edge[tile.level]))
    }
    finished = []
    takenSize = size
    return tiles
  }
}
