public import Cryptography

/// Reads subtree hashes from tiles that nobody needs to trust: every tile used is checked up to the root of the tree.
///
/// A partial tile is checked with the other partial ones against the root, a full tile against the hash that the tile above it has
/// for it.
public struct TileHashReader<Source: TileReader>: HashReader {
  /// The size of the tree that the tiles are checked against.
  public let size: TreeSize
  private let source: Source
  /// The hashes of the partial tiles, by level: they hash to the root.
  private let edge: [Tile: [Digest]]

  /// A reader for the tree of `size` with this trusted `root`. Reads and checks the partial tiles.
  ///
  /// - Throws: ``TileError``; what the source throws.
  public init(size: TreeSize, root: Digest, source: Source) throws {
    let tiles = Tile.rightEdge(of: size)
    let edge = Dictionary(uniqueKeysWithValues: zip(tiles, try source.readAll(tiles)))
    let peaks = TreeNode.peaks(of: size).compactMap { node in
      Tile(containing: node, in: size).flatMap { edge[$0] }.map { TileHashes.hash(of: node, in: $0) }
    }
    let found = MerkleHash.fold(peaks) ?? MerkleHash.emptyRoot
    guard found == root else { throw TileError.rootMismatch(expected: root, found: found) }
    self.size = size
    self.source = source
    self.edge = edge
  }

  /// - Throws: ``TileError``; what the source throws.
  public func readHashes(at nodes: [TreeNode]) throws -> [Digest] {
    let places = try nodes.map { node in
      guard node.isComplete(in: size), let tile = Tile(containing: node, in: size) else {
        throw TileError.nodeOutOfRange(node: node, size: size)
      }
      return (node: node, tile: tile)
    }
    let verified = try readVerified(Set(places.map(\.tile)))
    return places.compactMap { place in verified[place.tile].map { TileHashes.hash(of: place.node, in: $0) } }
  }

  /// The hashes of `tiles` and of all full tiles above them, each checked.
  private func readVerified(_ tiles: Set<Tile>) throws -> [Tile: [Digest]] {
    var wanted: Set<Tile> = []
    for tile in tiles {
      var next: Tile? = tile
      while let tile = next, edge[tile] == nil, wanted.insert(tile).inserted { next = tile.parent(in: size) }
    }
    // From the top down, so that whatever vouches for a tile has been checked before it.
    let ordered = wanted.sorted { ($1.level, $0.index) < ($0.level, $1.index) }
    var verified = edge
    for (tile, hashes) in zip(ordered, try source.readAll(ordered)) {
      let found = TileHashes.root(of: hashes[...])
      guard let expected = tile.parent(in: size).flatMap({ verified[$0] })?[Int(tile.index % UInt64(Tile.fullWidth))] else {
        throw TileError.nodeOutOfRange(node: tile.node(at: 0), size: size)
      }
      guard found == expected else { throw TileError.hashMismatch(tile: tile, expected: expected, found: found) }
      verified[tile] = hashes
    }
    return verified
  }
}

extension Tile {
  /// The tile that `node` is computed from in a tree of `size`, or nil where the tree does not reach it.
  init?(containing node: TreeNode, in size: TreeSize) {
    let first = node.index << UInt64(node.level % Tile.height)
    self.init(level: node.level / Tile.height, index: first / UInt64(Tile.fullWidth), in: size)
  }

  /// The tile that has the hash of this one, if this one is full.
  fileprivate func parent(in size: TreeSize) -> Tile? {
    isFull ? Tile(level: level + 1, index: index / UInt64(Tile.fullWidth), in: size) : nil
  }
}
