internal import Vocabulary

/// Bids, and bids that do not count: `bid.received` and, where the row tells why not, `bid.disqualified`.
enum BidList: EventList {
  static let columns = ColumnSet(
    required: [.procurement, .supplier, .region, .value, .receivedAt],
    optional: [.price, .disqualifiedClause, .disqualifiedAt])

  static func read(_ row: inout Row) {
    row.begin("bids")
    let procurement = row.required(.procurement, .code)
    let supplier = row.required(.supplier, .code)
    let region = row.required(.region, .region)
    let amount = row.required(.value, .money)
    let receivedAt = row.requiredInstant(.receivedAt)
    let prices = row.optional(.price, .prices)
    if let procurement, let supplier, let region, let amount, let receivedAt {
      row.emit(at: receivedAt) { _ in
        .bidReceived(
          BidReceived(
            procurement: procurement, region: region, supplier: supplier, amount: amount, receivedAt: receivedAt, prices: prices))
      }
    }
    readDisqualification(&row)
  }

  private static func readDisqualification(_ row: inout Row) {
    guard row.has(.disqualifiedClause) || row.has(.disqualifiedAt) else { return }
    row.begin("bids/disqualified")
    guard row.isSound else { return }
    let procurement = row.required(.procurement, .code)
    let supplier = row.required(.supplier, .code)
    let region = row.required(.region, .region)
    let clause = row.required(.disqualifiedClause, .code)
    let at = row.requiredInstant(.disqualifiedAt)
    guard row.isSound, let procurement, let supplier, let region, let clause, let at else { return }
    row.emit(at: at) { _ in
      .bidDisqualified(BidDisqualified(procurement: procurement, region: region, supplier: supplier, clause: clause))
    }
  }
}
