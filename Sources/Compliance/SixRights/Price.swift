import Vocabulary

extension Docket {
  /// Right H, harga (SPEC 10.2, price).
  func price(_ unit: UnitCase, received: Rupiah) -> RightVerdict {
    var reasons = ReasonList()
    var worth: Rupiah? = .zero
    for index in unit.handovers {
      let handover = stated(index)
      let applied = ruleBook.find(rules(on: handover, unit))
      if applied == nil { reasons.add(.priceNoRules, [handover.reference]) }
      guard handover.itemCount > 0 else {
        worth = worth.map { $0 + Rupiah(handover.cash) }
        continue
      }
      let month = Month(handover.at.localDate)
      for item in state.handovers.items(of: handover) {
        judgeCeiling(item, of: handover, applied, &reasons)
        judgeContract(item, of: handover, &reasons)
        let reference = referencePrices.reference(of: item.goods, in: handover.region, month)
        judge(item, of: handover, against: reference, applied, &reasons)
        let atReference = reference.map { Quantity(item.quantity).worth(at: Rupiah($0.unitPrice), per: item.goods.unit) }
        worth = worth.flatMap { sum in atReference.map { sum + $0 } }
      }
      worth = worth.map { $0 + Rupiah(handover.cash) }
    }
    if unit.handovers.isEmpty {
      reasons.add(.priceNoHandover, [unit.decision])
    } else if lacksGoods(unit) {
      reasons.add(.priceNoGoods, references(of: unit.handovers))
    } else if let worth {
      judgeValue(worth, unit, received, &reasons)
    }
    return reasons.verdict
  }

  private func judgeCeiling(
    _ item: ItemRecord, of handover: HandoverRecord, _ rules: RuleSet?, _ reasons: inout ReasonList
  ) {
    guard let rules, let ceiling = rules.ceilings.price(of: item.goods, in: handover.region), item.unitPrice > ceiling
    else { return }
    reasons.add(
      .priceAboveCeiling, [handover.reference, rules.reference], .init(item.unitPrice, against: ceiling),
      rules: rules.body.version)
  }

  private func judgeContract(_ item: ItemRecord, of handover: HandoverRecord, _ reasons: inout ReasonList) {
    guard item.lot >= 0, let delivery = state.lots[Int(item.lot)].delivery, delivery.contract >= 0,
      let contract = contracts[Int(delivery.contract)],
      let agreed = contract.prices.price(of: delivery.goods, in: handover.region), delivery.unitPrice > agreed
    else { return }
    reasons.add(
      .priceAboveContract, [handover.reference, delivery.reference, contract.reference],
      .init(delivery.unitPrice, against: agreed))
  }

  private func judge(
    _ item: ItemRecord, of handover: HandoverRecord, against reference: ReferencePrices.Reference?, _ rules: RuleSet?,
    _ reasons: inout ReasonList
  ) {
    guard let reference else {
      reasons.add(.priceNoReference, [handover.reference])
      return
    }
    guard let rules else { return }
    let tolerated = Int128(reference.unitPrice) * Int128(10_000 + rules.body.referenceTolerance)
    guard Int128(item.unitPrice) * 10_000 > tolerated else { return }
    reasons.add(
      .priceAboveReference, [handover.reference, reference.surveys.0, reference.surveys.1],
      .init(item.unitPrice, against: reference.unitPrice), rules: rules.body.version)
  }

  // `worth` is the value at reference prices plus cash.
  private func judgeValue(_ worth: Rupiah, _ unit: UnitCase, _ received: Rupiah, _ reasons: inout ReasonList) {
    guard let applied = ruleBook.find(rules(on: stated(unit.handovers.lowerBound), unit)) else { return }
    let claimed = unit.entitlement == nil ? received : min(unit.entitled, received)
    let least = Int128(claimed.value) * Int128(10_000 - applied.body.valueTolerance)
    guard Int128(worth.value) * 10_000 < least else { return }
    reasons.add(
      .priceValueShort, references(of: unit.handovers) + (unit.entitlement.map { [$0.reference] } ?? []),
      .init(worth.value, against: Int64(clamping: (least + 9_999) / 10_000)), rules: applied.body.version)
  }
}
