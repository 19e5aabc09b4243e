import Vocabulary

/// What a `handover.recorded` and a `handover.corrected` have in common.
struct HandoverStatement {
  let at: Timestamp
  let recipient: Identifier
  let programme: Code
  let period: Code
  let region: Region
  let outlet: Code
  let collector: Collector
  let items: [Item]
  let cash: Rupiah
  let fee: Rupiah
  let flags: HandoverFlags
  let evidence: [Evidence]
  /// The event that a correction corrects.
  let corrects: Identifier?

  init(_ body: HandoverRecorded, at: Timestamp) {
    self.at = at
    recipient = body.recipient
    programme = body.programme
    period = body.period
    region = body.region
    outlet = body.outlet
    collector = body.collector
    items = body.items
    cash = body.cash ?? .zero
    fee = body.fee ?? .zero
    flags = HandoverFlags(
      letter: body.letter != nil, packaged: body.packaged, combinedOrder: body.combinedOrder != nil, void: false)
    evidence = body.evidence
    corrects = nil
  }

  init(_ body: HandoverCorrected) {
    at = body.handedOverAt
    recipient = body.recipient
    programme = body.programme
    period = body.period
    region = body.region
    outlet = body.outlet
    collector = body.collector
    items = body.items
    cash = body.cash ?? .zero
    fee = body.fee ?? .zero
    flags = HandoverFlags(
      letter: body.letter != nil, packaged: body.packaged, combinedOrder: body.combinedOrder != nil, void: body.void
    ).union(.correction)
    evidence = body.evidence
    corrects = body.corrects
  }
}
