import Vocabulary

/// A contract, made ready for judging what was delivered under it.
struct AgreedContract {
  let reference: EventReference
  /// When it was signed.
  let signed: Timestamp
  let prices: PriceList

  /// The known contracts by number.
  static func all(_ state: LedgerState) -> [AgreedContract?] {
    (0..<Int32(state.procurement.contracts.count)).map { number in
      state.procurement.contracts[number].map {
        AgreedContract(reference: $0.reference, signed: $0.at, prices: PriceList($0.body.prices, state.commodities))
      }
    }
  }
}
