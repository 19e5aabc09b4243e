internal import Vocabulary

/// Invitations to bid: `procurement.opened`, at the moment of opening.
enum ProcurementList: EventList {
  static let columns = ColumnSet(
    required: [.procurement, .programme, .region, .method, .opens, .closes, .goods])

  static func read(_ row: inout Row) {
    row.begin("procurements")
    let procurement = row.required(.procurement, .code)
    let programme = row.required(.programme, .code)
    let region = row.required(.region, .region)
    let method = row.required(.method, .choice(Words.methods))
    let opens = row.requiredInstant(.opens)
    let closes = row.requiredInstant(.closes)
    let goods = row.required(.goods, .goods(atMost: 32))
    guard row.isSound, let procurement, let programme, let region, let method, let opens, let closes, let goods else { return }
    row.emit(at: opens) { _ in
      .procurementOpened(
        ProcurementOpened(
          procurement: procurement, programme: programme, region: region, method: method, opens: opens, closes: closes,
          goods: goods))
    }
  }
}
