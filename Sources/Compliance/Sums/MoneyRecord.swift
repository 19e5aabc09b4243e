/// A `budget.allocated` or `fund.disbursed`.
struct MoneyRecord {
  let reference: EventReference
  /// Number of the programme and period.
  let round: Int32
  /// Number of the outlet; -1 where the event names none.
  let outlet: Int32
  let amount: Int64
}
