/// ASCII decimal with exactly one text for each number: digits only, no sign, no leading zero, at most 2⁶³ − 1.
enum StrictDecimal {
  /// 2⁶³ − 1, the largest size that other implementations (signed 64-bit) understand.
  static let maximum = UInt64(Int64.max)

  /// The number that `text` spells, else nil.
  static func decode(_ text: UnsafeRawBufferPointer) -> UInt64? {
    guard (1...19).contains(text.count) else { return nil }
    if text.count > 1, unsafe text[0] == UInt8(ascii: "0") { return nil }
    var value: UInt64 = 0
    for offset in 0..<text.count {
      let digit = unsafe text[offset] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      // Nineteen digits stay below 10¹⁹ < 2⁶⁴, so this cannot overflow.
      value = value * 10 + UInt64(digit)
    }
    return value <= maximum ? value : nil
  }

  /// The number that `text` spells, else nil.
  static func decode(_ text: some Sequence<UInt8>) -> UInt64? {
    unsafe Array(text).withUnsafeBytes { unsafe decode($0) }
  }
}
