public import Cryptography

/// Where tiles come from: files, a database, another machine.
public protocol TileReader {
  /// The contents of `tiles`, in the same order, each of ``Tile/byteCount`` bytes.
  ///
  /// A reader may cut a partial tile from a wider one with the same level and index: tiles only ever grow at the end.
  func readTiles(_ tiles: [Tile]) throws -> [[UInt8]]
}

/// Why tiles cannot be trusted.
public enum TileError: Error, Equatable, Sendable {
  /// `expected` tiles were asked for and `found` came.
  case wrongCount(expected: Int, found: Int)
  /// The tile has `expected` bytes and `found` came.
  case wrongLength(tile: Tile, expected: Int, found: Int)
  /// The partial tiles do not hash to the root of the tree.
  case rootMismatch(expected: Digest, found: Digest)
  /// The tile does not hash to what the tile above it says.
  case hashMismatch(tile: Tile, expected: Digest, found: Digest)
  /// The tree of `size` has no such node.
  case nodeOutOfRange(node: TreeNode, size: TreeSize)
}

extension TileReader {
  /// The hashes of `tiles`, in the same order, with all lengths checked.
  func readAll(_ tiles: [Tile]) throws -> [[Digest]] {
    guard !tiles.isEmpty else { return [] }
    let contents = try readTiles(tiles)
    guard contents.count == tiles.count else {
      throw TileError.wrongCount(expected: tiles.count, found: contents.count)
    }
    return try zip(tiles, contents).map { tile, bytes in
      guard let hashes = TileContents(tile: tile, bytes: bytes)?.hashes else {
        throw TileError.wrongLength(tile: tile, expected: tile.byteCount, found: bytes.count)
      }
      return hashes
    }
  }
}
