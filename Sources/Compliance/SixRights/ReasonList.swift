import Vocabulary

/// Gathers the reasons of one right. Holds nothing, and allocates nothing, while none was found.
struct ReasonList {
  private struct Draft {
    let code: ReasonCode
    var entries: [EventReference]
    var measure: Measure?
    var rules: Code?
  }

  /// A value and what it is held against; with a unit where they are a quantity of goods.
  struct Measure {
    let value: Int64
    let threshold: Int64
    let unit: Unit?

    init(_ value: Int64, against threshold: Int64, in unit: Unit? = nil) {
      self.value = value
      self.threshold = threshold
      self.unit = unit
    }

    init(_ value: Int, against threshold: Int) { self.init(Int64(value), against: Int64(threshold)) }

    /// How far the two are apart.
    var distance: UInt64 {
      value < threshold ? UInt64(bitPattern: threshold &- value) : UInt64(bitPattern: value &- threshold)
    }
  }

  private var drafts: [Draft] = []

  /// Adds a reason, or more entries to one that was found before; then the measure farthest from its threshold counts.
  mutating func add(_ code: ReasonCode, _ entries: [EventReference], _ measure: Measure? = nil, rules: Code? = nil) {
    guard let known = drafts.firstIndex(where: { $0.code == code }) else {
      drafts.append(Draft(code: code, entries: entries, measure: measure, rules: rules))
      return
    }
    drafts[known].entries += entries
    guard let measure else { return }
    if let before = drafts[known].measure, before.distance >= measure.distance { return }
    drafts[known].measure = measure
    drafts[known].rules = rules
  }

  func contains(_ code: ReasonCode) -> Bool { drafts.contains { $0.code == code } }

  /// The verdict that follows.
  var verdict: RightVerdict {
    if drafts.isEmpty { return .met }
    return RightVerdict(
      reasons: drafts.map {
        Reason(
          code: $0.code, entries: $0.entries, value: $0.measure?.value, threshold: $0.measure?.threshold, unit: $0.measure?.unit,
          rules: $0.rules)
      })
  }
}

extension RightVerdict {
  /// No reason holds.
  static let met = RightVerdict(reasons: [])
}
