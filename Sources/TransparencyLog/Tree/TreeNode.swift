/// The place of a perfect subtree: its hash covers the leaves index × 2^level ..< (index + 1) × 2^level.
public struct TreeNode: Hashable, Sendable {
  /// The height above the leaves: 0 for a leaf.
  public let level: Int
  /// The number of the subtree among those of its level, from the left.
  public let index: UInt64

  /// - Precondition: `level` is in 0 ..< 64.
  @inlinable public init(level: Int, index: UInt64) {
    precondition((0..<64).contains(level))
    self.level = level
    self.index = index
  }

  /// The leaf at `position`.
  @inlinable public init(leaf position: Position) {
    level = 0
    index = position.rawValue
  }

  /// Whether all leaves under this node are in a tree of `size`.
  public func isComplete(in size: TreeSize) -> Bool { size.rawValue >> UInt64(level) > index }

  /// The perfect subtrees, from the largest on the left to the smallest on the right, that together cover a tree of `size`:
  /// one for each bit of the size.
  public static func peaks(of size: TreeSize) -> [TreeNode] { covering(from: 0, to: size.rawValue) }

  /// The perfect subtrees that cover the leaves `start ..< end`, largest first.
  ///
  /// - Precondition: `start` is a multiple of a power of two that is at least `end - start`.
  static func covering(from start: UInt64, to end: UInt64) -> [TreeNode] {
    var nodes: [TreeNode] = []
    var start = start
    while start < end {
      let level = 63 - (end - start).leadingZeroBitCount
      nodes.append(TreeNode(level: level, index: start >> UInt64(level)))
      start += 1 << UInt64(level)
    }
    return nodes
  }
}

extension TreeNode: CustomStringConvertible {
  public var description: String { "node(level \(level), index \(index))" }
}
