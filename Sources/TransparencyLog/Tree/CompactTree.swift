public import Cryptography

/// The right edge of a growing tree: enough to append leaves and to know the root, in O(log n) memory.
///
/// Law: after appending leaves h₀ … hₙ₋₁ the root is the Merkle Tree Hash of RFC 6962, section 2.1.
public struct CompactTree: Hashable, Sendable {
  /// The number of leaves.
  public private(set) var size: TreeSize
  /// The hashes at ``TreeNode/peaks(of:)``, largest subtree first.
  public private(set) var peaks: [Digest]

  /// The tree without leaves.
  public init() {
    size = .empty
    peaks = []
  }

  /// The tree of `size` whose perfect subtrees hash to `peaks`, or nil unless there is one for each bit of the size.
  /// Nothing else can be checked here: compare ``root`` with a signed one.
  public init?(size: TreeSize, peaks: [Digest]) {
    guard peaks.count == size.rawValue.nonzeroBitCount else { return nil }
    self.size = size
    self.peaks = peaks
  }

  /// The tree of `size` as `reader` has stored it.
  ///
  /// - Throws: what the reader throws; ``HashReaderError/wrongCount(expected:found:)``.
  public init(size: TreeSize, reader: some HashReader) throws {
    self.size = size
    peaks = try reader.readAll(at: TreeNode.peaks(of: size))
  }

  /// The root: the Merkle Tree Hash of all leaves, ``MerkleHash/emptyRoot`` when there is none.
  public var root: Digest { MerkleHash.fold(peaks) ?? MerkleHash.emptyRoot }

  /// Appends one leaf.
  public mutating func append(_ leaf: Digest) {
    append(leaf) { _, _ in }
  }

  /// Appends one leaf and reports, from the leaf upwards, every perfect subtree that it completes: what a store of hashes keeps.
  public mutating func append(_ leaf: Digest, completed: (TreeNode, Digest) -> Void) {
    let position = size.rawValue
    completed(TreeNode(level: 0, index: position), leaf)
    var hash = leaf
    for level in 1..<(position.trailingOnes + 1) {
      hash = MerkleHash.node(peaks.removeLast(), hash)
      completed(TreeNode(level: level, index: position >> UInt64(level)), hash)
    }
    peaks.append(hash)
    size = TreeSize(position + 1)
  }
}

extension UInt64 {
  /// The number of one bits below the lowest zero bit: how many subtrees the leaf at this position completes.
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
