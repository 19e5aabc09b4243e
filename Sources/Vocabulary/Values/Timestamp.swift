/// A moment in whole seconds with the offset of the clock that told it: WIB +07:00, WITA +08:00 or WIT +09:00.
///
/// Ordered by the moment; the offset only breaks ties. The text spells it again byte for byte.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSince1970: Int64
  /// 7, 8 or 9.
  public let offsetHours: Int8

  @inlinable init(unchecked secondsSince1970: Int64, offsetHours: Int8) {
    self.secondsSince1970 = secondsSince1970
    self.offsetHours = offsetHours
  }

  /// The moment at this offset, or nil unless the offset is 7, 8 or 9 and the local year is 2000 to 2099.
  public init?(secondsSince1970: Int64, offsetHours: Int) {
    guard (7...9).contains(offsetHours) else { return nil }
    let local = secondsSince1970.addingReportingOverflow(Int64(offsetHours) * 3600)
    guard !local.overflow, Self.localSeconds.contains(local.partialValue) else { return nil }
    self.init(unchecked: secondsSince1970, offsetHours: Int8(offsetHours))
  }

  /// The moment at this wall-clock time, or nil where a part is out of range.
  public init?(date: CalendarDate, hour: Int, minute: Int, second: Int, offsetHours: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(secondsSince1970: seconds - Int64(offsetHours) * 3600, offsetHours: offsetHours)
  }

  // 2000-01-01T00:00:00 to before 2100-01-01T00:00:00.
  private static let localSeconds: Range<Int64> = 946_684_800..<4_102_444_800

  /// The calendar day on the wall of the place where it was told.
  @inlinable public var localDate: CalendarDate {
    // Never negative: the local year is 2000 or later.
    CalendarDate(daysSince1970: Int32(truncatingIfNeeded: (secondsSince1970 + Int64(offsetHours) * 3600) / 86_400))
  }

  /// Seconds since midnight on the wall of the place where it was told.
  public var localSecondOfDay: Int { Int((secondsSince1970 + Int64(offsetHours) * 3600) % 86_400) }
}

extension Timestamp: Comparable {
  @inlinable public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 != right.secondsSince1970
      ? left.secondsSince1970 < right.secondsSince1970 : left.offsetHours < right.offsetHours
  }
}

extension Timestamp: LosslessStringConvertible {
  /// Characters of the text: 25.
  public static let characterCount = 25

  /// The moment that a text like `2026-04-16T09:12:03+07:00` spells, or nil.
  public init?(_ description: String) {
    guard let value = RawText.with(description, { Timestamp($0) }) else { return nil }
    self = value
  }

  init?(_ text: RawText) {
    let colon = UInt8(ascii: ":")
    guard text.count == Self.characterCount, text[10] == UInt8(ascii: "T"), text[13] == colon, text[16] == colon,
      text[19] == UInt8(ascii: "+"), text[22] == colon,
      let date = CalendarDate(text), let hour = text.twoDigits(at: 11), let minute = text.twoDigits(at: 14),
      let second = text.twoDigits(at: 17), let offset = text.twoDigits(at: 20), text.twoDigits(at: 23) == 0
    else { return nil }
    self.init(date: date, hour: hour, minute: minute, second: second, offsetHours: offset)
  }

  /// RFC 3339 with the offset.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    localDate.append(to: &text)
    text.append(UInt8(ascii: "T"))
    let second = localSecondOfDay
    for (index, part) in [second / 3600, second / 60 % 60, second % 60].enumerated() {
      if index > 0 { text.append(UInt8(ascii: ":")) }
      DecimalDigits.append(part, width: 2, to: &text)
    }
    text.append(UInt8(ascii: "+"))
    DecimalDigits.append(Int(offsetHours), width: 2, to: &text)
    text.append(contentsOf: ":00".utf8)
  }
}
