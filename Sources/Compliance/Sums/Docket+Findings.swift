import Vocabulary

extension Docket {
  /// The findings of SPEC 10.3, sorted by kind and subject.
  func findings(_ account: SumsAccount) -> [LedgerFinding] {
    let findings = overDisbursed(account) + overHandedOver(account) + outletsOverHandedOver(account) + lateComplaints()
    return findings.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  private func overDisbursed(_ account: SumsAccount) -> [LedgerFinding] {
    account.overDisbursed.map { found in
      let money = (state.allocations + state.disbursements).filter { $0.round == found.round }
      return LedgerFinding(
        kind: .overDisbursed, programme: state.programmeBook.programmeCode(of: found.round),
        period: state.programmeBook.periodCode(of: found.round), value: found.disbursed.value, threshold: found.allocated.value,
        entries: money.map(\.reference).sortedDistinct())
    }
  }

  private func overHandedOver(_ account: SumsAccount) -> [LedgerFinding] {
    var entries: [Int32: [EventReference]] = [:]
    for (lot, taken) in account.taken.enumerated() {
      guard let delivery = state.lots[lot].delivery, taken.value > delivery.quantity else { continue }
      entries[Int32(lot)] = [delivery.reference]
    }
    guard !entries.isEmpty else { return [] }
    for handover in live.list {
      let stated = state.handovers.records[Int(handover.stated)]
      for item in state.handovers.items(of: stated) where entries[item.lot] != nil {
        entries[item.lot]?.append(stated.reference)
      }
    }
    return entries.compactMap { lot, entries in
      guard let delivery = state.lots[Int(lot)].delivery else { return nil }
      return LedgerFinding(
        kind: .overHandedOver, programme: state.programmeBook.programmeCode(of: delivery.round),
        period: state.programmeBook.periodCode(of: delivery.round), outlet: state.outletBook.codes[delivery.outlet],
        lot: state.lotCodes[lot], commodity: state.commodities[delivery.goods.commodity],
        value: account.taken[Int(lot)].value, threshold: delivery.quantity, unit: delivery.goods.unit,
        entries: entries.sortedDistinct())
    }
  }

  private func outletsOverHandedOver(_ account: SumsAccount) -> [LedgerFinding] {
    var entries: [SumsAccount.Stock: [EventReference]] = [:]
    for (stock, quantity) in account.stockHandedOver where quantity > account.stockDelivered[stock] ?? .zero {
      entries[stock] = []
    }
    guard !entries.isEmpty else { return [] }
    for lot in state.lots {
      guard let delivery = lot.delivery else { continue }
      entries[SumsAccount.Stock(outlet: delivery.outlet, round: delivery.round, goods: delivery.goods)]?
        .append(delivery.reference)
    }
    for handover in live.list {
      let stated = state.handovers.records[Int(handover.stated)]
      let round = state.units[stated.unit].round
      for item in state.handovers.items(of: stated) {
        entries[SumsAccount.Stock(outlet: stated.outlet, round: round, goods: item.goods)]?.append(stated.reference)
      }
    }
    return entries.map { stock, entries in
      LedgerFinding(
        kind: .outletOverHandedOver, programme: state.programmeBook.programmeCode(of: stock.round),
        period: state.programmeBook.periodCode(of: stock.round), outlet: state.outletBook.codes[stock.outlet],
        commodity: state.commodities[stock.goods.commodity], value: account.stockHandedOver[stock]?.value ?? 0,
        threshold: account.stockDelivered[stock]?.value ?? 0, unit: stock.goods.unit,
        entries: entries.sortedDistinct())
    }
  }

  private func lateComplaints() -> [LedgerFinding] {
    state.complaintBook.records.flatMap { complaint -> [LedgerFinding] in
      guard let received = complaint.received else { return [] }
      let answered = complaint.firstAnswer.map { (at: $0.at.localDate, reference: $0.reference) }
      let closed = complaint.firstClosing.map { (at: $0.at.localDate, reference: $0.reference) }
      return [
        late(.complaintAnswerLate, received, \.answerWithin, answered),
        late(.complaintCloseLate, received, \.closeWithin, closed),
      ].compactMap { $0 }
    }
  }

  private func late(
    _ kind: LedgerFinding.Kind, _ received: Recorded<ComplaintReceived>, _ term: KeyPath<RulesPublished, Int>,
    _ done: (at: CalendarDate, reference: EventReference)?
  ) -> LedgerFinding? {
    let day = received.at.localDate
    let programme = received.body.programme.map { state.programmeBook.programmes.codes.find($0) ?? -1 }
    let applied =
      if let programme {
        programme < 0 ? RuleBook.none : ruleBook.inForce(programme: programme, on: day, in: received.body.region)
      } else {
        ruleBook.longest(term, on: day, in: received.body.region)
      }
    guard let rules = ruleBook.find(applied) else { return nil }
    let days = (done?.at ?? today).days(since: day)
    let within = rules.body[keyPath: term]
    guard days > within else { return nil }
    return LedgerFinding(
      kind: kind, programme: received.body.programme, period: received.body.period, outlet: received.body.outlet,
      complaint: received.body.complaint, value: Int64(days), threshold: Int64(within), rules: rules.body.version,
      entries: [received.reference, done?.reference ?? .none].sortedDistinct())
  }
}

extension LedgerFinding {
  // Kinds order like their text; codes hold no space, which is below their characters.
  fileprivate var sortKey: [String] {
    [kind.rawValue]
      + [programme, period, outlet, lot, commodity, complaint].map { $0?.description ?? "" } + [unit?.rawValue ?? ""]
  }
}
