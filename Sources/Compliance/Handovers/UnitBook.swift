import Vocabulary

/// The units and what was granted, told and tried about them.
struct UnitBook: Sendable {
  private(set) var keys = Interner<NumberPair>()
  private(set) var records: [UnitRecord] = []
  private(set) var entitlements: [EntitlementRecord] = []
  private(set) var goods: [GoodsRecord] = []
  private(set) var interviews: [InterviewRecord] = []
  private(set) var failures: [FailureRecord] = []

  subscript(unit: Int32) -> UnitRecord { records[Int(unit)] }

  func find(recipient: Int32, round: Int32) -> Int32? { keys.find(NumberPair(recipient, round)) }

  func entitlement(of unit: UnitRecord) -> EntitlementRecord? {
    unit.entitlement < 0 ? nil : entitlements[Int(unit.entitlement)]
  }

  /// The number of the unit, which is new if it equals the count before; `next` is then the recipient's unit before it.
  mutating func intern(recipient: Int32, round: Int32, next: Int32) -> Int32 {
    let unit = keys.intern(NumberPair(recipient, round))
    if Int(unit) == records.count {
      records.append(UnitRecord(recipient: recipient, round: round, nextOfRecipient: next))
    }
    return unit
  }

  mutating func append(_ goods: GoodsRecord) { self.goods.append(goods) }

  /// Makes the entitlement the one that counts.
  mutating func grant(_ entitlement: EntitlementRecord, to unit: Int32) {
    records[Int(unit)].entitlement = Int32(entitlements.count)
    entitlements.append(entitlement)
  }

  mutating func append(_ interview: InterviewRecord) { interviews.append(interview) }
  mutating func append(_ failure: FailureRecord) { failures.append(failure) }
}
