internal import Vocabulary

/// Deliveries to outlets: `lot.delivered`, in the outlet's region unless the row tells one.
enum LotList: EventList {
  static let columns = ColumnSet(
    required: [.lot, .supplier, .outlet, .programme, .period, .commodity, .amount, .unitPrice, .date],
    optional: [.contract, .region, .expires, .time])

  static func read(_ row: inout Row) {
    row.begin("lots")
    let lot = row.required(.lot, .code)
    let contract = row.optional(.contract, .code)
    let supplier = row.required(.supplier, .code)
    let outlet = row.required(.outlet, .code)
    let told = row.optional(.region, .region)
    let programme = row.required(.programme, .code)
    let period = row.required(.period, .code)
    let commodity = row.required(.commodity, .commodity)
    let amount = row.required(.amount, .quantity)
    let unitPrice = row.required(.unitPrice, .money)
    let expires = row.optional(.expires, .date)
    let at = row.date()
    let region = row.region(told) { session in outlet.flatMap(session.region(outlet:)) }
    guard row.isSound, let lot, let supplier, let outlet, let region, let programme, let period, let commodity, let amount,
      let unitPrice, let at
    else { return }
    row.emit(at: at) { _ in
      .lotDelivered(
        LotDelivered(
          lot: lot, contract: contract, supplier: supplier, outlet: outlet, region: region, programme: programme, period: period,
          commodity: commodity, quantity: amount.quantity, unit: amount.unit, unitPrice: unitPrice, expires: expires))
    }
  }
}

extension Row {
  /// The region that the row tells, or else the one that the ledger knows; a problem of the row's where there is neither.
  mutating func region(_ told: Region?, orKnown known: (IntakeSession) -> Region?) -> Region? {
    if let region = told ?? known(session) { return region }
    // A region that was told but could not be read is a problem already, and so is the code that would lead to one.
    if isSound { note(.region, .regionOfSomethingUnknown, .missing) }
    return nil
  }
}
