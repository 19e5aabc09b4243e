internal import Vocabulary

/// Outlets that may hand over: `outlet.appointed`.
enum OutletList: EventList {
  static let columns = ColumnSet(
    required: [.outlet, .name, .region, .programme, .date], optional: [.ownerNIK, .ownerClasses, .time])

  static func read(_ row: inout Row) {
    row.begin("outlets")
    let outlet = row.required(.outlet, .code)
    let name = row.required(.name, .text())
    let region = row.required(.region, .region)
    let programme = row.required(.programme, .code)
    let owners = row.owners()
    let at = row.date()
    guard row.isSound, let outlet, let name, let region, let programme, let at else { return }
    row.emit(at: at) { _ in
      .outletAppointed(
        OutletAppointed(
          outlet: outlet, name: name, region: region, programme: programme, ownerTags: owners.tags, ownerClasses: owners.classes))
    }
  }
}
