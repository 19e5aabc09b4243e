internal import Compliance
import Language

/// The figures of the whole report that every renderer shows, counted once.
struct ReportTotals: Sendable {
  /// Units in all.
  let units: Int
  /// Units with all six rights met.
  let allMet: Int
  /// Units with at least one right violated.
  let violated: Int
  /// Units without a violated right of which at least one cannot be assessed.
  let open: Int
  /// Outcomes by right over all units; nil when there is no unit.
  let rights: RollUp?
  /// Units in which each reason holds, the most frequent first, then by code.
  let reasons: [(code: ReasonCode, units: Int)]

  init(_ judgement: Judgement) {
    var allMet = 0
    var violated = 0
    var counts: [ReasonCode: Int] = [:]
    for unit in judgement.units {
      var isViolated = false
      var isMet = true
      for right in Right.allCases {
        let verdict = unit[right]
        isViolated = isViolated || verdict.outcome == .violated
        isMet = isMet && verdict.outcome == .met
        var last: ReasonCode?
        for reason in verdict.reasons where reason.code != last {
          counts[reason.code, default: 0] += 1
          last = reason.code
        }
      }
      allMet += isMet ? 1 : 0
      violated += isViolated ? 1 : 0
    }
    units = judgement.units.count
    self.allMet = allMet
    self.violated = violated
    open = judgement.units.count - allMet - violated
    rights = judgement.rollUp(by: .all).first
    reasons = counts.map { (code: $0.key, units: $0.value) }
      .sorted { $0.units != $1.units ? $0.units > $1.units : $0.code < $1.code }
  }

  /// Number of reasons by outcome that they bring about.
  func reasons(_ outcome: VerdictOutcome) -> [(code: ReasonCode, units: Int)] {
    reasons.filter { $0.code.outcome == outcome }
  }
}
