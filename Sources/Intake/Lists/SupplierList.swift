internal import Cryptography
internal import Vocabulary

/// Suppliers: `supplier.registered`.
enum SupplierList: EventList {
  static let columns = ColumnSet(
    required: [.supplier, .name, .region, .date], optional: [.founded, .ownerNIK, .ownerClasses, .time])

  static func read(_ row: inout Row) {
    row.begin("suppliers")
    let supplier = row.required(.supplier, .code)
    let name = row.required(.name, .text())
    let region = row.required(.region, .region)
    let founded = row.optional(.founded, .date)
    let owners = row.owners()
    let at = row.date()
    guard row.isSound, let supplier, let name, let region, let at else { return }
    row.emit(at: at) { _ in
      .supplierRegistered(
        SupplierRegistered(
          supplier: supplier, name: name, region: region, founded: founded, ownerTags: owners.tags, ownerClasses: owners.classes))
    }
  }
}

extension Row {
  /// The owners of a supplier or an outlet: tags of their NIKs, and their classes.
  mutating func owners() -> (tags: [Tag]?, classes: [ProfileClass]?) {
    let niks = optional(.ownerNIK, .niks)
    let classes = optional(.ownerClasses, .choices(Words.profileClasses))
    return (niks?.map(session.sealer.tag(nik:)), classes)
  }
}
