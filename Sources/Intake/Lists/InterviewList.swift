internal import Vocabulary

/// What recipients told: `interview.recorded`, in the region that the ledger knows of the recipient.
enum InterviewList: EventList {
  static let columns = ColumnSet(
    required: [.programme, .period, .received, .date], oneOf: [.number, .nik],
    optional: [.receivedOn, .amountReceived, .fee, .quality, .evidence, .time])

  static func read(_ row: inout Row) {
    row.begin("interviews")
    let recipient = row.person()
    let programme = row.required(.programme, .code)
    let period = row.required(.period, .code)
    let received = row.required(.received, .yesOrNo)
    let receivedOn = row.optional(.receivedOn, .date)
    let amountReceived = row.optional(.amountReceived, .money)
    let feePaid = row.optional(.fee, .money)
    let quality = row.optional(.quality, .choice(Words.qualities))
    let evidence = row.optional(.evidence, .evidence)
    let at = row.date()
    guard row.isSound, let recipient, let programme, let period, let received, let at else { return }
    row.emit(at: at) { _ in
      .interviewRecorded(
        InterviewRecorded(
          recipient: recipient.identifier, programme: programme, period: period, region: recipient.region, received: received,
          receivedOn: receivedOn, amountReceived: amountReceived, feePaid: feePaid, quality: quality, evidence: evidence))
    }
  }
}
