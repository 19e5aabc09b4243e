internal import Vocabulary

/// Handovers: `handover.recorded`, or `handover.failed` where the outcome says so; in the outlet's region, or the recipient's where the
/// ledger does not know the outlet.
enum HandoverList: EventList {
  static let columns = ColumnSet(
    required: [.programme, .period, .outlet, .date], oneOf: [.number, .nik],
    optional: [
      .time, .outcome, .reason, .collector, .letter, .goods, .cash, .fee, .packaged, .combinedOrder, .evidence,
    ])

  /// What both kinds of event tell.
  private struct Attempt {
    let recipient: KnownRecipient
    let programme: Code
    let period: Code
    let region: Region
    let outlet: Code
    let at: Timestamp
  }

  static func read(_ row: inout Row) {
    row.begin("handovers")
    let recipient = row.person()
    let programme = row.required(.programme, .code)
    let period = row.required(.period, .code)
    let outlet = row.required(.outlet, .code)
    let at = row.date()
    let outcome = row.optional(.outcome, .handoverOutcome, standard: .handedOver)
    var attempt: Attempt?
    if let recipient, let programme, let period, let outlet, let at {
      let region = row.session.region(outlet: outlet) ?? recipient.region
      attempt = Attempt(recipient: recipient, programme: programme, period: period, region: region, outlet: outlet, at: at)
    }
    switch outcome {
    case .handedOver: readHandover(&row, attempt)
    case .failed: readFailure(&row, attempt)
    }
  }

  private static func readHandover(_ row: inout Row, _ attempt: Attempt?) {
    if row.has(.reason) { row.note(.reason, .nothingWith(.outcome), .something) }
    let collector = row.optional(.collector, .choice(Words.collectors), standard: .`self`)
    let letter = row.optional(.letter, .fileDigest)
    let items = row.optional(.goods, .goodsWithPrices, standard: [])
    let cash = row.optional(.cash, .money)
    let fee = row.optional(.fee, .money)
    let packaged = row.optional(.packaged, .yesOrNo, standard: false)
    let combinedOrder = row.optional(.combinedOrder, .code)
    let evidence = row.optional(.evidence, .evidence, standard: [])
    // A list of something else, such as entitlements, must not become handovers of nothing.
    if items.isEmpty, cash == nil, row.isSound { row.note(.goods, .goodsWithPrices, .missing) }
    guard row.isSound, let attempt else { return }
    row.emit(at: attempt.at) { _ in
      .handoverRecorded(
        HandoverRecorded(
          recipient: attempt.recipient.identifier, programme: attempt.programme, period: attempt.period, region: attempt.region,
          outlet: attempt.outlet, collector: collector, letter: letter, items: items, cash: cash, fee: fee, packaged: packaged,
          combinedOrder: combinedOrder, evidence: evidence))
    }
  }

  private static func readFailure(_ row: inout Row, _ attempt: Attempt?) {
    // Goods or money of a handover that did not happen are a contradiction, not something to pass over.
    for column in [Column.goods, .cash, .fee] where row.has(column) {
      row.note(column, .nothingWith(.outcome), .something)
    }
    let reason = row.required(.reason, .choice(Words.failureReasons))
    guard row.isSound, let attempt, let reason else { return }
    row.emit(at: attempt.at) { _ in
      .handoverFailed(
        HandoverFailed(
          recipient: attempt.recipient.identifier, programme: attempt.programme, period: attempt.period, region: attempt.region,
          outlet: attempt.outlet, reason: reason))
    }
  }
}
