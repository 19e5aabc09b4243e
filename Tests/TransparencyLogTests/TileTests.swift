import Cryptography
import TestSupport
import Testing
import TransparencyLog

@Suite("Tiles")
struct TileTests {
  private struct File: Decodable {
    struct Edge: Decodable {
      struct Contents: Decodable {
        let level: Int
        let index: UInt64
        let width: Int
        let sha256: Hex
      }
      let size: UInt64
      let tiles: [Contents]
    }
    let edges: [Edge]
  }

  @Test("The tiles built at each boundary are those of another implementation, and each hash is taken once")
  func builtTiles() throws {
    let edges = try Vectors.load("tiles", as: File.self).edges
    var published = TileShelf()
    var builder = TileBuilder()
    for edge in edges {
      published.extend(&builder, to: edge.size, leaf)
      for wanted in edge.tiles {
        let tile = Tile(level: wanted.level, index: wanted.index, width: wanted.width)
        let bytes = try #require(try published.readTiles([tile]).first)
        #expect(SHA256.hash(bytes).bytes == wanted.sha256.bytes, "\(tile) at size \(edge.size)")
      }
      #expect(builder.takeHashes().isEmpty)
    }
  }

  @Test("At every size around the boundaries a builder restored from tiles has the root, and goes on as the first would")
  func restoring() throws {
    let sizes: [UInt64] = [0, 1, 2, 254, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_791, 65_792, 65_793]
    var published = TileShelf()
    var builder = TileBuilder()
    for size in sizes {
      published.extend(&builder, to: size, leaf)
      var restored = try TileBuilder(size: builder.size, reader: published)
      #expect(restored.root == builder.root)
      #expect(restored.tree == builder.tree)
      #expect(restored.takeHashes().isEmpty)
      var next = builder
      restored.append(leaf(size))
      next.append(leaf(size))
      #expect(restored.takeHashes() == next.takeHashes())
    }
  }

  @Test("From tiles every proof is the one that stored hashes give, whichever levels it crosses")
  func proofsFromTiles() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let (stored, published) = build(66_000)
    for size in [1, 2, 255, 256, 257, 1_000, 65_535, 65_536, 65_537, 66_000].map({ TreeSize($0) }) {
      let reader = try TileHashReader(size: size, root: stored.root(of: size), source: published)
      for _ in 0..<8 {
        let position = Position(UInt64.random(in: 0..<size.rawValue, using: &generator))
        let wanted = try InclusionProof.prove(position, in: size, reader: stored)
        #expect(try InclusionProof.prove(position, in: size, reader: reader) == wanted, "\(position) of \(size), seed \(seed)")
        let old = TreeSize(UInt64.random(in: 0...size.rawValue, using: &generator))
        #expect(
          try ConsistencyProof.prove(old: old, new: size, reader: reader)
            == ConsistencyProof.prove(old: old, new: size, reader: stored), "\(old) to \(size), seed \(seed)")
      }
    }
  }

  @Test("A changed byte in any tile that a proof uses is found, and the tile is named")
  func changedTiles() throws {
    let (stored, published) = build(66_000)
    let size = TreeSize(66_000)
    let root = try stored.root(of: size)
    let edge = Tile.rightEdge(of: size)
    for tile in edge {
      var bad = published
      bad.flip(tile, byte: 5)
      #expect(throws: TileError.self) { try TileHashReader(size: size, root: root, source: bad) }
    }
    for tile in [Tile(level: 0, index: 7), Tile(level: 1, index: 0)] {
      var bad = published
      bad.flip(tile, byte: 8_191)
      let reader = try TileHashReader(size: size, root: root, source: bad)
      let error = try #require(throws: TileError.self) {
        try InclusionProof.prove(Position(7 * 256 + 3), in: size, reader: reader)
      }
      guard case .hashMismatch(tile, _, _) = error else {
        Issue.record("expected a mismatch in \(tile), found \(error)")
        continue
      }
    }
  }

  @Test("A tile of the wrong length is refused, and so is a reader of another root")
  func wrongTiles() throws {
    let (stored, published) = build(300)
    var bad = published
    bad.cut(Tile(level: 0, index: 1, width: 44))
    #expect(throws: TileError.wrongLength(tile: Tile(level: 0, index: 1, width: 44), expected: 1_408, found: 1_376)) {
      try TileHashReader(size: 300, root: stored.tree.root, source: bad)
    }
    #expect(throws: TileError.rootMismatch(expected: .zero, found: stored.tree.root)) {
      try TileHashReader(size: 300, root: .zero, source: published)
    }
    let reader = try TileHashReader(size: 300, root: stored.tree.root, source: published)
    let outside = TreeNode(level: 0, index: 300)
    #expect(throws: TileError.nodeOutOfRange(node: outside, size: 300)) { try reader.readHashes(at: [outside]) }
    let unfinished = TreeNode(level: 8, index: 1)
    #expect(throws: TileError.nodeOutOfRange(node: unfinished, size: 300)) { try reader.readHashes(at: [unfinished]) }
  }

  @Test("Contents have as many bytes as their tile is wide")
  func contents() {
    let tile = Tile(level: 0, index: 0, width: 2)
    let bytes = Array(UInt8(0)..<64)
    #expect(TileContents(tile: tile, bytes: bytes)?.hashes.flatMap(\.bytes) == bytes)
    #expect(TileContents(tile: tile, bytes: Array(bytes.dropLast())) == nil)
  }

  private func leaf(_ position: UInt64) -> Digest { MerkleHash.leaf(ReferenceTree.entry(at: Int(position))) }

  private func build(_ count: UInt64) -> (StoredHashes, TileShelf) {
    var stored = StoredHashes()
    for position in 0..<count { stored.append(leaf(position)) }
    var builder = TileBuilder()
    var shelf = TileShelf()
    shelf.extend(&builder, to: count, leaf)
    return (stored, shelf)
  }
}
