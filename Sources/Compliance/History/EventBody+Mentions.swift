public import Vocabulary

extension EventBody {
  /// Whether the body names `subject`.
  public func mentions(_ subject: Subject) -> Bool {
    switch subject {
    case .recipient(let id): mentions(recipient: id)
    case .supplier(let code): mentions(supplier: code)
    case .outlet(let code): mentions(outlet: code)
    case .lot(let code): mentions(lot: code)
    case .contract(let code): mentions(contract: code)
    case .procurement(let code): mentions(procurement: code)
    case .complaint(let code): complaint == code
    case .programme(let code): programme == code
    case .period(let programme, let period): self.programme == programme && self.period == period
    case .event(let id): mentions(event: id)
    }
  }

  private func mentions(recipient id: Identifier) -> Bool {
    switch self {
    case .duplicateResolved(let body): body.recipients.contains(id) || body.keep == id
    case .recipientRegistered(let body): body.recipient == id || body.witness == id
    case .subjectDisclosed(let body): body.subject == id
    case .subjectErased(let body): body.subject == id
    default: recipient == id
    }
  }

  private func mentions(supplier code: Code) -> Bool {
    switch self {
    case .bidDisqualified(let body): body.supplier == code
    case .bidReceived(let body): body.supplier == code
    case .complaintReceived(let body): body.supplier == code
    case .conflictDeclared(let body): body.supplier == code
    case .contractSigned(let body): body.supplier == code
    case .findingRaised(let body): body.supplier == code
    case .lotDelivered(let body): body.supplier == code
    case .supplierRegistered(let body): body.supplier == code
    case .supplierSelected(let body): body.supplier == code || body.ranking.contains(code)
    default: false
    }
  }

  private func mentions(outlet code: Code) -> Bool {
    switch self {
    case .complaintReceived(let body): body.outlet == code
    case .conflictDeclared(let body): body.outlet == code
    case .entitlementGranted(let body): body.outlet == code
    case .findingRaised(let body): body.outlet == code
    case .fundDisbursed(let body): body.outlet == code
    case .handoverCorrected(let body): body.outlet == code
    case .handoverFailed(let body): body.outlet == code
    case .handoverRecorded(let body): body.outlet == code
    case .lotDelivered(let body): body.outlet == code
    case .outletAppointed(let body): body.outlet == code
    default: false
    }
  }

  private func mentions(lot code: Code) -> Bool {
    switch self {
    case .handoverCorrected(let body): body.items.contains { $0.lot == code }
    case .handoverRecorded(let body): body.items.contains { $0.lot == code }
    case .lotDelivered(let body): body.lot == code
    case .lotInspected(let body): body.lot == code
    default: false
    }
  }

  private func mentions(contract code: Code) -> Bool {
    switch self {
    case .contractSigned(let body): body.contract == code
    case .lotDelivered(let body): body.contract == code
    default: false
    }
  }

  private func mentions(procurement code: Code) -> Bool {
    switch self {
    case .bidDisqualified(let body): body.procurement == code
    case .bidReceived(let body): body.procurement == code
    case .contractSigned(let body): body.procurement == code
    case .procurementOpened(let body): body.procurement == code
    case .supplierSelected(let body): body.procurement == code
    default: false
    }
  }

  private func mentions(event id: Identifier) -> Bool {
    switch self {
    case .handoverCorrected(let body): body.corrects == id
    case .recipientCorrected(let body): body.corrects == id
    case .findingRaised(let body): body.events?.contains(id) ?? false
    default: false
    }
  }

  private var complaint: Code? {
    switch self {
    case .complaintAnswered(let body): body.complaint
    case .complaintClosed(let body): body.complaint
    case .complaintReceived(let body): body.complaint
    default: nil
    }
  }

  private var period: Code? {
    switch self {
    case .budgetAllocated(let body): body.period
    case .complaintReceived(let body): body.period
    case .entitlementGranted(let body): body.period
    case .findingRaised(let body): body.period
    case .fundDisbursed(let body): body.period
    case .handoverCorrected(let body): body.period
    case .handoverFailed(let body): body.period
    case .handoverRecorded(let body): body.period
    case .interviewRecorded(let body): body.period
    case .lotDelivered(let body): body.period
    case .periodOpened(let body): body.period
    default: nil
    }
  }
}
