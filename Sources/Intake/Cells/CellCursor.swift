/// Walks over the bytes of a cell.
struct CellCursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ cell: Cell) { rest = cell.bytes }

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  mutating func skipSpaces() {
    rest = rest.drop { Cell.isSpace($0) }
    // A no-break space between a number and its unit is as good as a space.
    while rest.starts(with: [0xC2, 0xA0]) { rest = rest.dropFirst(2).drop { Cell.isSpace($0) } }
  }

  /// Steps over `byte` if it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Steps over `word` if it comes next, whatever its case.
  mutating func take(word: String) -> Bool {
    let start = rest.prefix(word.utf8.count)
    guard start.count == word.utf8.count, start.elementsEqual(word.utf8, by: { ($0 | 0x20) == ($1 | 0x20) && Self.isLetter($0) })
    else { return false }
    rest = rest.dropFirst(start.count)
    return true
  }

  /// The bytes for which `isPart` holds, up to the first for which it does not.
  mutating func takeWhile(_ isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let end = rest.firstIndex { !isPart($0) } ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  /// Letters in lower case; empty where there are none.
  mutating func word() -> String {
    String(decoding: takeWhile(Self.isLetter).map { $0 | 0x20 }, as: UTF8.self)
  }

  /// A number of at most `maximum` digits with the count of its digits; nil where there is no digit, or one too many.
  mutating func number(atMostDigits maximum: Int) -> (value: Int, digits: Int)? {
    let digits = takeWhile(Self.isDigit)
    guard (1...maximum).contains(digits.count) else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
  }
}
