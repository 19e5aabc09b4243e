import Cryptography
import LedgerStore
import TransparencyLog

/// Tiles of a ledger from its database: leaf hashes and complete tiles are read, partial ones recomputed.
struct StoreTileReader: TileReader {
  let store: any LedgerStorage

  func readTiles(_ tiles: [Tile]) throws -> [[UInt8]] {
    try tiles.map { tile in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(tile.byteCount)
      if tile.level > 0, let stored = try store.tile(level: tile.level, index: tile.index) {
        return Array(stored.prefix(tile.byteCount))
      }
      for hash in try hashes(of: tile) { bytes += hash.bytes }
      return bytes
    }
  }

  /// The hashes of a tile: leaf hashes, or the roots of the complete tiles below it.
  private func hashes(of tile: Tile) throws -> [Digest] {
    let first = tile.index * UInt64(Tile.fullWidth)
    let range = first..<first + UInt64(tile.width)
    guard tile.level > 0 else { return try store.leaves(range) }
    return try range.map { index in
      let below = Tile(level: tile.level - 1, index: index)
      var tree = CompactTree()
      for hash in try contents(of: below) { tree.append(hash) }
      return tree.root
    }
  }

  private func contents(of tile: Tile) throws -> [Digest] {
    guard tile.level > 0, let bytes = try store.tile(level: tile.level, index: tile.index),
      let stored = TileContents(tile: tile, bytes: bytes)
    else { return try hashes(of: tile) }
    return stored.hashes
  }
}
