/// The characters of codes and key names, `A-Z a-z 0-9 . _ / -`, tested eight at a time.
enum CodeAlphabet {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether `byte` is a letter or a digit.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  /// Whether `byte` is in the alphabet.
  @inline(__always)
  static func contains(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte &- UInt8(ascii: "-") < 3 || byte == UInt8(ascii: "_")
  }

  /// How many characters of the alphabet a little-endian word begins with.
  @inline(__always)
  static func countOfLeading(_ word: UInt64) -> Int {
    // Sums stay below 256 in each byte because the top bits are masked off; bytes with a top bit are refused at the end.
    let low = word & ~tops
    let folded = low | ones &* 0x20
    let isLetter = inRange(folded, from: 0x61, through: 0x7a)
    let isDigitOrMark = inRange(low, from: 0x2d, through: 0x39)
    let isUnderscore = ~((low ^ ones &* 0x5f) &+ ones &* 0x7f)
    let isMember = (isLetter | isDigitOrMark | isUnderscore) & ~word & tops
    return (isMember ^ tops).trailingZeroBitCount / 8
  }

  /// The top bit of each byte that lies in the range; bytes must be below 128.
  @inline(__always)
  private static func inRange(_ word: UInt64, from lower: UInt64, through upper: UInt64) -> UInt64 {
    (word &+ ones &* (0x80 &- lower)) & ~(word &+ ones &* (0x7f &- upper)) & tops
  }
}
