import Vocabulary

// The bodies that a state keeps whole.

extension ComplaintAnswered: SnapshotBody {
  var event: EventBody { .complaintAnswered(self) }
  init?(_ event: EventBody) {
    guard case .complaintAnswered(let body) = event else { return nil }
    self = body
  }
}

extension ComplaintClosed: SnapshotBody {
  var event: EventBody { .complaintClosed(self) }
  init?(_ event: EventBody) {
    guard case .complaintClosed(let body) = event else { return nil }
    self = body
  }
}

extension ComplaintReceived: SnapshotBody {
  var event: EventBody { .complaintReceived(self) }
  init?(_ event: EventBody) {
    guard case .complaintReceived(let body) = event else { return nil }
    self = body
  }
}

extension ConflictDeclared: SnapshotBody {
  var event: EventBody { .conflictDeclared(self) }
  init?(_ event: EventBody) {
    guard case .conflictDeclared(let body) = event else { return nil }
    self = body
  }
}

extension ContractSigned: SnapshotBody {
  var event: EventBody { .contractSigned(self) }
  init?(_ event: EventBody) {
    guard case .contractSigned(let body) = event else { return nil }
    self = body
  }
}

extension LedgerOpened: SnapshotBody {
  var event: EventBody { .ledgerOpened(self) }
  init?(_ event: EventBody) {
    guard case .ledgerOpened(let body) = event else { return nil }
    self = body
  }
}

extension OutletAppointed: SnapshotBody {
  var event: EventBody { .outletAppointed(self) }
  init?(_ event: EventBody) {
    guard case .outletAppointed(let body) = event else { return nil }
    self = body
  }
}

extension PeriodOpened: SnapshotBody {
  var event: EventBody { .periodOpened(self) }
  init?(_ event: EventBody) {
    guard case .periodOpened(let body) = event else { return nil }
    self = body
  }
}

extension ProcurementOpened: SnapshotBody {
  var event: EventBody { .procurementOpened(self) }
  init?(_ event: EventBody) {
    guard case .procurementOpened(let body) = event else { return nil }
    self = body
  }
}

extension ProgrammeDeclared: SnapshotBody {
  var event: EventBody { .programmeDeclared(self) }
  init?(_ event: EventBody) {
    guard case .programmeDeclared(let body) = event else { return nil }
    self = body
  }
}

extension RulesPublished: SnapshotBody {
  var event: EventBody { .rulesPublished(self) }
  init?(_ event: EventBody) {
    guard case .rulesPublished(let body) = event else { return nil }
    self = body
  }
}

extension SupplierRegistered: SnapshotBody {
  var event: EventBody { .supplierRegistered(self) }
  init?(_ event: EventBody) {
    guard case .supplierRegistered(let body) = event else { return nil }
    self = body
  }
}

extension SupplierSelected: SnapshotBody {
  var event: EventBody { .supplierSelected(self) }
  init?(_ event: EventBody) {
    guard case .supplierSelected(let body) = event else { return nil }
    self = body
  }
}
