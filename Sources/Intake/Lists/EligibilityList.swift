internal import Vocabulary

/// Decisions who may receive: `eligibility.decided`, in the region that the ledger knows of the recipient.
enum EligibilityList: EventList {
  static let columns = ColumnSet(
    required: [.programme, .outcome, .date], oneOf: [.number, .nik], optional: [.clause, .time])

  static func read(_ row: inout Row) {
    row.begin("eligibility")
    let recipient = row.person()
    let programme = row.required(.programme, .code)
    let outcome = row.required(.outcome, .choice(Words.eligibilityOutcomes))
    let clause = row.optional(.clause, .code)
    let at = row.date()
    guard row.isSound, let recipient, let programme, let outcome, let at else { return }
    row.emit(at: at) { _ in
      .eligibilityDecided(
        EligibilityDecided(
          recipient: recipient.identifier, programme: programme, region: recipient.region, outcome: outcome, clause: clause))
    }
  }
}
