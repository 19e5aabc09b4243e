/// The verdict on one right of one unit.
public struct RightVerdict: Hashable, Sendable {
  /// Violated if a violating reason holds, else not assessable if such a reason holds, else met.
  public let outcome: VerdictOutcome
  /// Every reason that holds, sorted by code. A violated right may also list what could not be assessed.
  public let reasons: [Reason]

  /// `reasons` may come in any order.
  public init(reasons: [Reason]) {
    guard !reasons.isEmpty else {
      outcome = .met
      self.reasons = []
      return
    }
    outcome = reasons.contains { $0.code.outcome == .violated } ? .violated : .notAssessable
    self.reasons = reasons.count > 1 ? reasons.sorted { $0.code < $1.code } : reasons
  }

  /// The reason with this code, if it holds.
  public subscript(code: ReasonCode) -> Reason? { reasons.first { $0.code == code } }
}
