import Vocabulary

extension LedgerState {
  mutating func record(_ statement: HandoverStatement, _ context: EventContext) {
    let firstItem = handovers.items.count
    let worth = append(statement.items)
    let record = HandoverRecord(
      reference: context.reference, at: statement.at, collector: statement.collector, flags: statement.flags,
      itemCount: UInt8(truncatingIfNeeded: statement.items.count), evidence: kinds(of: statement.evidence),
      unit: unit(statement.recipient, statement.programme, statement.period), recordedAt: context.recordedAt,
      region: statement.region, fee: statement.fee.value, cash: statement.cash.value, value: (worth + statement.cash).value,
      outlet: outletBook.number(of: statement.outlet), author: context.author, firstItem: Int32(firstItem),
      event: context.event)
    handovers.append(record, corrects: statement.corrects)
  }

  mutating func grant(_ body: EntitlementGranted, _ context: EventContext) {
    let firstGoods = units.goods.count
    for line in body.goods ?? [] {
      units.append(GoodsRecord(kind: goods(line.commodity, line.unit), quantity: line.quantity.value))
    }
    let entitlement = EntitlementRecord(
      reference: context.reference, at: context.at, goodsCount: UInt8(truncatingIfNeeded: units.goods.count - firstGoods),
      outlet: body.outlet.map { outletBook.number(of: $0) } ?? -1, amount: body.amount.value, region: body.region,
      firstGoods: Int32(firstGoods))
    units.grant(entitlement, to: unit(body.recipient, body.programme, body.period))
  }

  mutating func fail(_ body: HandoverFailed, _ context: EventContext) {
    units.append(
      FailureRecord(reference: context.reference, unit: unit(body.recipient, body.programme, body.period)))
  }

  mutating func interview(_ body: InterviewRecorded, _ context: EventContext) {
    units.append(
      InterviewRecord(
        reference: context.reference, at: context.at, received: body.received, isBad: body.quality == .bad,
        unit: unit(body.recipient, body.programme, body.period), amountReceived: body.amountReceived?.value,
        feePaid: body.feePaid?.value ?? 0))
  }

  // Appends the items and returns their worth.
  private mutating func append(_ items: [Item]) -> Rupiah {
    var worth = Rupiah.zero
    for item in items {
      worth += item.quantity.worth(at: item.unitPrice, per: item.unit)
      handovers.append(
        ItemRecord(
          quantity: item.quantity.value, unitPrice: item.unitPrice.value, goods: goods(item.commodity, item.unit),
          lot: item.lot.map { lot($0) } ?? -1))
    }
    return worth
  }

  private func kinds(of evidence: [Evidence]) -> ChoiceSet<EvidenceKind> {
    var kinds = ChoiceSet<EvidenceKind>()
    for piece in evidence { kinds.insert(piece.kind) }
    return kinds
  }
}
