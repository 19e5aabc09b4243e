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
  var reference: EventReference
  var procurement: Int32
  var supplier: Int32
  var signers: [Int32]
}

/// A `supplier.selected` or `contract.signed` with the keys that signed its note.
struct SignedRecord {
  var signers: [Int32]
  var supplier: Int32
  /// Number of the procurement; -1 where a contract names none.
  var procurement: Int32
}

/// Procurements, bids, selections, contracts and declared conflicts.
struct ProcurementBook: Sendable {
  var procurements = Directory<ProcurementOpened>()
  var contracts = Directory<ContractSigned>()
  // By the number of the procurement, because a selection has no code of its own.
  private(set) var selections: [Int32: Recorded<SupplierSelected>] = [:]
  fileprivate(set) var selectionSigners: [Int32: SignedRecord] = [:]
  fileprivate(set) var contractSigners: [Int32: SignedRecord] = [:]
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

extension ProcurementBook {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try procurements.code(&archive)
    try contracts.code(&archive)
    var selected: [Int32: Recorded<SupplierSelected>?] = selections.mapValues(\.self)
    try archive.dictionary(&selected, from: nil) { (archive, event) throws(SnapshotError) in try archive.recorded(&event) }
    if archive.isReading { selections = selected.compactMapValues(\.self) }
    for signed in [\Self.selectionSigners, \Self.contractSigners] {
      try archive.dictionary(&self[keyPath: signed], from: SignedRecord.empty) { (archive, record) throws(SnapshotError) in
        try record.code(&archive)
      }
    }
    try archive.column(&bids)
    try archive.list(&disqualifications, from: DisqualificationRecord.empty) { (archive, record) throws(SnapshotError) in
      try record.code(&archive)
    }
    try archive.recorded(&conflicts)
  }
}

extension DisqualificationRecord {
  static let empty = DisqualificationRecord(reference: .none, procurement: -1, supplier: -1, signers: [])

  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.value(&reference)
    try archive.value(&procurement)
    try archive.value(&supplier)
    try archive.column(&signers)
  }
}

extension SignedRecord {
  static let empty = SignedRecord(signers: [], supplier: -1, procurement: -1)

  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.column(&signers)
    try archive.value(&supplier)
    try archive.value(&procurement)
  }
}
