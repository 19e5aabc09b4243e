internal import Vocabulary

extension CellFormat where Value == String {
  /// Text of at most `maximum` characters. White space within it becomes one space, so that line breaks do not make another text.
  public static func text(maximum: Int = 300) -> CellFormat {
    CellFormat(.text(maximum: maximum), canonical: { $0 }) { cell throws(CellFinding) in
      let bytes = cell.words(joinedBy: UInt8(ascii: " "))
      guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw .controlCharacter }
      // Every scalar has one byte that does not continue another.
      guard bytes.count(where: { $0 & 0xC0 != 0x80 }) <= maximum else { throw .tooLarge }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A NIK: 16 digits.
  public static var nik: CellFormat { sixteenDigits(.nik) }
  /// The number of a family card: 16 digits.
  public static var kk: CellFormat { sixteenDigits(.kk) }

  private static func sixteenDigits(_ expected: CellExpectation) -> CellFormat {
    CellFormat(expected, canonical: { $0 }) { cell throws(CellFinding) in
      try SixteenDigits.read(cell)
    }
  }

  /// 5 to 20 digits, perhaps behind a `+`; spaces, dots, dashes and parentheses are passed over.
  public static var phone: CellFormat {
    CellFormat(.phone, canonical: { $0 }) { cell throws(CellFinding) in
      if cell.isScientificNumber { throw .roundedNumber }
      let passedOver = Array(" .-()'".utf8)
      let kept = cell.bytes.filter { !passedOver.contains($0) }
      let digits = kept.first == UInt8(ascii: "+") ? kept.dropFirst() : kept[...]
      guard (5...20).contains(digits.count), digits.allSatisfy(CellCursor.isDigit) else { throw cell.finding }
      return String(decoding: kept, as: UTF8.self)
    }
  }

  /// The name of a file beside the plan: no slash, so that it cannot lead elsewhere.
  static var fileName: CellFormat {
    CellFormat(.fileName, canonical: { $0 }) { cell throws(CellFinding) in
      guard !cell.bytes.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }),
        !cell.bytes.starts(with: "..".utf8)
      else { throw cell.finding }
      return cell.text
    }
  }
}

/// Reads NIK and KK numbers.
enum SixteenDigits {
  static func read(_ cell: Cell) throws(CellFinding) -> String {
    if cell.isScientificNumber { throw .roundedNumber }
    var bytes = cell.bytes
    // The apostrophe makes a spreadsheet keep a number as text.
    if bytes.first == UInt8(ascii: "'") { bytes = bytes.dropFirst() }
    let digits = bytes.filter { !Cell.isSpace($0) && $0 != UInt8(ascii: ".") }
    guard digits.allSatisfy(CellCursor.isDigit) else { throw cell.finding }
    guard digits.count == 16 else { throw .digits(digits.count) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Several numbers joined by `;`, each once.
  static func several(_ cell: Cell, atMost maximum: Int) throws(CellFinding) -> [String] {
    let parts = cell.parts()
    guard parts.count <= maximum else { throw .tooMany(parts.count) }
    guard !parts.isEmpty else { throw cell.finding }
    var numbers: [String] = []
    for part in parts {
      let number = try read(part)
      if numbers.contains(number) { throw .repeated }
      numbers.append(number)
    }
    return numbers.sorted()
  }
}

extension CellFormat where Value == [String] {
  /// Up to 16 NIKs, joined by `;`, sorted.
  public static var niks: CellFormat {
    CellFormat(.nik, canonical: { $0.joined(separator: ";") }) { cell throws(CellFinding) in
      try SixteenDigits.several(cell, atMost: 16)
    }
  }

  /// Names of keys, joined by `+`, the author's first. A name without a slash is completed with `origin` and a slash.
  public static func officers(origin: String) -> CellFormat {
    CellFormat(.officers, canonical: { $0.joined(separator: "+") }) { cell throws(CellFinding) in
      var names: [String] = []
      for part in cell.bytes.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false) {
        let name = ShortKeyName.complete(Cell(part).text, origin: origin)
        guard NameGrammar.isName(name) else { throw cell.finding }
        if names.contains(name) { throw .repeated }
        names.append(name)
      }
      guard names.count <= 16 else { throw .tooMany(names.count) }
      return names
    }
  }
}
