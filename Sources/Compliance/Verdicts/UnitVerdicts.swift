public import Vocabulary

/// The six verdicts on a unit: a recipient in a programme and a period (SPEC 10.1).
public struct UnitVerdicts: Hashable, Sendable {
  public let recipient: Identifier
  /// Participant number of the recipient's first registration or proposal, if there is one.
  public let number: Code?
  public let programme: Code
  public let period: Code
  /// Region of the recipient's latest fact, else of the entitlement, else of the first handover.
  public let region: Region?
  /// Outlet of the first handover, else the one that the entitlement names.
  public let outlet: Code?
  /// Suppliers of the lots that were handed over, sorted.
  public let suppliers: [Code]
  /// Contracts that those lots name, sorted.
  public let contracts: [Code]
  /// Amount of the entitlement that counts; nil without one.
  public let entitled: Rupiah?
  /// Value of all handovers: goods and cash.
  public let received: Rupiah
  public let verdicts: SixVerdicts
  /// The events that state the handovers, in the order of the handovers.
  public let handovers: [EventReference]
  /// The entitlement that counts.
  public let entitlement: EventReference?

  /// The verdict on `right`.
  public subscript(right: Right) -> RightVerdict { verdicts[right] }

  /// Whether any right is violated.
  public var isViolated: Bool { Right.allCases.contains { verdicts[$0].outcome == .violated } }
}
