internal import Vocabulary

/// Money set aside: `budget.allocated`.
enum BudgetList: EventList {
  static let columns = ColumnSet(required: [.programme, .period, .region, .amount, .date], optional: [.document, .time])

  static func read(_ row: inout Row) {
    row.begin("budgets")
    let programme = row.required(.programme, .code)
    let period = row.required(.period, .code)
    let region = row.required(.region, .region)
    let amount = row.required(.amount, .money)
    let document = row.optional(.document, .code)
    let at = row.date()
    guard row.isSound, let programme, let period, let region, let amount, let at else { return }
    row.emit(at: at) { _ in
      .budgetAllocated(
        BudgetAllocated(programme: programme, period: period, region: region, amount: amount, document: document))
    }
  }
}

/// Money paid out: `fund.disbursed`.
enum DisbursementList: EventList {
  static let columns = ColumnSet(
    required: [.programme, .period, .region, .amount, .reference, .date], optional: [.outlet, .time])

  static func read(_ row: inout Row) {
    row.begin("disbursements")
    let programme = row.required(.programme, .code)
    let period = row.required(.period, .code)
    let region = row.required(.region, .region)
    let outlet = row.optional(.outlet, .code)
    let amount = row.required(.amount, .money)
    let reference = row.required(.reference, .code)
    let at = row.date()
    guard row.isSound, let programme, let period, let region, let amount, let reference, let at else { return }
    row.emit(at: at) { _ in
      .fundDisbursed(
        FundDisbursed(
          programme: programme, period: period, region: region, outlet: outlet, amount: amount, reference: reference))
    }
  }
}
