import Cryptography
import LedgerStore
import TransparencyLog

/// Tiles of a ledger from its database, full or partial: leaf hashes, and the hashes that were stored as their subtrees were completed.
struct StoreTileReader: TileReader {
  let store: any EntryStore

  func readTiles(_ tiles: [Tile]) throws -> [[UInt8]] {
    try tiles.map { tile in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(tile.byteCount)
      // Fewer bytes than the tile has are found by whoever asked for it.
      for hash in try hashes(of: tile) { unsafe hash.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) } }
      return bytes
    }
  }

  private func hashes(of tile: Tile) throws -> [Digest] {
    let first = tile.index * UInt64(Tile.fullWidth)
    let range = first..<first + UInt64(tile.width)
    guard tile.level > 0 else { return try store.leaves(Position(range.lowerBound)..<Position(range.upperBound)) }
    let stored = try store.tileHashes(level: tile.level, range)
    return zip(range, stored).prefix { $0 == $1.place }.compactMap { $1.hash }
  }
}
