public import Cryptography

/// Evidence that a leaf stands at one position of a tree, in O(log n) hashes (RFC 6962, section 2.1.1).
///
/// Law: for every position below the size, `prove(…).check(leaf:root:)` succeeds, and fails for every other leaf.
public struct InclusionProof: Hashable, Sendable {
  /// Where the leaf stands.
  public let position: Position
  /// The size of the tree that the proof leads to.
  public let size: TreeSize
  /// The sibling hashes, from the leaf's own up to the root's child.
  public let path: [Digest]

  /// A proof as read from somewhere; nothing is checked before ``check(leaf:root:)``.
  public init(position: Position, size: TreeSize, path: [Digest]) {
    self.position = position
    self.size = size
    self.path = path
  }

  /// The proof for the leaf at `position` in the tree of `size`.
  ///
  /// - Throws: ``ProofError/positionOutOfRange(position:size:)``; what the reader throws.
  public static func prove(_ position: Position, in size: TreeSize, reader: some HashReader) throws -> InclusionProof {
    guard size.contains(position) else { throw ProofError.positionOutOfRange(position: position, size: size) }
    let path = try SiblingPath(of: TreeNode(leaf: position), in: size).hashes(from: reader)
    return InclusionProof(position: position, size: size, path: path)
  }

  /// Checks that the leaf hash `leaf` stands at ``position`` of the tree of ``size`` with this `root` (RFC 9162, section 2.1.3.2).
  ///
  /// - Throws: ``ProofError/positionOutOfRange(position:size:)``, ``ProofError/wrongLength(expected:found:)``,
  ///   ``ProofError/rootMismatch(expected:found:)``.
  public func check(leaf: Digest, root: Digest) throws(ProofError) {
    let found = try self.root(leaf: leaf)
    guard found == root else { throw .rootMismatch(expected: root, found: found) }
  }

  /// The root that follows from the leaf hash `leaf` if the proof is true.
  ///
  /// - Throws: ``ProofError/positionOutOfRange(position:size:)``, ``ProofError/wrongLength(expected:found:)``.
  public func root(leaf: Digest) throws(ProofError) -> Digest {
    guard size.contains(position) else { throw .positionOutOfRange(position: position, size: size) }
    // With the right length the algorithm of RFC 9162 always ends at the root, so its sn = 0 checks are in this one.
    let expected = SiblingPath.length(of: TreeNode(leaf: position), in: size)
    guard path.count == expected else { throw .wrongLength(expected: expected, found: path.count) }
    var node = position.rawValue
    var last = size.rawValue - 1
    var hash = leaf
    for sibling in path {
      if node & 1 == 1 || node == last {
        hash = MerkleHash.node(sibling, hash)
        while node & 1 == 0 && node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        hash = MerkleHash.node(hash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return hash
  }
}
