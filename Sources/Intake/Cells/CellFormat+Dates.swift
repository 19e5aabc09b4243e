public import Vocabulary

/// A day and, where the cell told one, a time on the wall.
struct DayAndTime {
  var day: CalendarDate
  var time: TimeOfDay?
  /// Hours east of Greenwich, where the cell told them.
  var offsetHours: Int?
}

/// A time on the wall.
public struct TimeOfDay: Hashable, Sendable {
  /// Noon: the time of what is only dated.
  public static let noon = TimeOfDay(hour: 12, minute: 0, second: 0)
  static let midnight = TimeOfDay(hour: 0, minute: 0, second: 0)

  public let hour: Int
  public let minute: Int
  public let second: Int
}

extension CellFormat where Value == CalendarDate {
  /// A day, the day always before the month. A time of midnight, as spreadsheets add it to a day, is passed over.
  public static var date: CellFormat {
    CellFormat(.date, canonical: \.description) { cell throws(CellFinding) in
      let read = try DateReader.read(cell)
      guard read.time == nil || read.time == .midnight, read.offsetHours == nil else { throw cell.finding }
      guard CalendarDate.years.contains(read.day.year) else { throw .yearOutOfRange }
      return read.day
    }
  }
}

extension CellFormat where Value == TimeOfDay {
  /// `09:30`, `09.30` or `09:30:15`.
  public static var time: CellFormat {
    CellFormat(.time, canonical: { "\($0.hour):\($0.minute):\($0.second)" }) { cell throws(CellFinding) in
      var cursor = CellCursor(cell)
      let time = try DateReader.time(&cursor, of: cell)
      guard cursor.isAtEnd else { throw cell.finding }
      return time
    }
  }
}

extension CellFormat where Value == Timestamp {
  /// A day with or without a time and an offset; noon and `offsetHours` where the cell is silent.
  public static func instant(offsetHours: Int) -> CellFormat {
    CellFormat(.dateAndTime, canonical: \.description) { cell throws(CellFinding) in
      try DateReader.read(cell).instant(offsetHours: offsetHours)
    }
  }
}

extension DayAndTime {
  func instant(offsetHours: Int) throws(CellFinding) -> Timestamp {
    let time = time ?? .noon
    guard
      let instant = Timestamp(
        date: day, hour: time.hour, minute: time.minute, second: time.second, offsetHours: self.offsetHours ?? offsetHours)
    else { throw .yearOutOfRange }
    return instant
  }
}
