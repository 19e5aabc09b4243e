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
  public let programme: Code?
  public let period: Code?
  public let outlet: Code?
  public let lot: Code?
  public let commodity: Code?
  public let complaint: Code?
  /// What was found: a quantity in ``unit``, rupiah, or days since the complaint was received.
  public let value: Int64
  /// What it was held against, in the same measure.
  public let threshold: Int64
  /// The unit of value and threshold where they are a quantity of goods; nil where they are not.
  public let unit: Unit?
  /// Version of the rules, for complaints.
  public let rules: Code?
  /// The events that show it, sorted, each once.
  public let entries: [EventReference]

  init(
    kind: Kind, programme: Code? = nil, period: Code? = nil, outlet: Code? = nil, lot: Code? = nil, commodity: Code? = nil,
    complaint: Code? = nil, value: Int64, threshold: Int64, unit: Unit? = nil, rules: Code? = nil, entries: [EventReference]
  ) {
    self.kind = kind
    self.programme = programme
    self.period = period
    self.outlet = outlet
    self.lot = lot
    self.commodity = commodity
    self.complaint = complaint
    self.value = value
    self.threshold = threshold
    self.unit = unit
    self.rules = rules
    self.entries = entries
  }
}
