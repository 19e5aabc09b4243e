public import Cryptography

/// Where stored subtree hashes come from: all input and output of proofs is behind this.
public protocol HashReader {
  /// The hashes at `nodes`, in the same order. Called once for each proof, so that an implementation can fetch in one go.
  ///
  /// Every node asked for is complete in the tree that the caller works on.
  func readHashes(at nodes: [TreeNode]) throws -> [Digest]
}

/// How a hash reader broke its contract.
public enum HashReaderError: Error, Equatable, Sendable {
  /// `expected` hashes were asked for and `found` came.
  case wrongCount(expected: Int, found: Int)
  /// The reader has no hash for a node that must exist.
  case missing(TreeNode)
}

extension HashReader {
  /// ``readHashes(at:)`` with the number of answers checked.
  func readAll(at nodes: [TreeNode]) throws -> [Digest] {
    guard !nodes.isEmpty else { return [] }
    let hashes = try readHashes(at: nodes)
    guard hashes.count == nodes.count else {
      throw HashReaderError.wrongCount(expected: nodes.count, found: hashes.count)
    }
    return hashes
  }

  /// The root of the tree of `size`.
  ///
  /// - Throws: what the reader throws; ``HashReaderError``.
  public func root(of size: TreeSize) throws -> Digest {
    try CompactTree(size: size, reader: self).root
  }
}
