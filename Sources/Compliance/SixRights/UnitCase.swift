import Vocabulary

/// A unit with what its judgement begins from (SPEC 10.1).
struct UnitCase {
  let number: Int32
  let recipientNumber: Int32
  let recipient: RecipientRecord
  let round: Int32
  let programme: Int32
  let region: Region
  let entitlement: EntitlementRecord?
  /// Indices into the live handovers, ordered by (time, position).
  let handovers: Range<Int>
  /// The event of the decision: the entitlement, or without one the first handover.
  let decision: EventReference
  let decisionAt: Timestamp
  /// Number of the rules on the decision day.
  let decisionRules: Int32
  let window: Recorded<PeriodOpened>?
  let verifications: VerificationSummary

  var decisionDay: CalendarDate { decisionAt.localDate }
  /// Entitled rupiah; 0 without entitlement.
  var entitled: Rupiah { Rupiah(entitlement?.amount ?? 0) }
}
