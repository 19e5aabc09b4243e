public import Vocabulary

extension CellFormat where Value == Rupiah {
  /// `150000`, `150.000`, `150,000`, `Rp150.000`, `Rp 150.000,00`, `Rp150.000,-`: whole rupiah.
  public static var money: CellFormat {
    CellFormat(.money, canonical: \.description) { cell throws(CellFinding) in try Money.read(cell) }
  }
}

/// Reads amounts of money.
enum Money {
  static func read(_ cell: Cell) throws(CellFinding) -> Rupiah {
    if cell.isScientificNumber { throw .roundedNumber }
    var cursor = CellCursor(cell)
    if cursor.take(UInt8(ascii: "-")) || cursor.take(UInt8(ascii: "(")) { throw .negative }
    if cursor.take(word: "rp") || cursor.take(word: "idr") {
      _ = cursor.take(UInt8(ascii: "."))
      cursor.skipSpaces()
      if cursor.next == UInt8(ascii: "-") { throw .negative }
    }
    let number = try NumberReader.read(withoutDash(cursor.rest))
    guard number.fraction.count <= 2 else { throw cell.finding }
    guard number.fraction.allSatisfy({ $0 == UInt8(ascii: "0") }) else { throw .fraction }
    // `0.500` is neither thousands nor whole rupiah.
    if number.isAmbiguous, cursor.next == UInt8(ascii: "0") { throw .fraction }
    return Rupiah(number.whole)
  }

  /// Without the dash that stands for no cents: `150.000,-`.
  private static func withoutDash(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.last == UInt8(ascii: "-"), let mark = bytes.dropLast().last,
      mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".")
    else { return bytes }
    return bytes.dropLast(2)
  }
}
