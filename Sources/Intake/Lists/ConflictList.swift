internal import Vocabulary

/// Ties of people who hold keys to suppliers and outlets: `conflict.declared`.
enum ConflictList: EventList {
  static let columns = ColumnSet(
    required: [.holder, .relation, .region, .date], oneOf: [.supplier, .outlet], optional: [.evidence, .time])

  static func read(_ row: inout Row) {
    row.begin("conflicts")
    let staffNumber = row.required(.holder, .text(maximum: 80))
    let supplier = row.optional(.supplier, .code)
    let outlet = row.optional(.outlet, .code)
    if !row.has(.supplier), !row.has(.outlet) { row.note(.supplier, .oneOf([.supplier, .outlet]), .missing) }
    let relation = row.required(.relation, .choice(Words.relations))
    let region = row.required(.region, .region)
    let evidence = row.optional(.evidence, .evidence)
    let at = row.date()
    guard row.isSound, let staffNumber, let relation, let region, let at else { return }
    row.emit(at: at) { session in
      .conflictDeclared(
        ConflictDeclared(
          holder: session.identity.holder(staffNumber: staffNumber), supplier: supplier, outlet: outlet, relation: relation,
          region: region, evidence: evidence))
    }
  }
}
