import Vocabulary

extension HandoverRecord: SnapshotRecord {
  private static let collectors = Collector.allCases
  static let maximumByteCount = 82

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(collector)
    fields.put(flags.rawValue)
    fields.put(itemCount)
    fields.put(evidence)
    fields.put(unit)
    recordedAt.write(to: &fields)
    fields.put(region)
    fields.put(fee)
    fields.put(cash)
    fields.put(value)
    fields.put(outlet)
    fields.put(author)
    fields.put(firstItem)
    fields.put(event)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    guard let collector = fields.take(Self.collectors) else { return nil }
    let flags = HandoverFlags(rawValue: fields.take())
    let itemCount = fields.take(UInt8.self)
    let evidence: ChoiceSet<EvidenceKind> = fields.take()
    let unit = fields.take(Int32.self)
    guard let recordedAt = RecordedTime(from: &fields) else { return nil }
    guard let region: Region = fields.take() else { return nil }
    let fee = fields.take(Int64.self)
    let cash = fields.take(Int64.self)
    let value = fields.take(Int64.self)
    let outlet = fields.take(Int32.self)
    let author = fields.take(Int32.self)
    let firstItem = fields.take(Int32.self)
    let event = fields.take(Int32.self)
    self.init(
      reference: reference, at: at, collector: collector, flags: flags, itemCount: itemCount, evidence: evidence, unit: unit,
      recordedAt: recordedAt, region: region, fee: fee, cash: cash, value: value, outlet: outlet, author: author,
      firstItem: firstItem, event: event)
  }
}

extension ItemRecord: SnapshotRecord {
  static let maximumByteCount = 24

  func write(to fields: inout FieldWriter) {
    fields.put(quantity)
    fields.put(unitPrice)
    fields.put(goods)
    fields.put(lot)
  }

  init?(from fields: inout FieldReader) {
    let quantity = fields.take(Int64.self)
    let unitPrice = fields.take(Int64.self)
    let goods: GoodsKind = fields.take()
    let lot = fields.take(Int32.self)
    self.init(
      quantity: quantity, unitPrice: unitPrice, goods: goods, lot: lot)
  }
}

extension HandoverBook.Correction: SnapshotRecord {
  static let maximumByteCount = Identifier.maximumByteCount + 4

  func write(to fields: inout FieldWriter) {
    target.write(to: &fields)
    fields.put(record)
  }

  init?(from fields: inout FieldReader) {
    guard let target = Identifier(from: &fields) else { return nil }
    self.init(target: target, record: fields.take())
  }
}

extension UnitRecord: SnapshotRecord {
  static let maximumByteCount = 16

  func write(to fields: inout FieldWriter) {
    fields.put(recipient)
    fields.put(round)
    fields.put(entitlement)
    fields.put(nextOfRecipient)
  }

  init?(from fields: inout FieldReader) {
    let recipient = fields.take(Int32.self)
    let round = fields.take(Int32.self)
    let entitlement = fields.take(Int32.self)
    let nextOfRecipient = fields.take(Int32.self)
    self.init(
      recipient: recipient, round: round, entitlement: entitlement, nextOfRecipient: nextOfRecipient)
  }
}

extension EntitlementRecord: SnapshotRecord {
  static let maximumByteCount = 42

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(goodsCount)
    fields.put(outlet)
    fields.put(amount)
    fields.put(region)
    fields.put(firstGoods)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    let goodsCount = fields.take(UInt8.self)
    let outlet = fields.take(Int32.self)
    let amount = fields.take(Int64.self)
    guard let region: Region = fields.take() else { return nil }
    let firstGoods = fields.take(Int32.self)
    self.init(
      reference: reference, at: at, goodsCount: goodsCount, outlet: outlet, amount: amount, region: region, firstGoods: firstGoods
    )
  }
}

extension GoodsRecord: SnapshotRecord {
  static let maximumByteCount = 12

  func write(to fields: inout FieldWriter) {
    fields.put(kind)
    fields.put(quantity)
  }

  init?(from fields: inout FieldReader) {
    let kind: GoodsKind = fields.take()
    let quantity = fields.take(Int64.self)
    self.init(
      kind: kind, quantity: quantity)
  }
}

extension InterviewRecord: SnapshotRecord {
  static let maximumByteCount = 8 + 9 + 1 + 1 + 4 + 1 + 8 + 8

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(received)
    fields.put(isBad)
    fields.put(unit)
    fields.put(amountReceived != nil)
    if let amountReceived { fields.put(amountReceived) }
    fields.put(feePaid)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    let received: Bool = fields.take()
    let isBad: Bool = fields.take()
    let unit = fields.take(Int32.self)
    let amountReceived = fields.take() ? fields.take(Int64.self) : nil
    self.init(
      reference: reference, at: at, received: received, isBad: isBad, unit: unit, amountReceived: amountReceived,
      feePaid: fields.take())
  }
}

extension FailureRecord: SnapshotRecord {
  static let maximumByteCount = 12

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(unit)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    let unit = fields.take(Int32.self)
    self.init(
      reference: reference, unit: unit)
  }
}
