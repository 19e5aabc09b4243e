internal import Compliance
import Language
internal import Vocabulary

/// The value and the threshold of a reason or finding, written out in the measure that they count.
struct FigureText: Sendable {
  let value: String?
  let threshold: String?

  /// The figures of a reason.
  init(_ reason: Reason, _ words: Words) {
    let measure = ReasonWording.of(reason.code).measure
    value = reason.value.flatMap { Self.text($0, measure, reason.unit, words) }
    threshold = reason.threshold.flatMap { Self.text($0, measure, reason.unit, words) }
  }

  /// The figures of a finding.
  init(_ finding: LedgerFinding, _ words: Words) {
    let measure = ReasonWording.of(finding.kind).measure
    value = Self.text(finding.value, measure, finding.unit, words)
    threshold = Self.text(finding.threshold, measure, finding.unit, words)
  }

  /// A quantity of goods where there is a unit, whatever the code counts otherwise.
  private static func text(_ value: Int64, _ measure: Measure, _ unit: Unit?, _ words: Words) -> String? {
    let figures = words.figures
    if let unit { return figures.quantity(value, unit: unit.rawValue) }
    return switch measure {
    case .none: nil
    case .count, .decile, .quantity: figures.number(value)
    case .rupiah, .unitPrice: figures.rupiah(value)
    case .days: figures.days(value)
    case .hours: figures.hours(value)
    }
  }
}

extension Words {
  /// The whole sentence of a reason.
  func sentence(_ reason: Reason) -> String { sentence(ReasonWording.of(reason.code), FigureText(reason, self)) }

  /// The whole sentence of a finding.
  func sentence(_ finding: LedgerFinding) -> String { sentence(ReasonWording.of(finding.kind), FigureText(finding, self)) }

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
