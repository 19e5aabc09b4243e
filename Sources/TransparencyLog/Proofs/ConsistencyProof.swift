public import Cryptography

/// Evidence that a tree only grew: the first `old` leaves of the new tree are the leaves of the old one (RFC 6962, section 2.1.2).
///
/// Law: for all old ≤ new, `prove(…).check(oldRoot:newRoot:)` succeeds, and fails for every other pair of roots, except that the
/// empty tree is consistent with every tree.
public struct ConsistencyProof: Hashable, Sendable {
  /// The size of the tree that was known before.
  public let old: TreeSize
  /// The size of the tree that it grew into.
  public let new: TreeSize
  /// The hashes, from the lowest up. Empty when the sizes are equal or the old tree is empty.
  public let path: [Digest]

  /// A proof as read from somewhere; nothing is checked before ``check(oldRoot:newRoot:)``.
  public init(old: TreeSize, new: TreeSize, path: [Digest]) {
    self.old = old
    self.new = new
    self.path = path
  }

  /// The proof that the tree of `new` leaves extends the one of `old` leaves.
  ///
  /// - Throws: ``ProofError/sizesOutOfOrder(old:new:)``; what the reader throws.
  public static func prove(old: TreeSize, new: TreeSize, reader: some HashReader) throws -> ConsistencyProof {
    guard old <= new else { throw ProofError.sizesOutOfOrder(old: old, new: new) }
    guard old < new, !old.isEmpty else { return ConsistencyProof(old: old, new: new, path: []) }
    let start = startNode(of: old)
    // When the old tree is one perfect subtree, its root is known to whoever checks and is left out.
    let first = old.isPowerOfTwo ? [] : [start]
    let path = try SiblingPath(of: start, in: new).hashes(from: reader, first: first)
    return ConsistencyProof(old: old, new: new, path: path)
  }

  /// Checks that the tree with `newRoot` extends the one with `oldRoot` (RFC 9162, section 2.1.4.2).
  ///
  /// - Throws: ``ProofError/sizesOutOfOrder(old:new:)``, ``ProofError/wrongLength(expected:found:)``,
  ///   ``ProofError/oldRootMismatch(expected:found:)``, ``ProofError/rootMismatch(expected:found:)``.
  public func check(oldRoot: Digest, newRoot: Digest) throws(ProofError) {
    guard old <= new else { throw .sizesOutOfOrder(old: old, new: new) }
    let expected = pathLength
    guard path.count == expected else { throw .wrongLength(expected: expected, found: path.count) }
    if old.isEmpty {
      // Every tree extends the empty one, whose root is a constant.
      guard oldRoot == MerkleHash.emptyRoot else {
        throw .oldRootMismatch(expected: oldRoot, found: MerkleHash.emptyRoot)
      }
      guard old < new || newRoot == oldRoot else { throw .rootMismatch(expected: newRoot, found: oldRoot) }
      return
    }
    let found = old == new ? (old: oldRoot, new: oldRoot) : roots(oldRoot: oldRoot)
    guard found.old == oldRoot else { throw .oldRootMismatch(expected: oldRoot, found: found.old) }
    guard found.new == newRoot else { throw .rootMismatch(expected: newRoot, found: found.new) }
  }

  /// The number of hashes that the proof must have.
  private var pathLength: Int {
    guard old < new, !old.isEmpty else { return 0 }
    return SiblingPath.length(of: Self.startNode(of: old), in: new) + (old.isPowerOfTwo ? 0 : 1)
  }

  /// Both roots that follow from the path, whose length is right.
  private func roots(oldRoot: Digest) -> (old: Digest, new: Digest) {
    let start = Self.startNode(of: old)
    var node = start.index
    var last = (new.rawValue - 1) >> UInt64(start.level)
    var rest = path[...]
    let first = old.isPowerOfTwo ? oldRoot : rest.removeFirst()
    var found = (old: first, new: first)
    for sibling in rest {
      if node & 1 == 1 || node == last {
        found.old = MerkleHash.node(sibling, found.old)
        found.new = MerkleHash.node(sibling, found.new)
        while node & 1 == 0 && node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        found.new = MerkleHash.node(found.new, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return found
  }

  /// The smallest perfect subtree at the right edge of the old tree: where the ways of both roots begin.
  private static func startNode(of old: TreeSize) -> TreeNode {
    let level = old.rawValue.trailingZeroBitCount
    return TreeNode(level: level, index: (old.rawValue >> UInt64(level)) - 1)
  }
}

extension TreeSize {
  fileprivate var isPowerOfTwo: Bool { rawValue.nonzeroBitCount == 1 }
}
