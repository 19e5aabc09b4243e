import Vocabulary

/// Adds up what was allocated, disbursed, delivered and handed over (SPEC 10.3).
struct SumsAccount {
  private typealias Amounts = (allocated: Rupiah, disbursed: Rupiah, delivered: Rupiah, handedOver: Rupiah)

  /// A commodity at an outlet in a programme and period.
  struct Stock: Hashable {
    let outlet: Int32
    let round: Int32
    let goods: GoodsKind
  }

  // By programme and period; and by that and the outlet.
  private var rounds: [Int32: Amounts] = [:]
  private var outlets: [NumberPair: Amounts] = [:]
  /// By lot: the quantity handed over, in the lot's unit.
  private(set) var taken: [Quantity]
  private(set) var stockDelivered: [Stock: Quantity] = [:]
  private(set) var stockHandedOver: [Stock: Quantity] = [:]

  init(_ docket: Docket) {
    let state = docket.state
    taken = Array(repeating: .zero, count: state.lots.count)
    for unit in docket.judged { add((.zero, .zero, .zero, .zero), round: state.units[unit].round, outlet: -1) }
    for money in state.allocations {
      add((Rupiah(money.amount), .zero, .zero, .zero), round: money.round, outlet: money.outlet)
    }
    for money in state.disbursements {
      add((.zero, Rupiah(money.amount), .zero, .zero), round: money.round, outlet: money.outlet)
    }
    for lot in state.lots {
      guard let delivery = lot.delivery else { continue }
      add((.zero, .zero, delivery.worth, .zero), round: delivery.round, outlet: delivery.outlet)
      let stock = Stock(outlet: delivery.outlet, round: delivery.round, goods: delivery.goods)
      stockDelivered[stock, default: .zero] += Quantity(delivery.quantity)
    }
    for handover in docket.live.list { add(state.handovers.records[Int(handover.stated)], state) }
  }

  private mutating func add(_ handover: HandoverRecord, _ state: LedgerState) {
    let round = state.units[handover.unit].round
    add((.zero, .zero, .zero, Rupiah(handover.value)), round: round, outlet: handover.outlet)
    for item in state.handovers.items(of: handover) {
      let quantity = Quantity(item.quantity)
      stockHandedOver[Stock(outlet: handover.outlet, round: round, goods: item.goods), default: .zero] += quantity
      if item.lot >= 0, state.lots[Int(item.lot)].delivery?.goods.unit == item.goods.unit { taken[Int(item.lot)] += quantity }
    }
  }

  private mutating func add(_ amounts: Amounts, round: Int32, outlet: Int32) {
    Self.add(amounts, to: &rounds[round, default: (.zero, .zero, .zero, .zero)])
    if outlet >= 0 { Self.add(amounts, to: &outlets[NumberPair(round, outlet), default: (.zero, .zero, .zero, .zero)]) }
  }

  private static func add(_ amounts: Amounts, to sum: inout Amounts) {
    sum.allocated += amounts.allocated
    sum.disbursed += amounts.disbursed
    sum.delivered += amounts.delivered
    sum.handedOver += amounts.handedOver
  }

  /// The sums in the order in which they are reported.
  func sums(_ state: LedgerState) -> Sums {
    func line(_ round: Int32, _ outlet: Code?, _ amounts: Amounts) -> Sums.Line {
      Sums.Line(
        programme: state.programmeBook.programmeCode(of: round), period: state.programmeBook.periodCode(of: round),
        outlet: outlet,
        allocated: amounts.allocated, disbursed: amounts.disbursed, delivered: amounts.delivered,
        handedOver: amounts.handedOver)
    }
    let lines = rounds.map { line($0.key, nil, $0.value) }
    let outletLines = outlets.map { line($0.key.first, state.outletBook.codes[$0.key.second], $0.value) }
    return Sums(
      lines: lines.sorted { ($0.programme, $0.period) < ($1.programme, $1.period) },
      outletLines: outletLines.sorted { left, right in
        guard let leftOutlet = left.outlet, let rightOutlet = right.outlet else { return false }
        return (left.programme, left.period, leftOutlet) < (right.programme, right.period, rightOutlet)
      }, lots: state.lotCodes.sortedNumbers.compactMap { balance(of: $0, state) })
  }

  private func balance(of lot: Int32, _ state: LedgerState) -> Sums.LotBalance? {
    guard let delivery = state.lots[Int(lot)].delivery else { return nil }
    return Sums.LotBalance(
      lot: state.lotCodes[lot], supplier: state.supplierBook.codes[delivery.supplier],
      outlet: state.outletBook.codes[delivery.outlet], commodity: state.commodities[delivery.goods.commodity],
      unit: delivery.goods.unit, delivered: Quantity(delivery.quantity), handedOver: taken[Int(lot)],
      delivery: delivery.reference)
  }

  /// The programmes and periods in which more was disbursed than allocated.
  var overDisbursed: [(round: Int32, disbursed: Rupiah, allocated: Rupiah)] {
    rounds.compactMap { $0.value.disbursed > $0.value.allocated ? ($0.key, $0.value.disbursed, $0.value.allocated) : nil }
  }
}
