public import Cryptography

/// One hash of a tile: that of the complete subtree over the 256^level leaves from position place × 256^level.
public struct TileHash: Hashable, Sendable {
  /// The level of the tile: 0 at the leaves.
  public let level: Int
  /// The number of the hash among those of its level, from the left: the tile is `place / 256`.
  public let place: UInt64
  public let hash: Digest
}

/// Turns appended leaf hashes into the hashes of tiles, each once, when its subtree is complete.
///
/// Law: the leaves and the hashes taken so far are those of C2SP tlog-tiles for the tree of ``size``.
public struct TileBuilder: Sendable {
  /// The right edge of the tree.
  public private(set) var tree: CompactTree
  /// The hashes of the unfinished tile of each level.
  private var edge: [[Digest]]
  private var finished: [TileHash] = []

  /// The builder of an empty tree.
  public init() {
    tree = CompactTree()
    edge = []
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
      if edge[level].count == Tile.fullWidth { edge[level].removeAll(keepingCapacity: true) }
      edge[level].append(hash)
      if level > 0 { finished.append(TileHash(level: level, place: node.index, hash: hash)) }
    }
    (self.edge, self.finished) = (edge, finished)
  }

  /// The hashes above the leaves that were completed since the last call, in that order: what must be stored beside the leaves before a
  /// checkpoint of ``size`` is signed.
  public mutating func takeHashes() -> [TileHash] {
    defer { finished = [] }
    return finished
  }
}
