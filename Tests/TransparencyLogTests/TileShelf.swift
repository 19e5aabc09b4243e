import TransparencyLog

/// Published tiles in memory. The widest of each place is kept and narrower ones are cut from it.
struct TileShelf: TileReader {
  private struct Place: Hashable {
    let level: Int
    let index: UInt64
  }
  private var bytes: [Place: [UInt8]] = [:]

  mutating func put(_ contents: TileContents) {
    bytes[Place(level: contents.tile.level, index: contents.tile.index)] = contents.bytes
  }

  mutating func flip(_ tile: Tile, byte: Int) {
    bytes[Place(level: tile.level, index: tile.index)]?[byte] ^= 1
  }

  /// Takes the last hash away.
  mutating func cut(_ tile: Tile) {
    bytes[Place(level: tile.level, index: tile.index)]?.removeLast(32)
  }

  func readTiles(_ tiles: [Tile]) throws -> [[UInt8]] {
    tiles.map { Array((bytes[Place(level: $0.level, index: $0.index)] ?? []).prefix($0.byteCount)) }
  }
}
