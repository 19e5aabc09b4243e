import Vocabulary

extension Docket {
  /// Right J, jumlah (SPEC 10.2, amount).
  func amount(_ unit: UnitCase, received: Rupiah) -> RightVerdict {
    var reasons = ReasonList()
    let number = unit.handovers.isEmpty ? unit.decisionRules : rules(on: stated(unit.handovers.lowerBound), unit)
    let applied = ruleBook.find(number)
    let version = applied?.body.version
    let basisPoints = applied?.body.amountTolerance ?? 0
    let tolerance = unit.entitled.scaled(byBasisPoints: basisPoints)
    let least = unit.entitled - tolerance
    let most = unit.entitled + tolerance
    if !unit.handovers.isEmpty {
      judgeShort(unit, received, least, version, &reasons)
      judgeGoods(unit, basisPoints, version, &reasons)
      if received > most {
        reasons.add(
          unit.handovers.count == 1 ? .amountOver : .amountRepeated, shown(unit), .init(received.value, against: most.value),
          rules: version)
      }
    } else {
      reasons.add(.amountNoHandover, [unit.decision])
    }
    judgeInterview(unit, least, version, &reasons)
    judgeLevies(unit, &reasons)
    judgeCombined(unit, &reasons)
    if applied == nil {
      reasons.add(.amountNoRules, [unit.handovers.isEmpty ? unit.decision : stated(unit.handovers.lowerBound).reference])
    }
    return reasons.verdict
  }

  // The handovers and the entitlement.
  private func shown(_ unit: UnitCase) -> [EventReference] {
    references(of: unit.handovers) + (unit.entitlement.map { [$0.reference] } ?? [])
  }

  private func judgeShort(
    _ unit: UnitCase, _ received: Rupiah, _ least: Rupiah, _ version: Code?, _ reasons: inout ReasonList
  ) {
    guard unit.entitlement != nil, received < least else { return }
    reasons.add(.amountShort, shown(unit), .init(received.value, against: least.value), rules: version)
  }

  private func judgeGoods(_ unit: UnitCase, _ basisPoints: Int, _ version: Code?, _ reasons: inout ReasonList) {
    guard let entitlement = unit.entitlement, entitlement.goodsCount > 0 else { return }
    var handedOver: [GoodsKind: Quantity] = [:]
    for index in unit.handovers {
      for item in state.handovers.items(of: stated(index)) { handedOver[item.goods, default: .zero] += Quantity(item.quantity) }
    }
    var entitled: [GoodsKind: Quantity] = [:]
    for goods in state.units.goods[entitlement.goods] { entitled[goods.kind, default: .zero] += Quantity(goods.quantity) }
    for kind in entitled.keys.sorted() {
      let quantity = entitled[kind] ?? .zero
      let least = quantity - quantity.scaled(byBasisPoints: basisPoints)
      let found = handedOver[kind] ?? .zero
      // Rupiah and quantities are no one measure: money that is short is told first.
      guard found < least else { continue }
      let measure = reasons.contains(.amountShort) ? nil : ReasonList.Measure(found.value, against: least.value, in: kind.unit)
      reasons.add(.amountShort, shown(unit), measure, rules: version)
    }
  }

  private func judgeInterview(_ unit: UnitCase, _ least: Rupiah, _ version: Code?, _ reasons: inout ReasonList) {
    guard let interview = latestInterview(unit) else { return }
    let told = interview.received ? interview.amountReceived : 0
    guard !interview.received || told.map({ Rupiah($0) < least }) ?? false else { return }
    let measure = reasons.contains(.amountShort) ? nil : told.map { ReasonList.Measure($0, against: least.value) }
    reasons.add(
      .amountShort, [interview.reference] + (unit.entitlement.map { [$0.reference] } ?? []), measure, rules: version)
  }

  private func judgeLevies(_ unit: UnitCase, _ reasons: inout ReasonList) {
    for index in unit.handovers {
      let handover = stated(index)
      if handover.fee > 0 { reasons.add(.amountLevied, [handover.reference], .init(handover.fee, against: 0)) }
    }
    for index in interviews[unit.number] {
      let interview = state.units.interviews[Int(index)]
      if interview.feePaid > 0 { reasons.add(.amountLevied, [interview.reference], .init(interview.feePaid, against: 0)) }
    }
    for complaint in standingComplaints(.levy, unit) {
      reasons.add(
        .amountLevied, [complaint.reference], complaint.body.amount.map { .init($0.value, against: 0) })
    }
  }

  private func judgeCombined(_ unit: UnitCase, _ reasons: inout ReasonList) {
    for index in unit.handovers {
      guard let partner = combined.partner(of: index) else { continue }
      let handover = stated(index)
      if !handover.flags.contains(.combinedOrder) {
        reasons.add(.amountCombined, [handover.reference, stated(partner).reference])
      }
    }
  }
}
