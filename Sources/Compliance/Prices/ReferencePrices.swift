import Vocabulary

/// The reference prices of every month (SPEC 10.2, price): medians of what was surveyed.
struct ReferencePrices {
  struct Reference {
    let unitPrice: Int64
    /// The one or two surveys in the middle.
    let surveys: (EventReference, EventReference)
  }

  private struct Key: Hashable {
    let goods: GoodsKind
    let month: Month
    let region: Region
  }

  private var references: [Key: Reference] = [:]

  init(_ surveys: [SurveyRecord]) {
    let sorted = surveys.sorted { left, right in
      if left.goods != right.goods { return left.goods < right.goods }
      if left.month != right.month { return left.month < right.month }
      if left.region != right.region { return left.region < right.region }
      return left.unitPrice != right.unitPrice ? left.unitPrice < right.unitPrice : left.reference < right.reference
    }
    var start = 0
    while start < sorted.count {
      let key = Self.key(sorted[start])
      var end = start + 1
      while end < sorted.count, Self.key(sorted[end]) == key { end += 1 }
      references[key] = Self.median(sorted[start..<end])
      start = end
    }
  }

  /// The reference for a handover in `region` in `month`: that of the longest surveyed region that equals or covers it.
  func reference(of goods: GoodsKind, in region: Region, _ month: Month) -> Reference? {
    guard !references.isEmpty else { return nil }
    var place: Region? = region
    while let region = place {
      if let found = references[Key(goods: goods, month: month, region: region)] { return found }
      place = region.parent
    }
    return nil
  }

  private static func key(_ survey: SurveyRecord) -> Key {
    Key(goods: survey.goods, month: survey.month, region: survey.region)
  }

  // The middle one, or the lower middle one plus the upper, halved, rounded down.
  private static func median(_ sorted: ArraySlice<SurveyRecord>) -> Reference {
    let middle = sorted.startIndex + sorted.count / 2
    let (lower, upper) = (sorted[sorted.count % 2 == 0 ? middle - 1 : middle], sorted[middle])
    // Prices are below 2^53, so their sum cannot overflow.
    return Reference(unitPrice: (lower.unitPrice + upper.unitPrice) / 2, surveys: (lower.reference, upper.reference))
  }
}
