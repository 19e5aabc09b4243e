import Cryptography

/// The hashes of subtrees inside one tile, whose stored hashes are the lowest of eight levels.
enum TileHashes {
  /// The hash of the perfect subtree at `node`, which lies in the tile with these `hashes`.
  static func hash(of node: TreeNode, in hashes: [Digest]) -> Digest {
    let height = node.level % Tile.height
    let start = Int((node.index << UInt64(height)) % UInt64(Tile.fullWidth))
    return root(of: hashes[start..<(start + 1 << height)])
  }

  /// The root over a power of two of hashes.
  static func root(of hashes: ArraySlice<Digest>) -> Digest {
    var row = Array(hashes)
    while row.count > 1 {
      for pair in 0..<(row.count / 2) { row[pair] = MerkleHash.node(row[2 * pair], row[2 * pair + 1]) }
      row.removeLast(row.count / 2)
    }
    return row[0]
  }
}
