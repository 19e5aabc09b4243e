import Vocabulary

/// The units and what was granted, told and tried about them.
struct UnitBook: Sendable {
  private(set) var keys = Interner<NumberPair>()
  private(set) var records: [UnitRecord] = []
  private var firstOfRecipient: [Int32] = []
  private(set) var entitlements: [EntitlementRecord] = []
  private(set) var goods: [GoodsRecord] = []
  private(set) var interviews: [InterviewRecord] = []
  private(set) var failures: [FailureRecord] = []

  subscript(unit: Int32) -> UnitRecord { records[Int(unit)] }

  func find(recipient: Int32, round: Int32) -> Int32? { keys.find(NumberPair(recipient, round)) }

  func entitlement(of unit: UnitRecord) -> EntitlementRecord? {
    unit.entitlement < 0 ? nil : entitlements[Int(unit.entitlement)]
  }

  /// The number of the unit, whether or not it is entitled to anything yet.
  mutating func unit(recipient: Int32, round: Int32) -> Int32 {
    let unit = keys.intern(NumberPair(recipient, round))
    if Int(unit) == records.count {
      while firstOfRecipient.count <= Int(recipient) { firstOfRecipient.append(-1) }
      records.append(UnitRecord(recipient: recipient, round: round, nextOfRecipient: firstOfRecipient[Int(recipient)]))
      firstOfRecipient[Int(recipient)] = unit
    }
    return unit
  }

  /// The unit of a recipient that was named last, where the recipient's list of units begins; -1 without any.
  func first(of recipient: Int) -> Int32 { recipient < firstOfRecipient.count ? firstOfRecipient[recipient] : -1 }

  mutating func append(_ goods: GoodsRecord) { self.goods.append(goods) }

  /// Makes the entitlement the one that counts.
  mutating func grant(_ entitlement: EntitlementRecord, to unit: Int32) {
    records[Int(unit)].entitlement = Int32(entitlements.count)
    entitlements.append(entitlement)
  }

  mutating func append(_ interview: InterviewRecord) { interviews.append(interview) }
  mutating func append(_ failure: FailureRecord) { failures.append(failure) }
}

extension UnitBook {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try keys.code(&archive)
    try archive.column(&records)
    try archive.column(&firstOfRecipient)
    try archive.column(&entitlements)
    try archive.column(&goods)
    try archive.column(&interviews)
    try archive.column(&failures)
    guard records.count == keys.count else { throw .malformed("index of units") }
  }
}
