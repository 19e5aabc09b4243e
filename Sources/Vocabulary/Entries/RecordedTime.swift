/// When the ledger recorded an entry: milliseconds of UTC in the years 2000 to 2099 (SPEC 4).
public struct RecordedTime: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let millisecondsSince1970: Int64

  // 2000-01-01T00:00:00.000Z to before 2100-01-01T00:00:00.000Z.
  private static let range: Range<Int64> = 946_684_800_000..<4_102_444_800_000

  /// The moment, or nil unless its year is 2000 to 2099.
  public init?(millisecondsSince1970: Int64) {
    guard Self.range.contains(millisecondsSince1970) else { return nil }
    self.millisecondsSince1970 = millisecondsSince1970
  }

  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public var secondsSince1970: Int64 { millisecondsSince1970 / 1000 }

  /// The day of this moment on a wall so many hours ahead of UTC.
  public func localDate(offsetHours: Int) -> CalendarDate {
    CalendarDate(daysSince1970: Int32(truncatingIfNeeded: (secondsSince1970 + Int64(offsetHours) * 3600) / 86_400))
  }

  /// The same moment, cut to seconds, as a clock at 7, 8 or 9 hours ahead of UTC tells it; nil at another offset or where the local
  /// year is not 2000 to 2099.
  public func timestamp(offsetHours: Int) -> Timestamp? {
    Timestamp(secondsSince1970: secondsSince1970, offsetHours: offsetHours)
  }
}

extension RecordedTime: Comparable {
  @inlinable public static func < (left: RecordedTime, right: RecordedTime) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }
}

extension RecordedTime: LosslessStringConvertible {
  /// Characters of the text: 24.
  public static let characterCount = 24

  /// The moment that a text like `2026-04-16T02:12:03.123Z` spells, or nil unless it exists and has exactly three decimals.
  public init?(_ description: String) {
    guard let value = RawText.with(description, { RecordedTime($0) }) else { return nil }
    self = value
  }

  init?(_ text: RawText) {
    let colon = UInt8(ascii: ":")
    guard text.count == Self.characterCount, text[10] == UInt8(ascii: "T"), text[13] == colon, text[16] == colon,
      text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z"),
      let date = CalendarDate(text), let hour = text.twoDigits(at: 11), let minute = text.twoDigits(at: 14),
      let second = text.twoDigits(at: 17), let hundredths = text.twoDigits(at: 20), hour < 24, minute < 60, second < 60,
      text[22] &- UInt8(ascii: "0") < 10
    else { return nil }
    let thousandths = hundredths * 10 + Int(text[22] - UInt8(ascii: "0"))
    let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(millisecondsSince1970: seconds * 1000 + Int64(thousandths))
  }

  /// RFC 3339 in UTC with three decimals.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    localDate(offsetHours: 0).append(to: &text)
    let second = Int(secondsSince1970 % 86_400)
    for (mark, part) in [("T", second / 3600), (":", second / 60 % 60), (":", second % 60)] {
      text.append(contentsOf: mark.utf8)
      DecimalDigits.append(part, width: 2, to: &text)
    }
    text.append(UInt8(ascii: "."))
    DecimalDigits.append(Int(millisecondsSince1970 % 1000), width: 3, to: &text)
    text.append(UInt8(ascii: "Z"))
  }
}
