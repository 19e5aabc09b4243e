/// One line of the table: something measured, what it is measured against, and what it must reach.
struct Row: Codable {
  /// What must hold for a row to be met.
  enum Budget: Codable {
    /// The ratio to the limit must reach this.
    case ratioAtLeast(Double)
    case ratioAtMost(Double)
    /// The measured value must reach this.
    case atLeast(Double)
    case atMost(Double)
    /// Measured for the record, or as a limit of other rows.
    case none
  }

  /// Events of the ledger; nil where there is none.
  let events: Int?
  let what: String
  let measured: Double
  let unit: String
  let limit: Double?
  let limitName: String
  let ratio: Double?
  let budget: Budget
  let isMet: Bool?

  init(
    _ events: Int?, _ what: String, _ measured: Double, _ unit: String, against limit: Double? = nil, _ limitName: String = "",
    ratio: Double? = nil, budget: Budget = .none
  ) {
    self.events = events
    self.what = what
    self.measured = measured
    self.unit = unit
    self.limit = limit
    self.limitName = limitName
    self.ratio = ratio ?? limit.map { measured / $0 }
    self.budget = budget
    isMet =
      switch budget {
      case .ratioAtLeast(let least): self.ratio.map { $0 >= least }
      case .ratioAtMost(let most): self.ratio.map { $0 <= most }
      case .atLeast(let least): measured >= least
      case .atMost(let most): measured <= most
      case .none: nil
      }
  }

  init(_ events: Int, _ what: String, _ comparison: Comparison, _ unit: String, _ limitName: String, budget: Budget = .none) {
    self.init(
      events, what, comparison.subject.median, unit, against: comparison.limit.median, limitName,
      ratio: comparison.ratio.median, budget: budget)
  }
}

extension Row.Budget: CustomStringConvertible {
  var description: String {
    switch self {
    case .ratioAtLeast(let value): "≥ \(Figure.short(value)) ×"
    case .ratioAtMost(let value): "≤ \(Figure.short(value)) ×"
    case .atLeast(let value): "≥ \(Figure.short(value))"
    case .atMost(let value): "≤ \(Figure.short(value))"
    case .none: ""
    }
  }
}
