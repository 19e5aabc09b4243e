public import Cryptography
public import Vocabulary

extension LedgerState {
  /// Where the event with this id stands, or nil. The first event with an id is the event.
  public func reference(ofEvent id: Identifier) -> EventReference? { nil }

  /// The recipient registered or proposed under a participant number; of several, the first.
  public func recipient(number: Code) -> Identifier? { nil }

  /// The recipients whose latest facts have this NIK tag, in the order of their first mention.
  public func recipients(nikTag: Tag) -> [Identifier] { [] }

  /// What is known about a recipient, or nil where no event registered, proposed or corrected one with this id.
  public func recipient(_ id: Identifier) -> RecipientFacts? { nil }

  /// The recipient's status in force on a day: the one with the latest `effective`, then position; active without any.
  public func status(of recipient: Identifier, on day: CalendarDate) -> RecipientStatusChanged.Status { .active }

  /// The latest appointment of an outlet.
  public func outlet(_ code: Code) -> Recorded<OutletAppointed>? { nil }
  /// The latest registration of a supplier.
  public func supplier(_ code: Code) -> Recorded<SupplierRegistered>? { nil }
  /// The latest delivery of a lot.
  public func lot(_ code: Code) -> Recorded<LotDelivered>? { nil }
  /// The latest signing of a contract.
  public func contract(_ code: Code) -> Recorded<ContractSigned>? { nil }
  /// The latest opening of a procurement.
  public func procurement(_ code: Code) -> Recorded<ProcurementOpened>? { nil }
  /// The selection that counts in a procurement: the latest by position.
  public func selection(procurement: Code) -> Recorded<SupplierSelected>? { nil }
  /// The latest declaration of a programme.
  public func programme(_ code: Code) -> Recorded<ProgrammeDeclared>? { nil }
  /// The window of a period for a region: the latest opening whose region, if any, covers it.
  public func period(_ period: Code, of programme: Code, for region: Region) -> Recorded<PeriodOpened>? { nil }
  /// The rules of a programme in force on a day in a region (SPEC 10.1).
  public func rules(of programme: Code, on day: CalendarDate, for region: Region) -> Recorded<RulesPublished>? { nil }
  /// A complaint that was received.
  public func complaint(_ code: Code) -> ComplaintFacts? { nil }
  /// The person who holds a key, from `ledger.opened` or the latest `key.granted`.
  public func holder(ofKey name: String) -> Identifier? { nil }

  /// The declared programmes, by code.
  public var programmes: [Recorded<ProgrammeDeclared>] { [] }
  /// Every opening of a period, in the order of the ledger.
  public var periods: [Recorded<PeriodOpened>] { [] }
  /// Every publication of rules, in the order of the ledger.
  public var rulesPublished: [Recorded<RulesPublished>] { [] }
  /// The appointed outlets, by code.
  public var outlets: [Recorded<OutletAppointed>] { [] }
  /// The registered suppliers, by code.
  public var suppliers: [Recorded<SupplierRegistered>] { [] }
  /// The signed contracts, by code.
  public var contracts: [Recorded<ContractSigned>] { [] }
  /// The received complaints, by code.
  public var complaints: [ComplaintFacts] { [] }
  /// Every attestation, in the order of the ledger.
  public var attestations: [Attestation] { [] }
  /// The first event of the ledger.
  public var opening: Recorded<LedgerOpened>? { nil }
}
