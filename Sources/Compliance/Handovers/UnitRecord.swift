import Vocabulary

/// A recipient in a programme and a period that some event names.
struct UnitRecord {
  let recipient: Int32
  /// Number of the programme and period.
  let round: Int32
  /// Index of the entitlement that counts; -1 without one.
  var entitlement: Int32 = -1
  /// The next unit of the same recipient; -1 at the end.
  let nextOfRecipient: Int32
}

/// An `entitlement.granted`.
struct EntitlementRecord {
  let reference: EventReference
  let at: Timestamp
  let goodsCount: UInt8
  let outlet: Int32
  let amount: Int64
  let region: Region
  let firstGoods: Int32

  var goods: Range<Int> { Int(firstGoods)..<Int(firstGoods) + Int(goodsCount) }
}

/// A quantity of a commodity that somebody is entitled to.
struct GoodsRecord {
  let kind: GoodsKind
  let quantity: Int64
}

/// An `interview.recorded`.
struct InterviewRecord {
  let reference: EventReference
  let at: Timestamp
  let received: Bool
  let isBad: Bool
  let unit: Int32
  let amountReceived: Int64?
  let feePaid: Int64
}

/// A `handover.failed`.
struct FailureRecord {
  let reference: EventReference
  let unit: Int32
}
