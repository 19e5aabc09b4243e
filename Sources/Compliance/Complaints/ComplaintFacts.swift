public import Vocabulary

/// What the ledger knows about a complaint that was received.
public struct ComplaintFacts: Hashable, Sendable {
  public let code: Code
  public let region: Region
  public let category: ComplaintReceived.Category
  public let channel: ComplaintReceived.Channel
  public let recipient: Identifier?
  public let programme: Code?
  public let period: Code?
  public let outlet: Code?
  public let supplier: Code?
  public let amount: Rupiah?
  public let received: EventReference
  public let receivedAt: Timestamp
  /// The latest answer by (at, position).
  public let answer: Recorded<ComplaintAnswered>?
  /// The latest closing by (at, position).
  public let closing: Recorded<ComplaintClosed>?

  /// Nil where no complaint was received under the code.
  init?(_ code: Code, _ record: ComplaintRecord) {
    guard let received = record.received else { return nil }
    self.code = code
    region = received.body.region
    category = received.body.category
    channel = received.body.channel
    recipient = received.body.recipient
    programme = received.body.programme
    period = received.body.period
    outlet = received.body.outlet
    supplier = received.body.supplier
    amount = received.body.amount
    self.received = received.reference
    receivedAt = received.at
    answer = record.answer
    closing = record.closing
  }
}
