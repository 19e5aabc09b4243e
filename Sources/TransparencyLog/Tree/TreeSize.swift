/// The number of leaves of a tree. A tree of size n holds the positions 0 ..< n.
public struct TreeSize: RawRepresentable, Hashable, Sendable {
  /// The number itself, below 2⁶³ in everything that this module reads.
  public let rawValue: UInt64

  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
  @inlinable public init(_ value: UInt64) { rawValue = value }

  /// The number that strict ASCII decimal spells: no sign, no leading zero, at most 2⁶³ − 1; else nil.
  public init?(decimal text: UnsafeRawBufferPointer) {
    guard let value = unsafe StrictDecimal.decode(text) else { return nil }
    rawValue = value
  }

  /// A tree without leaves.
  public static let empty = TreeSize(0)

  /// Whether the tree has no leaves.
  public var isEmpty: Bool { rawValue == 0 }

  /// The position behind the last one: that of the next entry.
  @inlinable public var end: Position { Position(rawValue) }

  /// The positions of all leaves.
  @inlinable public var positions: Range<Position> { .first..<end }

  /// Whether the tree has a leaf at `position`.
  @inlinable public func contains(_ position: Position) -> Bool { position.rawValue < rawValue }
}

extension TreeSize: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  @inlinable public static func < (left: TreeSize, right: TreeSize) -> Bool { left.rawValue < right.rawValue }
  @inlinable public init(integerLiteral value: UInt64) { rawValue = value }
  /// The decimal number.
  public var description: String { String(rawValue) }
}
