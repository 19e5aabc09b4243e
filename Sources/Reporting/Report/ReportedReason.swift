internal import Compliance
internal import Vocabulary

/// A reason with the unit and the right that it is about.
struct ReportedReason: Sendable {
  let unit: UnitVerdicts
  let right: Right
  let reason: Reason

  /// `12.0 57.3`: position and place of each entry.
  var entries: String { reason.entries.map { $0.description }.joined(separator: " ") }
}

extension Judgement {
  /// The units sorted by participant number (none first), programme, period, recipient.
  var unitsByNumber: some Sequence<UnitVerdicts> {
    // Places are sorted rather than units, which are large.
    units.indices.sorted { Self.isOrdered(units[$0], before: units[$1]) }.lazy.map { units[$0] }
  }

  private static func isOrdered(_ left: UnitVerdicts, before right: UnitVerdicts) -> Bool {
    if left.number != right.number {
      guard let leftNumber = left.number else { return true }
      guard let rightNumber = right.number else { return false }
      return leftNumber < rightNumber
    }
    if left.programme != right.programme { return left.programme < right.programme }
    if left.period != right.period { return left.period < right.period }
    return left.recipient < right.recipient
  }
}

extension UnitVerdicts {
  /// Every reason of the unit in the order S J K W H A, then by code.
  var reportedReasons: [ReportedReason] {
    Right.allCases.flatMap { right in
      self[right].reasons.map { ReportedReason(unit: self, right: right, reason: $0) }
    }
  }
}
