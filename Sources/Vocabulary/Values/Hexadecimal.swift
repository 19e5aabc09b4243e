/// Lower-case hexadecimal, eight characters at a time.
enum Hexadecimal {
  private static let digits: StaticString = "0123456789abcdef"

  /// The number that eight characters spell, or nil unless all are digits or a to f.
  ///
  /// - Parameter characters: as they lie in memory, loaded as little-endian.
  @inline(__always)
  static func decode(_ characters: UInt64) -> UInt32? {
    let text = characters.byteSwapped
    let isLetter = text >> 6 & 0x0101_0101_0101_0101
    let nibbles = (text & 0x0f0f_0f0f_0f0f_0f0f) &+ isLetter &* 9
    // Letters behind f make more than four bits; spelling the nibbles again refuses every other character, upper case included.
    let isAboveNine = (nibbles &+ 0x7676_7676_7676_7676) >> 7 & 0x0101_0101_0101_0101
    guard nibbles & 0xf0f0_f0f0_f0f0_f0f0 == 0, nibbles &+ 0x3030_3030_3030_3030 &+ isAboveNine &* 0x27 == text else {
      return nil
    }
    var value = (nibbles | nibbles >> 4) & 0x00ff_00ff_00ff_00ff
    value = (value | value >> 8) & 0x0000_ffff_0000_ffff
    return UInt32(truncatingIfNeeded: value | value >> 16)
  }

  /// Appends the two characters of `byte`.
  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    unsafe text.append(digits.utf8Start[Int(byte >> 4)])
    unsafe text.append(digits.utf8Start[Int(byte & 15)])
  }
}
