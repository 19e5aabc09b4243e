internal import Vocabulary

/// Complaints and what became of them: `complaint.received`, and `complaint.answered` and `complaint.closed` where the row tells when.
///
/// The three events have identifiers of their own, so that a list that is filled in further and read again adds only what is new.
enum ComplaintList: EventList {
  static let columns = ColumnSet(
    required: [.complaint, .region, .channel, .category, .date],
    optional: [
      .number, .nik, .programme, .period, .outlet, .supplier, .amount, .text, .time, .answeredAt, .answer, .closedAt, .closing,
    ])

  static func read(_ row: inout Row) {
    readComplaint(&row)
    readOutcome(&row, "complaints/answered", at: .answeredAt, .answer, Words.answers) { complaint, region, outcome in
      .complaintAnswered(ComplaintAnswered(complaint: complaint, region: region, outcome: outcome))
    }
    readOutcome(&row, "complaints/closed", at: .closedAt, .closing, Words.closings) { complaint, region, outcome in
      .complaintClosed(ComplaintClosed(complaint: complaint, region: region, outcome: outcome))
    }
  }

  private static func readComplaint(_ row: inout Row) {
    row.begin("complaints")
    let complaint = row.required(.complaint, .code)
    let region = row.required(.region, .region)
    let channel = row.required(.channel, .choice(Words.channels))
    let category = row.required(.category, .choice(Words.categories))
    let recipient = row.optionalPerson()
    let programme = row.optional(.programme, .code)
    let period = row.optional(.period, .code)
    let outlet = row.optional(.outlet, .code)
    let supplier = row.optional(.supplier, .code)
    let amount = row.optional(.amount, .money)
    let text = row.optional(.text, .text(maximum: 1000))
    // Without a recipient there is no key under which the words could be sealed.
    if text != nil, !row.has(.number), !row.has(.nik) { row.note(.text, .nothingWithout(.number), .something) }
    let at = row.date()
    guard row.isSound, let complaint, let region, let channel, let category, let at else { return }
    row.emit(at: at) { session in
      var sealed: Sealed?
      if let text, let recipient {
        var data = PersonalData()
        data.append("text", text)
        sealed = try session.seal(data, of: recipient.identifier, type: .complaintReceived)
      }
      return .complaintReceived(
        ComplaintReceived(
          complaint: complaint, region: region, channel: channel, category: category, recipient: recipient?.identifier,
          programme: programme, period: period, outlet: outlet, supplier: supplier, amount: amount, sealed: sealed))
    }
  }

  private static func readOutcome<Outcome: Choice>(
    _ row: inout Row, _ name: String, at date: Column, _ column: Column, _ words: WordTable<Outcome>,
    body: @escaping (Code, Region, Outcome) -> EventBody
  ) {
    guard row.has(date) || row.has(column) else { return }
    // What the first event needs is reported once, by the first event.
    let wasSound = row.isSound
    row.begin(name)
    let complaint = wasSound ? row.required(.complaint, .code) : nil
    let region = wasSound ? row.required(.region, .region) : nil
    let outcome = row.required(column, .choice(words))
    let at = row.requiredInstant(date)
    guard row.isSound, let complaint, let region, let outcome, let at else { return }
    row.emit(at: at) { _ in body(complaint, region, outcome) }
  }
}
