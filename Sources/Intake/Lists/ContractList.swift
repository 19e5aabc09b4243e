internal import Vocabulary

/// Contracts with their prices: `contract.signed`.
enum ContractList: EventList {
  static let columns = ColumnSet(
    required: [.contract, .supplier, .programme, .region, .from, .until, .value, .price, .date],
    optional: [.procurement, .time])

  static func read(_ row: inout Row) {
    row.begin("contracts")
    let contract = row.required(.contract, .code)
    let procurement = row.optional(.procurement, .code)
    let supplier = row.required(.supplier, .code)
    let programme = row.required(.programme, .code)
    let region = row.required(.region, .region)
    let from = row.required(.from, .date)
    let until = row.required(.until, .date)
    let value = row.required(.value, .money)
    let prices = row.required(.price, .prices)
    let at = row.date()
    guard row.isSound, let contract, let supplier, let programme, let region, let from, let until, let value, let prices, let at
    else { return }
    row.emit(at: at) { _ in
      .contractSigned(
        ContractSigned(
          contract: contract, procurement: procurement, supplier: supplier, programme: programme, region: region, from: from,
          until: until, value: value, prices: prices))
    }
  }
}
