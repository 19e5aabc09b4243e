public import Vocabulary

extension Figures {
  /// `16 April 2026`.
  public func date(_ date: CalendarDate) -> String {
    let parts = date.components
    return "\(parts.day) \(monthName(parts.month)) \(parts.year)"
  }

  /// `16 April 2026, 09.12 WIB`; the local time of the offset that the clock told.
  public func instant(_ instant: Timestamp) -> String {
    let second = instant.localSecondOfDay
    let hour = Self.twoDigits(second / 3600)
    let minute = Self.twoDigits(second / 60 % 60)
    let zone = [7: "WIB", 8: "WITA", 9: "WIT"][Int(instant.offsetHours)] ?? ""
    return "\(date(instant.localDate)), \(hour)\(language == .id ? "." : ":")\(minute) \(zone)"
  }

  private func monthName(_ month: Int) -> String {
    let names: [Bilingual] = [
      Bilingual(id: "Januari", en: "January"), Bilingual(id: "Februari", en: "February"), Bilingual(id: "Maret", en: "March"),
      Bilingual("April"), Bilingual(id: "Mei", en: "May"), Bilingual(id: "Juni", en: "June"), Bilingual(id: "Juli", en: "July"),
      Bilingual(id: "Agustus", en: "August"), Bilingual("September"), Bilingual(id: "Oktober", en: "October"),
      Bilingual("November"), Bilingual(id: "Desember", en: "December"),
    ]
    return names.indices.contains(month - 1) ? names[month - 1][language] : String(month)
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
