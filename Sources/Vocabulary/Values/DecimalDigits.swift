/// Numbers with a fixed count of decimal digits.
enum DecimalDigits {
  /// Appends the last `width` digits of `number`, which is not negative.
  static func append(_ number: Int, width: Int, to text: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}

extension RawText {
  /// The number that the two digits at `offset` spell, or nil.
  @inline(__always)
  func twoDigits(at offset: Int) -> Int? {
    let tens = self[offset] &- UInt8(ascii: "0")
    let units = self[offset + 1] &- UInt8(ascii: "0")
    guard tens < 10, units < 10 else { return nil }
    return Int(tens) * 10 + Int(units)
  }
}
