/// A day of the Gregorian calendar, without a place or a time: a number of days since 1970-01-01.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01, negative before it.
  public let daysSince1970: Int32

  /// The day so many days after 1970-01-01.
  @inlinable public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  /// The day, or nil where the calendar has no such day (30 February) or the year is not 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.dayCount(year: year, month: month)
    else { return nil }
    // Days are counted from 1 March of year 0, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (monthFromMarch * 153 + 2) / 5 + day - 1
    self.init(daysSince1970: Int32(days - 719_468))
  }

  /// Number of days in a month; 0 where the month is not 1 to 12.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// Whether February has 29 days: every fourth year, but of the centuries only every fourth.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Year, month 1 to 12, and day 1 to 31.
  public var components: (year: Int, month: Int, day: Int) {
    let days = Int(daysSince1970) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { components.year }
  /// 1 to 12.
  public var month: Int { components.month }
  /// 1 to 31.
  public var day: Int { components.day }

  /// The day that many days later, or earlier if negative. Stops at the ends of what 32 bits count.
  @inlinable public func adding(days: Int) -> CalendarDate {
    let sum = Int(daysSince1970).addingReportingOverflow(days)
    guard !sum.overflow else { return CalendarDate(daysSince1970: days < 0 ? .min : .max) }
    return CalendarDate(daysSince1970: Int32(clamping: sum.partialValue))
  }

  /// Days from `other` to this day, negative if this day is the earlier one.
  @inlinable public func days(since other: CalendarDate) -> Int {
    Int(daysSince1970) - Int(other.daysSince1970)
  }
}

extension CalendarDate: Comparable {
  @inlinable public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// Characters of the text: 10.
  public static let characterCount = 10
  /// The years of the dates that an event may hold.
  public static let years = 1900...2099

  /// The day that `YYYY-MM-DD` spells, or nil unless it exists and its year is in ``years``.
  public init?(_ description: String) {
    guard let value = RawText.with(description, { $0.count == Self.characterCount ? CalendarDate($0) : nil }) else { return nil }
    self = value
  }

  /// The day that the first ten characters spell.
  init?(_ text: RawText) {
    guard text.count >= Self.characterCount, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = text.twoDigits(at: 0), let year = text.twoDigits(at: 2), let month = text.twoDigits(at: 5),
      let day = text.twoDigits(at: 8), Self.years.contains(century * 100 + year)
    else { return nil }
    self.init(year: century * 100 + year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    let parts = components
    DecimalDigits.append(max(0, parts.year), width: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    DecimalDigits.append(parts.month, width: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    DecimalDigits.append(parts.day, width: 2, to: &text)
  }
}
