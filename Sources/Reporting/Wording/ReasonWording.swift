internal import Compliance
import Language

/// What a reason or a finding is called, the sentence that explains it, and what its numbers count.
///
/// A sentence says what is on record. It accuses nobody: a flag is a reason to look.
struct ReasonWording: Sendable {
  let measure: Measure
  /// A few words for tables.
  let label: Bilingual
  /// A whole sentence with gaps `{value}` and `{threshold}` (``Template``).
  let sentence: Bilingual

  /// The wording of a reason.
  static func of(_ code: ReasonCode) -> ReasonWording {
    let group =
      switch code.right {
      case .target: target
      case .amount: amount
      case .quality: quality
      case .time: time
      case .price: price
      case .administration: administration
      }
    return group[code] ?? ReasonWording(bareCode: code.rawValue)
  }

  /// The wording of a finding about sums or complaints.
  static func of(_ code: LedgerFinding.Kind) -> ReasonWording { finding[code] ?? ReasonWording(bareCode: code.rawValue) }

  /// Whether there are words of its own rather than just the code.
  let isWorded: Bool

  init(measure: Measure, label: Bilingual, sentence: Bilingual) {
    self.measure = measure
    self.label = label
    self.sentence = sentence
    isWorded = true
  }

  private init(bareCode: String) {
    measure = .count
    label = Bilingual(bareCode)
    sentence = Bilingual(bareCode + "[: {value}][ / {threshold}]")
    isWorded = false
  }
}
