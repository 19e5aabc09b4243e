import TransparencyLog
import Vocabulary

extension LedgerState {
  mutating func apply(_ body: EventBody, _ context: EventContext) {
    switch body {
    case .handoverRecorded(let body): record(HandoverStatement(body, at: context.at), context)
    case .handoverCorrected(let body): record(HandoverStatement(body), context)
    case .recipientRegistered(let body): registry.register(body, context)
    case .verificationRecorded(let body): registry.verify(body, context)
    case .entitlementGranted(let body): grant(body, context)
    case .recipientProposed(let body): registry.propose(body, context)
    case .recipientCorrected(let body): registry.correct(body, context)
    case .recipientStatusChanged(let body): registry.change(body, context)
    case .duplicateResolved(let body): registry.resolve(body)
    case .eligibilityDecided(let body):
      registry.decide(body, programme: programmeBook.programmes.number(of: body.programme), context)
    case .handoverFailed(let body): fail(body, context)
    case .interviewRecorded(let body): interview(body, context)
    case .lotDelivered(let body): deliver(body, context)
    case .lotInspected(let body): inspect(body, context)
    case .priceSurveyed(let body): survey(body, context)
    case .complaintReceived(let body): receive(body, context)
    case .complaintAnswered(let body): complaintBook.answer(body, context)
    case .complaintClosed(let body): complaintBook.close(body, context)
    default: applyGovernance(body, context)
    }
  }

  // Programmes, money, procurement and keys: events that are few.
  private mutating func applyGovernance(_ body: EventBody, _ context: EventContext) {
    switch body {
    case .programmeDeclared(let body): _ = programmeBook.programmes.record(body.programme, context.recorded(body))
    case .periodOpened(let body): programmeBook.open(context.recorded(body))
    case .rulesPublished(let body): programmeBook.publish(context.recorded(body))
    case .budgetAllocated(let body):
      allocations.append(money(body.programme, body.period, outlet: nil, body.amount, context))
    case .fundDisbursed(let body):
      disbursements.append(money(body.programme, body.period, outlet: body.outlet, body.amount, context))
    case .outletAppointed(let body): _ = outletBook.record(body.outlet, context.recorded(body))
    case .supplierRegistered(let body): _ = supplierBook.record(body.supplier, context.recorded(body))
    case .procurementOpened(let body): _ = procurement.procurements.record(body.procurement, context.recorded(body))
    case .bidReceived(let body): bid(body, context)
    case .bidDisqualified(let body): disqualify(body, context)
    case .supplierSelected(let body): select(body, context)
    case .contractSigned(let body): sign(body, context)
    case .conflictDeclared(let body): procurement.append(context.recorded(body))
    case .ledgerOpened(let body): open(body, context)
    case .registryImported(let body): if !hasImported(fileTag: body.fileTag) { importedFiles.append(body.fileTag) }
    case .keyGranted(let body): signers.hold(verifierKey: body.key, body.holder)
    case .subjectErased(let body): erase(body.subject)
    case .stateAttested(let body):
      attestations.append(
        Attestation(reference: context.reference, size: TreeSize(UInt64(body.size)), asOf: body.asOf, digest: body.digest))
    default: break  // Nothing that is judged follows from the others.
    }
  }

  private mutating func money(
    _ programme: Code, _ period: Code, outlet: Code?, _ amount: Rupiah, _ context: EventContext
  ) -> MoneyRecord {
    MoneyRecord(
      reference: context.reference, round: programmeBook.round(programme, period),
      outlet: outlet.map { outletBook.number(of: $0) } ?? -1, amount: amount.value)
  }

  private mutating func open(_ body: LedgerOpened, _ context: EventContext) {
    if opening == nil { opening = context.recorded(body) }
    for governor in body.governors { signers.hold(verifierKey: governor.key, governor.holder) }
  }

  private mutating func survey(_ body: PriceSurveyed, _ context: EventContext) {
    surveys.append(
      SurveyRecord(
        reference: context.reference, goods: goods(body.commodity, body.unit), month: Month(body.surveyedOn),
        region: body.region, unitPrice: body.unitPrice.value))
  }

  private mutating func receive(_ body: ComplaintReceived, _ context: EventContext) {
    var unit: Int32 = -1
    if let recipient = body.recipient, let programme = body.programme, let period = body.period {
      unit = self.unit(recipient, programme, period)
    }
    complaintBook.receive(body, unit: unit, context)
  }

  /// The number of a commodity in a unit.
  mutating func goods(_ commodity: Code, _ unit: Unit) -> GoodsKind {
    GoodsKind(commodity: commodities.intern(commodity), unit: unit)
  }

  /// The number of the unit of judgement.
  mutating func unit(_ recipient: Identifier, _ programme: Code, _ period: Code) -> Int32 {
    units.unit(recipient: registry.recipient(recipient), round: programmeBook.round(programme, period))
  }

  /// The number of a lot, whether or not it was delivered yet.
  mutating func lot(_ code: Code) -> Int32 {
    let lot = lotCodes.intern(code)
    if Int(lot) == lots.count { lots.append(LotRecord()) }
    return lot
  }
}
