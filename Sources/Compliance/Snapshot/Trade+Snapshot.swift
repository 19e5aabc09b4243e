import Cryptography
import TransparencyLog
import Vocabulary

extension MoneyRecord: SnapshotRecord {
  static let maximumByteCount = 24

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(round)
    fields.put(outlet)
    fields.put(amount)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    let round = fields.take(Int32.self)
    let outlet = fields.take(Int32.self)
    let amount = fields.take(Int64.self)
    self.init(
      reference: reference, round: round, outlet: outlet, amount: amount)
  }
}

extension SurveyRecord: SnapshotRecord {
  static let maximumByteCount = 32

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(goods)
    fields.put(month.number)
    fields.put(region)
    fields.put(unitPrice)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    let goods: GoodsKind = fields.take()
    let month = Month(number: fields.take())
    guard let region: Region = fields.take() else { return nil }
    let unitPrice = fields.take(Int64.self)
    self.init(
      reference: reference, goods: goods, month: month, region: region, unitPrice: unitPrice)
  }
}

extension BidRecord: SnapshotRecord {
  static let maximumByteCount = 33

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(procurement)
    fields.put(supplier)
    fields.put(amount)
    fields.put(receivedAt)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    let procurement = fields.take(Int32.self)
    let supplier = fields.take(Int32.self)
    let amount = fields.take(Int64.self)
    guard let receivedAt: Timestamp = fields.take() else { return nil }
    self.init(
      reference: reference, procurement: procurement, supplier: supplier, amount: amount, receivedAt: receivedAt)
  }
}

extension LotRecord: SnapshotRecord {
  static let maximumByteCount = 1 + LotDelivery.maximumByteCount + 1 + LotInspection.maximumByteCount

  func write(to fields: inout FieldWriter) {
    fields.put(delivery != nil)
    delivery?.write(to: &fields)
    fields.put(inspection != nil)
    inspection?.write(to: &fields)
  }

  init?(from fields: inout FieldReader) {
    self.init()
    if fields.take() {
      guard let delivery = LotDelivery(from: &fields) else { return nil }
      self.delivery = delivery
    }
    if fields.take() {
      guard let inspection = LotInspection(from: &fields) else { return nil }
      self.inspection = inspection
    }
  }
}

extension LotDelivery: SnapshotRecord {
  static let maximumByteCount = 8 + 9 + 4 + 4 + 4 + 4 + 4 + 8 + 8 + 8 + 1 + 4

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(goods)
    fields.put(supplier)
    fields.put(outlet)
    fields.put(contract)
    fields.put(round)
    fields.put(quantity)
    fields.put(unitPrice)
    fields.put(region)
    fields.put(expires != nil)
    if let expires { fields.put(expires) }
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    let goods: GoodsKind = fields.take()
    let supplier = fields.take(Int32.self)
    let outlet = fields.take(Int32.self)
    let contract = fields.take(Int32.self)
    let round = fields.take(Int32.self)
    let quantity = fields.take(Int64.self)
    let unitPrice = fields.take(Int64.self)
    guard let region: Region = fields.take() else { return nil }
    let expires: CalendarDate? = fields.take() ? fields.take() as CalendarDate : nil
    self.init(
      reference: reference, at: at, goods: goods, supplier: supplier, outlet: outlet, contract: contract, round: round,
      quantity: quantity, unitPrice: unitPrice, region: region, expires: expires)
  }
}

extension LotInspection: SnapshotRecord {
  static let maximumByteCount = 19

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(failed)
    fields.put(packaged)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    let failed: Bool = fields.take()
    let packaged: Bool = fields.take()
    self.init(
      reference: reference, at: at, failed: failed, packaged: packaged)
  }
}

extension Attestation: SnapshotRecord {
  static let maximumByteCount = 8 + 8 + 9 + Digest.maximumByteCount

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    size.write(to: &fields)
    fields.put(asOf)
    digest.write(to: &fields)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let size = TreeSize(from: &fields) else { return nil }
    guard let asOf: Timestamp = fields.take(), let digest = Digest(from: &fields) else { return nil }
    self.init(reference: reference, size: size, asOf: asOf, digest: digest)
  }
}
