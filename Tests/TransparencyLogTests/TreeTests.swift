import Cryptography
import Testing
import TransparencyLog

@Suite("The tree of RFC 6962")
struct TreeTests {
  private struct Roots: Decodable {
    struct Known: Decodable {
      let entries: [Hex]
      let leafHashes: [Hash]
      let roots: [Hash]
    }
    struct Long: Decodable {
      let size: UInt64
      let root: Hash
    }
    let known: Known
    let long: [Long]
  }

  @Test("Known entries have the known leaf hashes and roots")
  func knownRoots() throws {
    let known = try Vectors.load("roots", as: Roots.self).known
    var tree = CompactTree()
    #expect(tree.root == known.roots[0].digest)
    for (offset, entry) in known.entries.enumerated() {
      let leaf = MerkleHash.leaf(entry.bytes)
      #expect(leaf == known.leafHashes[offset].digest)
      tree.append(leaf)
      #expect(tree.root == known.roots[offset + 1].digest, "size \(offset + 1)")
    }
  }

  @Test("The golden values of RFC 6962 hold: the empty root and the hash of the empty leaf")
  func goldenValues() {
    #expect(MerkleHash.emptyRoot.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(MerkleHash.leaf([]).base64 == "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=")
  }

  @Test("The long tree has the roots that another implementation computed")
  func longRoots() throws {
    let wanted = Dictionary(
      uniqueKeysWithValues: try Vectors.load("roots", as: Roots.self).long.map { ($0.size, $0.root.digest) })
    #expect(wanted.count > 40)
    var tree = CompactTree()
    for position in 0...70_000 {
      if let root = wanted[tree.size.rawValue] { #expect(tree.root == root, "size \(tree.size)") }
      tree.append(MerkleHash.leaf(ReferenceTree.entry(at: position)))
    }
  }

  @Test("At every size to 300 the root, the stored hashes and a restored tree agree with the recursive definition")
  func rootsBySize() throws {
    let reference = ReferenceTree(count: 300)
    var stored = StoredHashes()
    for size in 0...300 {
      let wanted = reference.root(0..<size)
      #expect(stored.tree.root == wanted)
      #expect(try stored.root(of: TreeSize(UInt64(size))) == wanted)
      let restored = CompactTree(size: stored.tree.size, peaks: stored.tree.peaks)
      #expect(restored == stored.tree)
      if size < 300 { stored.append(reference.leaves[size]) }
    }
    for size in 0...300 {
      #expect(try stored.root(of: TreeSize(UInt64(size))) == reference.root(0..<size), "an old size of a grown tree")
    }
  }

  @Test("Appending reports each completed subtree once, with the hash of its leaves")
  func completedSubtrees() {
    let reference = ReferenceTree(count: 130)
    var tree = CompactTree()
    var reported: [TreeNode: Digest] = [:]
    for leaf in reference.leaves {
      tree.append(leaf) { node, hash in
        #expect(reported.updateValue(hash, forKey: node) == nil)
      }
    }
    for (node, hash) in reported {
      let start = Int(node.index) << node.level
      #expect(hash == reference.root(start..<(start + 1 << node.level)), "\(node)")
    }
    // 130 leaves, and 65 + 32 + 16 + 8 + 4 + 2 + 1 perfect subtrees above them.
    #expect(reported.count == 258)
  }

  @Test("A tree is not restored from a wrong number of peaks")
  func wrongPeaks() {
    #expect(CompactTree(size: 7, peaks: [.zero, .zero]) == nil)
    #expect(CompactTree(size: 8, peaks: []) == nil)
    #expect(CompactTree(size: 0, peaks: [.zero]) == nil)
    #expect(CompactTree(size: 0, peaks: []) == CompactTree())
  }

  @Test("A reader that answers too little or not at all is an error, not a wrong root")
  func brokenReaders() throws {
    struct Short: HashReader {
      func readHashes(at nodes: [TreeNode]) throws -> [Digest] { [] }
    }
    #expect(throws: HashReaderError.wrongCount(expected: 3, found: 0)) { try Short().root(of: 7) }
    #expect(throws: HashReaderError.missing(TreeNode(level: 2, index: 0))) { try StoredHashes().root(of: 7) }
  }

  @Test("Positions and sizes are strict decimals below 2⁶³")
  func strictDecimals() {
    let good: [String: UInt64] = ["0": 0, "7": 7, "10": 10, "1204": 1204, "9223372036854775807": UInt64(Int64.max)]
    for (text, value) in good {
      #expect(unsafe Array(text.utf8).withUnsafeBytes { unsafe TreeSize(decimal: $0) } == TreeSize(value))
      #expect(unsafe Array(text.utf8).withUnsafeBytes { unsafe Position(decimal: $0) } == Position(value))
    }
    for text in [
      "", "00", "01", "+1", "-1", " 1", "1 ", "1a", "9223372036854775808", "18446744073709551616", "99999999999999999999",
    ] {
      #expect(unsafe Array(text.utf8).withUnsafeBytes { unsafe TreeSize(decimal: $0) } == nil, "\(text)")
    }
    #expect(TreeSize(5).contains(4) && !TreeSize(5).contains(5))
  }
}
