import Vocabulary

/// Prices by commodity, unit and region: the ceilings of rules, or the prices of a contract.
struct PriceList: Sendable {
  private var prices: [GoodsKind: [(region: Region?, unitPrice: Int64)]] = [:]

  /// - Parameter commodities: numbers of the commodities that occur; a price of another commodity is never asked for.
  init(_ list: [Price], _ commodities: Interner<Code>) {
    for price in list {
      guard let commodity = commodities.find(price.commodity) else { continue }
      prices[GoodsKind(commodity: commodity, unit: price.unit), default: []].append((price.region, price.unitPrice.value))
    }
  }

  /// Of the prices whose region is absent or covers `region`, the one with the longest region, of these the first listed.
  func price(of goods: GoodsKind, in region: Region) -> Int64? {
    guard !prices.isEmpty, let candidates = prices[goods] else { return nil }
    var best: (length: Int, unitPrice: Int64)?
    for candidate in candidates where candidate.region?.covers(region) ?? true {
      let length = candidate.region?.level.rawValue ?? 0
      if length > best?.length ?? -1 { best = (length, candidate.unitPrice) }
    }
    return best?.unitPrice
  }
}
