internal import Compliance
internal import Vocabulary

/// The value and the threshold of a reason or finding, written out in the measure that they count.
struct FigureText: Sendable {
  let value: String?
  let threshold: String?

  /// The figures of a reason that holds for `unit`.
  init(_ reason: Reason, of unit: UnitVerdicts, _ words: Words) {
    var measure = ReasonWording.of(reason.code).measure
    if case .amountOrQuantity = measure, !Self.isMoney(reason, unit) { measure = .goods }
    value = reason.value.flatMap { Self.text($0, measure, unit: nil, words) }
    threshold = reason.threshold.flatMap { Self.text($0, measure, unit: nil, words) }
  }

  /// The figures of a finding; `unit` is that of the lot or commodity that it is about.
  init(_ finding: LedgerFinding, unit: Unit?, _ words: Words) {
    let measure = ReasonWording.of(finding.kind).measure
    value = Self.text(finding.value, measure, unit: unit, words)
    threshold = Self.text(finding.threshold, measure, unit: unit, words)
  }

  /// Whether an amount that is short is told in rupiah. A reason does not say so, but then its threshold is the entitlement less a tolerance;
  /// a quantity that cannot be told from money this way is shown as units of goods.
  private static func isMoney(_ reason: Reason, _ unit: UnitVerdicts) -> Bool {
    guard let threshold = reason.threshold, let entitled = unit.entitled?.value else { return false }
    return reason.value == unit.received.value || (threshold <= entitled && threshold >= entitled - entitled / 2)
  }

  private static func text(_ value: Int64, _ measure: Measure, unit: Unit?, _ words: Words) -> String? {
    let figures = words.figures
    return switch measure {
    case .none: nil
    case .count, .decile: figures.number(value)
    case .rupiah, .unitPrice, .amountOrQuantity: figures.rupiah(value)
    case .quantity: unit.map { figures.quantity(value, unit: $0.rawValue) } ?? figures.number(value)
    case .goods: figures.counted(value, id: "satuan barang", one: "unit of goods", many: "units of goods")
    case .days: figures.days(value)
    case .hours: figures.hours(value)
    }
  }
}

extension Words {
  /// The whole sentence of a reason that holds for `unit`.
  func sentence(_ reason: Reason, of unit: UnitVerdicts) -> String {
    sentence(ReasonWording.of(reason.code), FigureText(reason, of: unit, self))
  }

  /// The whole sentence of a finding.
  func sentence(_ finding: LedgerFinding, unit: Unit?) -> String {
    sentence(ReasonWording.of(finding.kind), FigureText(finding, unit: unit, self))
  }

  /// The sentence of a reason without its figures, as the heading of a list.
  func generalSentence(_ code: ReasonCode) -> String {
    Template(ReasonWording.of(code).sentence[language]).filled { _ in nil }
  }

  private func sentence(_ wording: ReasonWording, _ figures: FigureText) -> String {
    Template(wording.sentence[language]).filled { name in
      switch name {
      case "value": figures.value
      case "threshold": figures.threshold
      default: nil
      }
    }
  }
}
