internal import Vocabulary

/// Inspections of lots: `lot.inspected`, in the lot's region unless the row tells one.
enum InspectionList: EventList {
  static let columns = ColumnSet(
    required: [.lot, .outcome, .date], optional: [.packaged, .region, .evidence, .time])

  static func read(_ row: inout Row) {
    row.begin("inspections")
    let lot = row.required(.lot, .code)
    let outcome = row.required(.outcome, .choice(Words.inspectionOutcomes))
    let packaged = row.optional(.packaged, .yesOrNo, standard: false)
    let told = row.optional(.region, .region)
    let evidence = row.optional(.evidence, .evidence)
    let at = row.date()
    let region = row.region(told) { session in lot.flatMap(session.region(lot:)) }
    guard row.isSound, let lot, let outcome, let region, let at else { return }
    row.emit(at: at) { _ in
      .lotInspected(LotInspected(lot: lot, region: region, outcome: outcome, packaged: packaged, evidence: evidence))
    }
  }
}
