import Cryptography
import TestSupport
import Testing
import TransparencyLog

@Suite("Consistency proofs")
struct ConsistencyProofTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let why: String
      let old: UInt64
      let new: UInt64
      let path: [Hash]
      let oldRoot: Hash
      let newRoot: Hash
      let error: String?
    }
    let cases: [Case]
  }

  @Test("Every vector is accepted, or refused for its reason")
  func vectors() throws {
    let cases = try Vectors.load("consistency", as: File.self).cases
    #expect(cases.contains { $0.error == nil })
    for vector in cases {
      let proof = ConsistencyProof(old: TreeSize(vector.old), new: TreeSize(vector.new), path: vector.path.map(\.digest))
      var refusal: String?
      do { try proof.check(oldRoot: vector.oldRoot.digest, newRoot: vector.newRoot.digest) } catch { refusal = error.refusal }
      #expect(refusal == vector.error, "\(vector.why), \(vector.old) to \(vector.new)")
    }
  }

  @Test("For every two sizes to 300 the proof is the recursive one, and its check succeeds")
  func exhaustive() throws {
    let (reference, stored) = trees(count: 300)
    let roots = (0...300).map { reference.root(0..<$0) }
    for new in 0...300 {
      for old in 0...new {
        let proof = try ConsistencyProof.prove(old: TreeSize(UInt64(old)), new: TreeSize(UInt64(new)), reader: stored)
        try #require(proof.path == reference.consistency(old, new), "\(old) to \(new)")
        try proof.check(oldRoot: roots[old], newRoot: roots[new])
      }
    }
  }

  @Test("For drawn sizes to 20,000 the same holds")
  func larger() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let (reference, stored) = trees(count: 20_000)
    for _ in 0..<20 {
      let new = Int.random(in: 301...20_000, using: &generator)
      for old in [1, 256, new / 2, new - 1] + (0..<10).map({ _ in Int.random(in: 1..<new, using: &generator) }) {
        let proof = try ConsistencyProof.prove(old: TreeSize(UInt64(old)), new: TreeSize(UInt64(new)), reader: stored)
        try #require(proof.path == reference.consistency(old, new), "\(old) to \(new), seed \(seed)")
        try proof.check(oldRoot: reference.root(0..<old), newRoot: reference.root(0..<new))
      }
    }
  }

  @Test("Every proof to size 20 refuses other roots, other sizes, and each hash changed, dropped, doubled or swapped")
  func mutations() throws {
    let (reference, stored) = trees(count: 20)
    let roots = (0...20).map { reference.root(0..<$0) }
    for new in 1...20 {
      for old in 1...new {
        let good = try ConsistencyProof.prove(old: TreeSize(UInt64(old)), new: TreeSize(UInt64(new)), reader: stored)
        for other in 0...20 where other != old {
          #expect(throws: ProofError.self) { try good.check(oldRoot: roots[other], newRoot: roots[new]) }
        }
        for other in 0...20 where other != new {
          #expect(throws: ProofError.self) { try good.check(oldRoot: roots[old], newRoot: roots[other]) }
        }
        for path in damaged(good.path) {
          let bad = ConsistencyProof(old: good.old, new: good.new, path: path)
          #expect(throws: ProofError.self) { try bad.check(oldRoot: roots[old], newRoot: roots[new]) }
        }
      }
    }
  }

  @Test("A history that was rewritten is not consistent with the one before")
  func rewritten() throws {
    let (reference, _) = trees(count: 40)
    for rewritten in 0..<20 {
      var forged = StoredHashes()
      for (position, leaf) in reference.leaves.enumerated() {
        forged.append(position == rewritten ? MerkleHash.leaf([0xFF]) : leaf)
      }
      let proof = try ConsistencyProof.prove(old: 20, new: 40, reader: forged)
      #expect(throws: ProofError.self) {
        try proof.check(oldRoot: reference.root(0..<20), newRoot: forged.tree.root)
      }
    }
  }

  @Test("A proof from a larger to a smaller tree is not made and not believed")
  func backwards() throws {
    let (_, stored) = trees(count: 8)
    #expect(throws: ProofError.sizesOutOfOrder(old: 8, new: 7)) {
      try ConsistencyProof.prove(old: 8, new: 7, reader: stored)
    }
    let proof = ConsistencyProof(old: 8, new: 7, path: [])
    #expect(throws: ProofError.sizesOutOfOrder(old: 8, new: 7)) { try proof.check(oldRoot: .zero, newRoot: .zero) }
  }

  private func trees(count: Int) -> (ReferenceTree, StoredHashes) {
    let reference = ReferenceTree(count: count)
    var stored = StoredHashes()
    for leaf in reference.leaves { stored.append(leaf) }
    return (reference, stored)
  }
}
