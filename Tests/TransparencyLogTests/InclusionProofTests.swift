import Cryptography
import TestSupport
import Testing
import TransparencyLog

@Suite("Inclusion proofs")
struct InclusionProofTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let why: String
      let position: UInt64
      let size: UInt64
      let path: [Hash]
      let leaf: Hash
      let root: Hash
      let error: String?
    }
    let cases: [Case]
  }

  @Test("Every vector is accepted, or refused for its reason")
  func vectors() throws {
    let cases = try Vectors.load("inclusion", as: File.self).cases
    #expect(cases.contains { $0.error == nil })
    for vector in cases {
      let proof = InclusionProof(
        position: Position(vector.position), size: TreeSize(vector.size), path: vector.path.map(\.digest))
      var refusal: String?
      do { try proof.check(leaf: vector.leaf.digest, root: vector.root.digest) } catch { refusal = error.refusal }
      #expect(refusal == vector.error, "\(vector.why), position \(vector.position) of \(vector.size)")
    }
  }

  @Test("For every position of every size to 300 the proof is the recursive one, and its check succeeds")
  func exhaustive() throws {
    let reference = ReferenceTree(count: 300)
    var stored = StoredHashes()
    for leaf in reference.leaves { stored.append(leaf) }
    for size in 1...300 {
      let root = reference.root(0..<size)
      for position in 0..<size {
        let proof = try InclusionProof.prove(Position(UInt64(position)), in: TreeSize(UInt64(size)), reader: stored)
        try #require(proof.path == reference.path(position, 0..<size), "position \(position) of \(size)")
        try proof.check(leaf: reference.leaves[position], root: root)
      }
    }
  }

  @Test("At drawn positions of drawn sizes to 20,000 the same holds")
  func larger() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let reference = ReferenceTree(count: 20_000)
    var stored = StoredHashes()
    for leaf in reference.leaves { stored.append(leaf) }
    for _ in 0..<20 {
      let size = Int.random(in: 301...20_000, using: &generator)
      for position in [0, size - 1] + (0..<12).map({ _ in Int.random(in: 0..<size, using: &generator) }) {
        let proof = try InclusionProof.prove(Position(UInt64(position)), in: TreeSize(UInt64(size)), reader: stored)
        try #require(proof.path == reference.path(position, 0..<size), "position \(position) of \(size), seed \(seed)")
        try proof.check(leaf: reference.leaves[position], root: reference.root(0..<size))
      }
    }
  }

  @Test("Every proof to size 20 refuses other leaves, other positions, and each hash changed, dropped, doubled or swapped")
  func mutations() throws {
    let reference = ReferenceTree(count: 20)
    var stored = StoredHashes()
    for leaf in reference.leaves { stored.append(leaf) }
    for size in 1...20 {
      let root = reference.root(0..<size)
      for position in 0..<size {
        let good = try InclusionProof.prove(Position(UInt64(position)), in: TreeSize(UInt64(size)), reader: stored)
        let leaf = reference.leaves[position]
        for other in 0..<size where other != position {
          #expect(throws: ProofError.self) { try good.check(leaf: reference.leaves[other], root: root) }
          let moved = InclusionProof(position: Position(UInt64(other)), size: good.size, path: good.path)
          #expect(throws: ProofError.self) { try moved.check(leaf: leaf, root: root) }
        }
        for path in damaged(good.path) {
          let bad = InclusionProof(position: good.position, size: good.size, path: path)
          #expect(throws: ProofError.self) { try bad.check(leaf: leaf, root: root) }
        }
      }
    }
  }

  @Test("A proof for a position outside the tree is not made and not believed")
  func outOfRange() throws {
    let stored = StoredHashes()
    #expect(throws: ProofError.positionOutOfRange(position: 0, size: 0)) {
      try InclusionProof.prove(0, in: 0, reader: stored)
    }
    let proof = InclusionProof(position: 9, size: 9, path: [])
    #expect(throws: ProofError.positionOutOfRange(position: 9, size: 9)) { try proof.check(leaf: .zero, root: .zero) }
  }

  @Test("The largest trees make no arithmetic overflow: lengths are checked without walking")
  func largestTrees() {
    let size = TreeSize(UInt64(Int64.max))
    for position in [0, size.rawValue - 1, size.rawValue / 2] {
      let proof = InclusionProof(position: Position(position), size: size, path: [])
      #expect(throws: ProofError.self) { try proof.check(leaf: .zero, root: .zero) }
    }
    let widest = InclusionProof(position: Position(UInt64.max - 1), size: TreeSize(UInt64.max), path: [])
    #expect(throws: ProofError.self) { try widest.check(leaf: .zero, root: .zero) }
  }
}

/// `path` with each hash changed, dropped, doubled, and each two neighbours swapped.
func damaged(_ path: [Digest]) -> [[Digest]] {
  path.indices.flatMap { index in
    var changed = path
    changed[index] = MerkleHash.node(path[index], path[index])
    var dropped = path
    dropped.remove(at: index)
    var doubled = path
    doubled.insert(path[index], at: index)
    guard index > 0, path[index] != path[index - 1] else { return [changed, dropped, doubled] }
    var swapped = path
    swapped.swapAt(index, index - 1)
    return [changed, dropped, doubled, swapped]
  }
}
