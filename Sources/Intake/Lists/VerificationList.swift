internal import Vocabulary

/// Verifications at a level: `verification.recorded`, in the region that the ledger knows of the recipient.
enum VerificationList: EventList {
  static let columns = ColumnSet(
    required: [.level, .outcome, .date], oneOf: [.number, .nik], optional: [.method, .evidence, .time])

  static func read(_ row: inout Row) {
    row.begin("verifications")
    let recipient = row.person()
    let level = row.required(.level, .choice(Words.levels))
    let outcome = row.required(.outcome, .choice(Words.verificationOutcomes))
    let instrument = row.optional(.method, .choice(Words.instruments), standard: .other)
    let evidence = row.optional(.evidence, .evidence)
    let at = row.date()
    guard row.isSound, let recipient, let level, let outcome, let at else { return }
    row.emit(at: at) { _ in
      .verificationRecorded(
        VerificationRecorded(
          recipient: recipient.identifier, region: recipient.region, level: level, outcome: outcome, instrument: instrument,
          evidence: evidence))
    }
  }
}
