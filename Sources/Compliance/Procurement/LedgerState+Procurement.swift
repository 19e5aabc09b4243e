import Vocabulary

extension LedgerState {
  mutating func deliver(_ body: LotDelivered, _ context: EventContext) {
    let lot = Int(lot(body.lot))
    lots[lot].delivery = LotDelivery(
      reference: context.reference, at: context.at, goods: goods(body.commodity, body.unit),
      supplier: supplierBook.number(of: body.supplier), outlet: outletBook.number(of: body.outlet),
      contract: body.contract.map { procurement.contracts.number(of: $0) } ?? -1,
      round: programmeBook.round(body.programme, body.period), quantity: body.quantity.value, unitPrice: body.unitPrice.value,
      region: body.region, expires: body.expires)
  }

  mutating func inspect(_ body: LotInspected, _ context: EventContext) {
    let lot = Int(lot(body.lot))
    let new = LotInspection(
      reference: context.reference, at: context.at, failed: body.outcome == .failed, packaged: body.packaged)
    if let known = lots[lot].inspection, Moment(new.at, new.reference) < Moment(known.at, known.reference) { return }
    lots[lot].inspection = new
  }

  mutating func bid(_ body: BidReceived, _ context: EventContext) {
    procurement.append(
      BidRecord(
        reference: context.reference, procurement: procurement.procurements.number(of: body.procurement),
        supplier: supplierBook.number(of: body.supplier), amount: body.amount.value, receivedAt: body.receivedAt))
  }

  mutating func disqualify(_ body: BidDisqualified, _ context: EventContext) {
    procurement.append(
      DisqualificationRecord(
        reference: context.reference, procurement: procurement.procurements.number(of: body.procurement),
        supplier: supplierBook.number(of: body.supplier), signers: signers.current))
  }

  mutating func select(_ body: SupplierSelected, _ context: EventContext) {
    procurement.select(
      context.recorded(body),
      SignedRecord(
        signers: signers.current, supplier: supplierBook.number(of: body.supplier),
        procurement: procurement.procurements.number(of: body.procurement)))
  }

  mutating func sign(_ body: ContractSigned, _ context: EventContext) {
    procurement.sign(
      context.recorded(body),
      SignedRecord(
        signers: signers.current, supplier: supplierBook.number(of: body.supplier),
        procurement: body.procurement.map { procurement.procurements.number(of: $0) } ?? -1))
    _ = programmeBook.programmes.number(of: body.programme)
  }
}
