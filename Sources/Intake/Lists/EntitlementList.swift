internal import Vocabulary

/// What recipients shall receive: `entitlement.granted`, in the region that the ledger knows of the recipient.
enum EntitlementList: EventList {
  static let columns = ColumnSet(
    required: [.programme, .period, .value, .date], oneOf: [.number, .nik], optional: [.outlet, .goods, .time])

  static func read(_ row: inout Row) {
    row.begin("entitlements")
    let recipient = row.person()
    let programme = row.required(.programme, .code)
    let period = row.required(.period, .code)
    let outlet = row.optional(.outlet, .code)
    let amount = row.required(.value, .money)
    let goods = row.optional(.goods, .goods(atMost: 16))
    let at = row.date()
    guard row.isSound, let recipient, let programme, let period, let amount, let at else { return }
    row.emit(at: at) { _ in
      .entitlementGranted(
        EntitlementGranted(
          recipient: recipient.identifier, programme: programme, period: period, region: recipient.region, outlet: outlet,
          amount: amount, goods: goods))
    }
  }
}
