import Vocabulary

/// A set of the cases of a vocabulary's enumeration, in 16 bits.
struct ChoiceSet<Element: Choice>: Hashable, Sendable, ExpressibleByArrayLiteral {
  private(set) var bits: UInt16 = 0

  init() {}

  init(_ elements: some Sequence<Element>) {
    for element in elements { insert(element) }
  }

  init(arrayLiteral elements: Element...) { self.init(elements) }

  init(bits: UInt16) { self.bits = bits }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }

  mutating func insert(_ element: Element) { bits |= Self.bit(element) }
  func contains(_ element: Element) -> Bool { bits & Self.bit(element) != 0 }
  func intersects(_ other: Self) -> Bool { bits & other.bits != 0 }
  func subtracting(_ other: Self) -> Self { Self(bits: bits & ~other.bits) }

  /// The elements in the order of the schema.
  var elements: [Element] { Element.allCases.filter { contains($0) } }

  // An enumeration without payloads is stored as the number of its case.
  @inline(__always) private static func bit(_ element: Element) -> UInt16 {
    unsafe Swift.withUnsafeBytes(of: element) { 1 << UInt16(unsafe $0[0]) }
  }
}
