internal import Vocabulary

/// Reads days and times as people and spreadsheets write them.
enum DateReader {
  /// `2026-01-15`, `15/01/2026`, `15-01-2026`, `15.01.2026`, `15/ 01/ 2026`, `15 Januari 2026`, `15-Jan-2026`, each also with a time
  /// and an offset behind it.
  static func read(_ cell: Cell) throws(CellFinding) -> DayAndTime {
    var cursor = CellCursor(cell)
    guard let first = cursor.number(atMostDigits: 5) else { throw cell.finding }
    if cursor.isAtEnd { throw first.digits == 5 ? .spreadsheetDay : cell.finding }
    let day = try first.digits == 4 ? yearFirst(first.value, &cursor, cell) : dayFirst(first, &cursor, cell)
    var read = DayAndTime(day: day, time: nil, offsetHours: nil)
    if cursor.isAtEnd { return read }
    let spaced = cursor.next.map { $0 | 0x20 == UInt8(ascii: "t") || Cell.isSpace($0) || $0 == UInt8(ascii: ",") } ?? false
    guard spaced else { throw cell.finding }
    if !cursor.take(UInt8(ascii: "T")), !cursor.take(UInt8(ascii: "t")) { _ = cursor.take(UInt8(ascii: ",")) }
    cursor.skipSpaces()
    read.time = try time(&cursor, of: cell)
    read.offsetHours = try offset(&cursor, cell)
    guard cursor.isAtEnd else { throw cell.finding }
    return read
  }

  /// `09:30`, `09.30`, `9:30`, `09:30:15`.
  static func time(_ cursor: inout CellCursor, of cell: Cell) throws(CellFinding) -> TimeOfDay {
    guard let hour = cursor.number(atMostDigits: 2), let mark = cursor.next,
      mark == UInt8(ascii: ":") || mark == UInt8(ascii: "."), cursor.take(mark),
      let minute = cursor.number(atMostDigits: 2), minute.digits == 2
    else { throw cell.finding }
    var second = 0
    if cursor.take(mark) {
      guard let read = cursor.number(atMostDigits: 2), read.digits == 2 else { throw cell.finding }
      second = read.value
    }
    guard hour.value < 24, minute.value < 60, second < 60 else { throw .noSuchTime }
    return TimeOfDay(hour: hour.value, minute: minute.value, second: second)
  }

  private static func yearFirst(_ year: Int, _ cursor: inout CellCursor, _ cell: Cell) throws(CellFinding) -> CalendarDate {
    guard let mark = cursor.next, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"), cursor.take(mark),
      let month = cursor.number(atMostDigits: 2), cursor.take(mark), let day = cursor.number(atMostDigits: 2)
    else { throw cell.finding }
    return try existing(year: year, month: month.value, day: day.value)
  }

  private static func dayFirst(
    _ day: (value: Int, digits: Int), _ cursor: inout CellCursor, _ cell: Cell
  ) throws(CellFinding) -> CalendarDate {
    guard day.digits <= 2 else { throw cell.finding }
    cursor.skipSpaces()
    let mark = cursor.next.flatMap { marks.contains($0) ? $0 : nil }
    if let mark { _ = cursor.take(mark) }
    cursor.skipSpaces()
    let month: Int
    var isNamed = false
    if let number = cursor.next, CellCursor.isDigit(number) {
      guard mark != nil, let read = cursor.number(atMostDigits: 2) else { throw cell.finding }
      month = read.value
    } else {
      guard let named = months[cursor.word()] else { throw cell.finding }
      _ = cursor.take(UInt8(ascii: "."))
      month = named
      isNamed = true
    }
    cursor.skipSpaces()
    if let mark {
      guard cursor.take(mark) || isNamed else { throw cell.finding }
      cursor.skipSpaces()
    }
    guard let year = cursor.number(atMostDigits: 4) else { throw cell.finding }
    if year.digits == 2 { throw .yearOfTwoDigits }
    guard year.digits == 4 else { throw cell.finding }
    return try existing(year: year.value, month: month, day: day.value)
  }

  private static func existing(year: Int, month: Int, day: Int) throws(CellFinding) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }

  /// `+07:00`, `+0700`, `+07`, `WIB`, `WITA` or `WIT`, with or without a space before it.
  private static func offset(_ cursor: inout CellCursor, _ cell: Cell) throws(CellFinding) -> Int? {
    cursor.skipSpaces()
    guard let next = cursor.next else { return nil }
    if CellCursor.isLetter(next) {
      switch cursor.word() {
      case "wib": return 7
      case "wita": return 8
      case "wit": return 9
      case "z", "utc", "gmt": throw .otherOffset
      default: throw cell.finding
      }
    }
    guard cursor.take(UInt8(ascii: "+")) else { throw next == UInt8(ascii: "-") ? .otherOffset : cell.finding }
    let digits = cursor.takeWhile { CellCursor.isDigit($0) || $0 == UInt8(ascii: ":") }.filter(CellCursor.isDigit)
    guard digits.count == 2 || digits.count == 4 else { throw cell.finding }
    let hours = Int(digits[0] - UInt8(ascii: "0")) * 10 + Int(digits[1] - UInt8(ascii: "0"))
    guard (7...9).contains(hours), digits.dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") }) else { throw .otherOffset }
    return hours
  }

  private static let marks: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")]

  /// Names and abbreviations, Indonesian and English.
  private static let months: [String: Int] = {
    let names = [
      "januari january jan", "februari pebruari february feb peb", "maret march mar mrt", "april apr", "mei may", "juni june jun",
      "juli july jul", "agustus august agu agt ags aug", "september sept sep", "oktober october okt oct",
      "november nopember nov nop", "desember december des dec",
    ]
    var months: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words.split(separator: " ") { months[String(word)] = index + 1 }
    }
    return months
  }()
}
