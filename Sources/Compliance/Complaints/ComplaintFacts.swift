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
}
