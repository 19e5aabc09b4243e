public import Vocabulary

/// A quantity with its unit.
public struct Measure: Hashable, Sendable {
  /// Grams, millilitres or pieces, as ``unit`` says.
  public let quantity: Quantity
  public let unit: Unit
}

/// The units that lists are written in.
enum WrittenUnit {
  case kilogram
  case gram
  case litre
  case millilitre
  case piece

  /// The unit that a word in lower case names.
  init?(_ word: String) {
    switch word {
    case "kg", "kilo", "kilogram": self = .kilogram
    case "g", "gr", "gram": self = .gram
    case "l", "lt", "ltr", "liter", "litre": self = .litre
    case "ml", "mililiter", "millilitre": self = .millilitre
    case "pcs", "pc", "buah", "butir", "bungkus", "biji", "ekor", "potong": self = .piece
    default: return nil
    }
  }

  /// The unit that is recorded.
  var recorded: Unit {
    switch self {
    case .kilogram, .gram: .g
    case .litre, .millilitre: .ml
    case .piece: .pcs
    }
  }

  /// Whether one of it is a thousand of the recorded unit.
  var isThousand: Bool { self == .kilogram || self == .litre }

  /// Whether prices are given per this unit, as events record them: per 1,000 g, 1,000 ml or piece.
  var isPriced: Bool { isThousand || self == .piece }
}

extension CellFormat where Value == Measure {
  /// `10 kg`, `10kg`, `500 g`, `1,5 kg`, `2 l`, `750 ml`, `30 butir`.
  public static var quantity: CellFormat {
    CellFormat(.quantity, canonical: { "\($0.quantity)\($0.unit.rawValue)" }) { cell throws(CellFinding) in
      var cursor = CellCursor(cell)
      let measure = try Measure.read(&cursor)
      guard cursor.isAtEnd else { throw cell.finding }
      return measure
    }
  }
}

extension CellFormat where Value == Unit {
  /// `kg`, `l` or a word for a piece: the unit of a price. Recorded as g, ml or pieces.
  public static var priceUnit: CellFormat {
    CellFormat(.priceUnit, canonical: \.rawValue) { cell throws(CellFinding) in
      var cursor = CellCursor(cell)
      guard let unit = WrittenUnit(cursor.word()), cursor.isAtEnd, unit.isPriced else { throw .unknownUnit }
      return unit.recorded
    }
  }
}

extension Measure {
  /// A number, perhaps spaces, and a unit.
  static func read(_ cursor: inout CellCursor) throws(CellFinding) -> Measure {
    if cursor.next == UInt8(ascii: "-") { throw .negative }
    let all = Cell(cursor.rest)
    let digits = cursor.takeWhile { CellCursor.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard !digits.isEmpty else { throw all.finding }
    if all.isScientificNumber { throw .roundedNumber }
    let number = try NumberReader.read(digits)
    cursor.skipSpaces()
    let word = cursor.word()
    if word.isEmpty { throw .noUnit }
    guard let unit = WrittenUnit(word) else { throw .unknownUnit }
    return Measure(
      quantity: try quantity(number, of: unit, startsWithZero: digits.first == UInt8(ascii: "0")), unit: unit.recorded)
  }

  private static func quantity(_ number: WrittenNumber, of unit: WrittenUnit, startsWithZero: Bool) throws(CellFinding)
    -> Quantity
  {
    var fraction = number.fraction
    var whole = number.whole
    if number.isAmbiguous, startsWithZero {
      // `0,500 kg` can only be a fraction.
      guard unit.isThousand else { throw .fraction }
      return Quantity(whole)
    }
    if number.isAmbiguous, unit.isThousand { throw .ambiguousNumber }
    while fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
    guard fraction.count <= (unit.isThousand ? 3 : 0) else { throw .fraction }
    if unit.isThousand {
      let (thousands, overflow) = whole.multipliedReportingOverflow(by: 1000)
      if overflow { throw .tooLarge }
      whole = thousands
      for (digit, place) in zip(fraction, [100, 10, 1] as [Int64]) { whole += Int64(digit - UInt8(ascii: "0")) * place }
    }
    guard whole <= NumberReader.maximum else { throw .tooLarge }
    return Quantity(whole)
  }
}
