internal import Vocabulary

/// Choices of suppliers: `supplier.selected`, usually signed by several.
enum SelectionList: EventList {
  static let columns = ColumnSet(
    required: [.procurement, .supplier, .region, .ranking, .clause, .date], optional: [.evidence, .time])

  static func read(_ row: inout Row) {
    row.begin("selections")
    let procurement = row.required(.procurement, .code)
    let supplier = row.required(.supplier, .code)
    let region = row.required(.region, .region)
    let ranking = row.required(.ranking, .codes(atMost: 32))
    let clause = row.required(.clause, .code)
    let evidence = row.optional(.evidence, .evidence)
    let at = row.date()
    guard row.isSound, let procurement, let supplier, let region, let ranking, let clause, let at else { return }
    row.emit(at: at) { _ in
      .supplierSelected(
        SupplierSelected(
          procurement: procurement, region: region, supplier: supplier, ranking: ranking, clause: clause, evidence: evidence))
    }
  }
}
