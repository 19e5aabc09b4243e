internal import Vocabulary

/// Deaths, moves and other changes: `recipient.statusChanged`, in the region that the ledger knows of the recipient.
enum StatusList: EventList {
  static let columns = ColumnSet(
    required: [.status, .effective, .date], oneOf: [.number, .nik], optional: [.time, .evidence])

  static func read(_ row: inout Row) {
    row.begin("statuses")
    let recipient = row.person()
    let status = row.required(.status, .choice(Words.statuses))
    let effective = row.required(.effective, .date)
    let evidence = row.optional(.evidence, .evidence)
    let at = row.date()
    guard row.isSound, let recipient, let status, let effective, let at else { return }
    row.emit(at: at) { _ in
      .recipientStatusChanged(
        RecipientStatusChanged(
          recipient: recipient.identifier, region: recipient.region, status: status, effective: effective, evidence: evidence))
    }
  }
}
