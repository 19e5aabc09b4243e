public import Vocabulary

/// Something about sums, lots, outlets or complaints that asks for a look (SPEC 10.3).
public struct LedgerFinding: Hashable, Sendable {
  /// Which finding. Ordered like its text.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Comparable {
    case complaintAnswerLate = "complaint.answerLate"
    case complaintCloseLate = "complaint.closeLate"
    case outletOverHandedOver = "sums.outletOverHandedOver"
    case overDisbursed = "sums.overDisbursed"
    case overHandedOver = "sums.overHandedOver"

    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  public let kind: Kind
  public var programme: Code?
  public var period: Code?
  public var outlet: Code?
  public var lot: Code?
  public var commodity: Code?
  public var complaint: Code?
  /// What was found: rupiah, a quantity, or days since the complaint was received.
  public let value: Int64
  /// What it was held against, in the same measure.
  public let threshold: Int64
  /// Version of the rules, for complaints.
  public var rules: Code?
  /// The events that show it, sorted, each once.
  public let entries: [EventReference]
}
