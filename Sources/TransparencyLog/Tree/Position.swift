/// The place of an entry in the log, from 0.
public struct Position: RawRepresentable, Hashable, Sendable {
  /// The number itself, below 2⁶³ in everything that this module reads.
  public let rawValue: UInt64

  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
  @inlinable public init(_ value: UInt64) { rawValue = value }

  /// The number that strict ASCII decimal spells: no sign, no leading zero, at most 2⁶³ − 1; else nil.
  public init?(decimal text: UnsafeRawBufferPointer) {
    guard let value = unsafe StrictDecimal.decode(text) else { return nil }
    rawValue = value
  }

  /// The place of the first entry.
  public static let first = Position(0)

  /// The size of the smallest tree that holds this position.
  @inlinable public var sizeThrough: TreeSize { TreeSize(rawValue + 1) }
}

extension Position: Strideable {
  /// Numbers from 2⁶³ on count as 2⁶³ − 1: a store that somebody has changed may have an entry at the last position, and its end is 2⁶³.
  @inlinable public func distance(to other: Position) -> Int { Int(clamping: other.rawValue) - Int(clamping: rawValue) }
  /// - Precondition: the result is not negative.
  @inlinable public func advanced(by count: Int) -> Position { Position(UInt64(Int(rawValue) + count)) }
}

extension Position: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  @inlinable public static func < (left: Position, right: Position) -> Bool { left.rawValue < right.rawValue }
  @inlinable public init(integerLiteral value: UInt64) { rawValue = value }
  /// The decimal number.
  public var description: String { String(rawValue) }
}
