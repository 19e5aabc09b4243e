import Vocabulary

/// A lot: its delivery that counts and its latest inspection, where they are known.
struct LotRecord {
  var delivery: LotDelivery?
  /// The latest by (at, position).
  var inspection: LotInspection?
}

/// What a `lot.delivered` states.
struct LotDelivery {
  let reference: EventReference
  let at: Timestamp
  let goods: GoodsKind
  let supplier: Int32
  let outlet: Int32
  /// Number of the contract; -1 where the lot names none.
  let contract: Int32
  let round: Int32
  let quantity: Int64
  let unitPrice: Int64
  let region: Region
  let expires: CalendarDate?

  /// Worth at its unit price.
  var worth: Rupiah { Quantity(quantity).worth(at: Rupiah(unitPrice), per: goods.unit) }
}

/// What a `lot.inspected` states.
struct LotInspection {
  let reference: EventReference
  let at: Timestamp
  let failed: Bool
  let packaged: Bool
}
