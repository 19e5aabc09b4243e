/// A UUID of version 7 (RFC 9562, section 5.7), in lower case.
///
/// Ordered by its bytes, which is first of all by the millisecond of its making.
public struct Identifier: Hashable, Sendable {
  /// The first eight bytes, the first the most significant: 48 bits of milliseconds, the version, 12 random bits.
  public let high: UInt64
  /// The last eight bytes: the variant and 62 random bits.
  public let low: UInt64

  @inlinable init(unchecked high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The identifier with these 128 bits, or nil unless version and variant are those of UUIDv7.
  public init?(high: UInt64, low: UInt64) {
    guard high >> 12 & 0xf == 7, low >> 62 == 0b10 else { return nil }
    self.init(unchecked: high, low)
  }

  /// A new identifier: 48 bits of time, then 12 bits of the first and 62 bits of the second random number.
  ///
  /// - Parameter millisecondsSince1970: Unix time; bits above the 48th are dropped.
  public static func make(millisecondsSince1970: UInt64, random: (UInt64, UInt64)) -> Identifier {
    Identifier(unchecked: millisecondsSince1970 << 16 | 0x7000 | random.0 & 0xfff, random.1 & ~0 >> 2 | 1 << 63)
  }

  /// The time of making that it carries, in milliseconds since 1970 UTC.
  public var millisecondsSince1970: UInt64 { high >> 16 }

  /// The sixteen bytes.
  public var bytes: [UInt8] {
    [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
  }
}

extension Identifier: Comparable {
  @inlinable public static func < (left: Identifier, right: Identifier) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension Identifier: LosslessStringConvertible {
  /// Characters of the text: 36.
  public static let characterCount = 36

  /// The identifier that this text spells, or nil unless it is a UUIDv7 in lower case with its four hyphens.
  public init?(_ description: String) {
    guard let value = RawText.with(description, { Identifier($0) }) else { return nil }
    self = value
  }

  init?(_ text: RawText) {
    let hyphen = UInt8(ascii: "-")
    guard text.count == Self.characterCount, text[8] == hyphen, text[13] == hyphen, text[18] == hyphen, text[23] == hyphen
    else { return nil }
    let second = UInt64(text.word32(at: 9)) | UInt64(text.word32(at: 14)) << 32
    let third = UInt64(text.word32(at: 19)) | UInt64(text.word32(at: 24)) << 32
    guard let first = Hexadecimal.decode(text.word64(at: 0)), let middle = Hexadecimal.decode(second),
      let next = Hexadecimal.decode(third), let last = Hexadecimal.decode(text.word64(at: 28))
    else { return nil }
    self.init(high: UInt64(first) << 32 | UInt64(middle), low: UInt64(next) << 32 | UInt64(last))
  }

  /// The 36 characters in lower case.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    append(high, 0..<4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(high, 4..<6, to: &text)
    text.append(UInt8(ascii: "-"))
    append(high, 6..<8, to: &text)
    text.append(UInt8(ascii: "-"))
    append(low, 0..<2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(low, 2..<8, to: &text)
  }

  @inline(__always)
  private func append(_ word: UInt64, _ bytes: Range<Int>, to text: inout [UInt8]) {
    for byte in bytes { Hexadecimal.append(UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * byte)), to: &text) }
  }
}
