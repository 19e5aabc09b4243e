import Vocabulary

/// Villages of one regency, of some two hundred families each.
enum Place {
  static let families = 200

  static func regency() throws -> Region { try region("18.03") }

  static func village(_ number: Int) throws -> Region {
    let village = String(2001 + number % 25)
    let district = String(101 + number / 25 % 99).dropFirst()
    return try region("18.03.\(district).\(village)")
  }

  static func outlet(_ village: Int) throws -> Code { try code("ewarong-\(village)") }

  static func code(_ text: String) throws -> Code {
    guard let code = Code(text) else { throw BenchError("\(text) is not a code") }
    return code
  }

  private static func region(_ text: String) throws -> Region {
    guard let region = Region(text) else { throw BenchError("\(text) is not a region") }
    return region
  }
}

/// Days from 1 January 2026 on, and identifiers that carry them.
enum Moments {
  private static let firstDay: Int64 = 20_454

  static func at(day: Int, second: Int) throws -> Timestamp {
    guard let at = Timestamp(secondsSince1970: (firstDay + Int64(day)) * 86_400 + Int64(second), offsetHours: 7) else {
      throw BenchError("day \(day) is out of range")
    }
    return at
  }

  static func date(day: Int) -> CalendarDate { CalendarDate(daysSince1970: Int32(firstDay) + Int32(day)) }

  static func id(_ day: Int, _ dice: inout Dice) -> Identifier {
    .make(millisecondsSince1970: UInt64(firstDay + Int64(day)) * 86_400_000, random: (dice.next(), dice.next()))
  }

  /// When everything is recorded: after all that happened.
  static func recordedAt() throws -> RecordedTime {
    guard let time = RecordedTime("2027-12-31T00:00:00.000Z") else { throw BenchError("not a time") }
    return time
  }
}
