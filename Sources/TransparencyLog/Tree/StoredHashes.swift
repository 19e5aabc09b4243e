public import Cryptography

/// All subtree hashes of a tree in memory, for tests and small trees: about two hashes a leaf.
public struct StoredHashes: HashReader, Sendable {
  private var levels: [[Digest]] = []
  /// The right edge of the same tree.
  public private(set) var tree = CompactTree()

  public init() {}

  /// Appends one leaf and keeps every subtree hash that it completes.
  public mutating func append(_ leaf: Digest) {
    var levels = self.levels
    self.levels = []
    tree.append(leaf) { node, hash in
      if node.level == levels.count { levels.append([]) }
      levels[node.level].append(hash)
    }
    self.levels = levels
  }

  /// - Throws: ``HashReaderError/missing(_:)``.
  public func readHashes(at nodes: [TreeNode]) throws -> [Digest] {
    try nodes.map { node in
      guard node.level < levels.count, node.index < UInt64(levels[node.level].count) else {
        throw HashReaderError.missing(node)
      }
      return levels[node.level][Int(node.index)]
    }
  }
}
