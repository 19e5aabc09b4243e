/// The text of one cell without the white space around it.
///
/// Besides ASCII white space the invisible characters are dropped that spreadsheets and web pages leave at the ends of a cell:
/// no-break space, zero-width space and byte order mark.
public struct Cell: Hashable, Sendable {
  /// UTF-8 without white space at either end.
  let bytes: ArraySlice<UInt8>

  /// The cell with these UTF-8 bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let count = Self.countOfLeadingSpace(rest) { rest = rest.dropFirst(count) }
    while let count = Self.countOfTrailingSpace(rest) { rest = rest.dropLast(count) }
    self.bytes = rest
  }

  /// The cell with this text.
  public init(_ text: String) { self.init(ArraySlice(text.utf8)) }

  /// The text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the cell says that there is no value: nothing, `-`, `--`, `n/a` or `null`.
  public var isMissing: Bool {
    switch bytes.count {
    case 0: true
    case 1: bytes.first == UInt8(ascii: "-")
    case 2: bytes.elementsEqual("--".utf8)
    case 3: bytes.elementsEqual("n/a".utf8, by: Self.equalInLowerCase)
    case 4: bytes.elementsEqual("null".utf8, by: Self.equalInLowerCase)
    default: false
    }
  }

  /// What kind of thing the cell holds, for a message that must not repeat it.
  var finding: CellFinding {
    if isMissing { return .missing }
    let digits = bytes.count { CellCursor.isDigit($0) }
    if digits == bytes.count { return .digits(digits) }
    if isScientificNumber { return .roundedNumber }
    return .text(characters: text.unicodeScalars.count)
  }

  /// Whether it is a number such as `1.80307E+15`, as spreadsheets write long numbers after having rounded them.
  var isScientificNumber: Bool {
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > bytes.startIndex else { return false }
    let mantissa = bytes[..<mark]
    var exponent = bytes[(mark + 1)...]
    if let sign = exponent.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { exponent = exponent.dropFirst() }
    return !exponent.isEmpty && exponent.allSatisfy(CellCursor.isDigit)
      && mantissa.allSatisfy { CellCursor.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      && mantissa.contains(where: CellCursor.isDigit)
  }

  /// The parts between semicolons, line breaks and, if asked for, commas; empty parts are passed over.
  func parts(alsoAtCommas: Bool = false) -> [Cell] {
    bytes.split { byte in
      byte == UInt8(ascii: ";") || byte == 0x0A || byte == 0x0D || (alsoAtCommas && byte == UInt8(ascii: ","))
    }
    .map { Cell($0) }
    .filter { !$0.bytes.isEmpty }
  }

  /// The words of the cell with one byte between them; words end at white space and no-break spaces.
  func words(joinedBy joint: UInt8) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var isBetweenWords = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let isNoBreakSpace = byte == 0xC2 && index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0
      if isNoBreakSpace || Self.isSpace(byte) {
        isBetweenWords = true
      } else {
        if isBetweenWords, !joined.isEmpty { joined.append(joint) }
        isBetweenWords = false
        joined.append(byte)
      }
      index += isNoBreakSpace ? 2 : 1
    }
    return joined
  }

  private static func equalInLowerCase(_ byte: UInt8, _ lower: UInt8) -> Bool {
    byte == lower || (byte | 0x20 == lower && CellCursor.isLetter(byte))
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The length of one invisible character at the start, or nil.
  private static func countOfLeadingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if isSpace(first) { return 1 }
    guard first >= 0x80 else { return nil }
    return invisible.first { bytes.starts(with: $0) }?.count
  }

  /// The length of one invisible character at the end, or nil.
  private static func countOfTrailingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if isSpace(last) { return 1 }
    guard last >= 0x80 else { return nil }
    return invisible.first { bytes.suffix($0.count).elementsEqual($0) }?.count
  }

  /// U+00A0, U+200B and U+FEFF.
  private static let invisible: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
}
