import Cryptography

/// The hashes beside the way from a node up to the root of a tree.
struct SiblingPath {
  /// For each step upwards the perfect subtrees that make up the sibling, largest first: one, except where the sibling is the
  /// ragged right edge of the tree.
  let steps: [[TreeNode]]

  /// - Precondition: `node` is complete in the tree of `size`.
  init(of node: TreeNode, in size: TreeSize) {
    let base = UInt64(node.level)
    let last = (size.rawValue - 1) >> base
    // Below the height where the ways to this node and to the last leaf part, every step has a sibling; above it they go
    // together along the right edge, and only steps from a right child have one.
    let parting = 64 - (node.index ^ last).leadingZeroBitCount
    var steps: [[TreeNode]] = []
    for height in 0..<parting {
      let sibling = (node.index >> UInt64(height)) ^ 1
      let level = node.level + height
      steps.append(
        height == parting - 1
          ? TreeNode.covering(from: sibling << UInt64(level), to: min((sibling + 1) << UInt64(level), size.rawValue))
          : [TreeNode(level: level, index: sibling)])
    }
    for height in parting..<max(parting, 64 - node.index.leadingZeroBitCount)
    where (node.index >> UInt64(height)) & 1 == 1 {
      steps.append([TreeNode(level: node.level + height, index: (node.index >> UInt64(height)) - 1)])
    }
    self.steps = steps
  }

  /// The number of steps, without listing them.
  static func length(of node: TreeNode, in size: TreeSize) -> Int {
    let last = (size.rawValue - 1) >> UInt64(node.level)
    let parting = 64 - (node.index ^ last).leadingZeroBitCount
    return parting + (parting < 64 ? (node.index >> UInt64(parting)).nonzeroBitCount : 0)
  }

  /// One hash for each step, from hashes that `reader` has stored.
  func hashes(from reader: some HashReader, first: [TreeNode] = []) throws -> [Digest] {
    let groups = first.map { [$0] } + steps
    let stored = try reader.readAll(at: groups.flatMap { $0 })
    var start = 0
    return groups.compactMap { group in
      defer { start += group.count }
      return MerkleHash.fold(stored[start..<(start + group.count)])
    }
  }
}
