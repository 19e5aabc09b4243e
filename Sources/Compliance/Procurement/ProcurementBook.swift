import Vocabulary

/// A `bid.received`.
struct BidRecord {
  let reference: EventReference
  let procurement: Int32
  let supplier: Int32
  let amount: Int64
  let receivedAt: Timestamp
}

/// A `bid.disqualified`.
struct DisqualificationRecord {
  let reference: EventReference
  let procurement: Int32
  let supplier: Int32
  let signers: [Int32]
}

/// A `supplier.selected` or `contract.signed` with the keys that signed its note.
struct SignedRecord {
  let signers: [Int32]
  let supplier: Int32
  /// Number of the procurement; -1 where a contract names none.
  let procurement: Int32
}

/// Procurements, bids, selections, contracts and declared conflicts.
struct ProcurementBook: Sendable {
  var procurements = Directory<ProcurementOpened>()
  var contracts = Directory<ContractSigned>()
  // By the number of the procurement, because a selection has no code of its own.
  private(set) var selections: [Int32: Recorded<SupplierSelected>] = [:]
  private(set) var selectionSigners: [Int32: SignedRecord] = [:]
  private(set) var contractSigners: [Int32: SignedRecord] = [:]
  private(set) var bids: [BidRecord] = []
  private(set) var disqualifications: [DisqualificationRecord] = []
  private(set) var conflicts: [Recorded<ConflictDeclared>] = []

  mutating func select(_ event: Recorded<SupplierSelected>, _ signed: SignedRecord) {
    selections[signed.procurement] = event
    selectionSigners[signed.procurement] = signed
  }

  mutating func sign(_ event: Recorded<ContractSigned>, _ signed: SignedRecord) {
    let contract = contracts.record(event.body.contract, event)
    contractSigners[contract] = signed
  }

  mutating func append(_ bid: BidRecord) { bids.append(bid) }
  mutating func append(_ disqualification: DisqualificationRecord) { disqualifications.append(disqualification) }
  mutating func append(_ conflict: Recorded<ConflictDeclared>) { conflicts.append(conflict) }
}
