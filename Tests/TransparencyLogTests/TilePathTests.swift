import Testing
import TransparencyLog

@Suite("Tile paths and coordinates")
struct TilePathTests {
  private struct File: Decodable {
    struct Path: Decodable {
      let level: Int?
      let index: UInt64
      let width: Int
      let path: String
    }
    let paths: [Path]
    let refusedPaths: [String]
  }

  @Test("Paths and coordinates map to each other")
  func paths() throws {
    for vector in try Vectors.load("tiles", as: File.self).paths {
      if let level = vector.level {
        let tile = Tile(level: level, index: vector.index, width: vector.width)
        #expect(tile.path == vector.path)
        #expect(try Tile(path: vector.path) == tile)
        #expect(throws: TilePathError.self) { try EntryBundle.Coordinate(path: vector.path) }
      } else {
        let bundle = EntryBundle.Coordinate(index: vector.index, width: vector.width)
        #expect(bundle.path == vector.path)
        #expect(try EntryBundle.Coordinate(path: vector.path) == bundle)
        #expect(throws: TilePathError.self) { try Tile(path: vector.path) }
      }
    }
  }

  @Test("Every other spelling is refused")
  func refused() throws {
    let refused = try Vectors.load("tiles", as: File.self).refusedPaths
    #expect(refused.count > 50)
    for path in refused {
      #expect(throws: TilePathError.self, "\(path)") { try TilePath(parsing: path) }
    }
  }

  @Test("Every index to 2,100, full and partial, comes back from its path")
  func roundTrip() throws {
    for index in UInt64(0)..<2_100 {
      for width in [1, 99, 255, 256] {
        let tile = Tile(level: 2, index: index, width: width)
        #expect(try Tile(path: tile.path) == tile)
      }
    }
  }

  @Test("A tree of 70,000 leaves has the tiles that the C2SP page counts")
  func seventyThousand() {
    let tiles = Tile.added(from: 0, to: 70_000)
    #expect(tiles.filter { $0.level == 0 && $0.isFull }.count == 273)
    #expect(
      tiles.filter { !$0.isFull } == [
        Tile(level: 0, index: 273, width: 112), Tile(level: 1, index: 1, width: 17), Tile(level: 2, index: 0, width: 1),
      ])
    #expect(tiles.filter { $0.level == 1 && $0.isFull }.count == 1)
    #expect(Tile.rightEdge(of: 70_000) == tiles.filter { !$0.isFull })
    #expect(Tile.rightEdge(of: 256) == [Tile(level: 1, index: 0, width: 1)])
    #expect(Tile.rightEdge(of: 0).isEmpty)
  }

  @Test("A tile that a tree does not reach has no coordinate")
  func outOfReach() {
    #expect(Tile(level: 0, index: 0, in: 0) == nil)
    #expect(Tile(level: 0, index: 1, in: 256) == nil)
    #expect(Tile(level: 0, index: 1, in: 257)?.width == 1)
    #expect(Tile(level: 1, index: 0, in: 255) == nil)
    #expect(Tile(level: 7, index: 0, in: TreeSize(UInt64.max))?.width == 255)
    #expect(Tile(level: 8, index: 0, in: TreeSize(UInt64.max)) == nil)
    #expect(Tile(level: 0, index: UInt64.max, in: TreeSize(UInt64.max)) == nil)
    #expect(Tile(level: 0, index: Tile.maximumIndex, in: TreeSize(UInt64.max))?.isFull == true)
  }
}
