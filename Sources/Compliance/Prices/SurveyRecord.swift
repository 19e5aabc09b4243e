import Vocabulary

/// A `price.surveyed`.
struct SurveyRecord {
  let reference: EventReference
  let goods: GoodsKind
  let month: Month
  let region: Region
  let unitPrice: Int64
}

/// A calendar month.
struct Month: Hashable, Comparable {
  /// Months since year 0.
  let number: Int32

  init(number: Int32) { self.number = number }

  init(_ day: CalendarDate) {
    let parts = day.components
    number = Int32(parts.year * 12 + parts.month - 1)
  }

  static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}
