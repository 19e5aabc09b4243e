public import Vocabulary

extension LedgerState {
  /// The declared programmes, by code.
  public var programmes: [Recorded<ProgrammeDeclared>] { programmeBook.programmes.all }
  /// Every opening of a period, in the order of the ledger.
  public var periods: [Recorded<PeriodOpened>] { programmeBook.periods }
  /// Every publication of rules, in the order of the ledger.
  public var rulesPublished: [Recorded<RulesPublished>] { programmeBook.rules }
  /// The appointed outlets, by code.
  public var outlets: [Recorded<OutletAppointed>] { outletBook.all }
  /// The registered suppliers, by code.
  public var suppliers: [Recorded<SupplierRegistered>] { supplierBook.all }
  /// The signed contracts, by code.
  public var contracts: [Recorded<ContractSigned>] { procurement.contracts.all }
  /// The opened procurements, by code.
  public var procurements: [Recorded<ProcurementOpened>] { procurement.procurements.all }
  /// The received complaints, by code.
  public var complaints: [ComplaintFacts] {
    complaintBook.codes.sortedNumbers.compactMap { ComplaintFacts(complaintBook.codes[$0], complaintBook.records[Int($0)]) }
  }
}
