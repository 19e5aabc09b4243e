import Cryptography
import Testing
import TransparencyLog

/// Published tiles in memory. The widest of each place is kept and narrower ones are cut from it.
struct TileShelf: TileReader {
  private struct Place: Hashable {
    let level: Int
    let index: UInt64
  }
  private var bytes: [Place: [UInt8]] = [:]

  /// Appends leaves up to a size and keeps what a store would: the leaves, and the hashes that the builder gives.
  mutating func extend(_ builder: inout TileBuilder, to size: UInt64, _ leaf: (UInt64) -> Digest) {
    while builder.size.rawValue < size {
      let position = builder.size.rawValue
      put(level: 0, place: position, leaf(position))
      builder.append(leaf(position))
    }
    for hash in builder.takeHashes() { put(level: hash.level, place: hash.place, hash.hash) }
  }

  /// Each hash must come once, and in order.
  private mutating func put(level: Int, place: UInt64, _ hash: Digest) {
    let tile = Place(level: level, index: place / 256)
    #expect(bytes[tile, default: []].count == 32 * Int(place % 256), "hash \(place) of level \(level)")
    bytes[tile, default: []] += hash.bytes
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
