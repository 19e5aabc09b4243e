import Compliance
import Vocabulary

extension District {
  static let committee = ["panitia-1", "panitia-2", "panitia-3"]

  /// A procurement that CV-A wins against CV-B, and its contract K-1.
  mutating func contract() {
    supplier("CV-A")
    supplier("CV-B")
    procure()
    bid("CV-A", 100)
    bid("CV-B", 120)
    select("CV-A")
    sign()
    appoint()
  }

  @discardableResult
  mutating func supplier(_ name: String, _ edit: (inout SupplierRegistered) -> Void = { _ in }) -> EventReference {
    var body = SupplierRegistered(supplier: code(name), name: name, region: regency)
    edit(&body)
    return add(.supplierRegistered(body), at: "2026-01-01T09:00:00", by: ["panitia-1"])
  }

  @discardableResult
  mutating func appoint(_ edit: (inout OutletAppointed) -> Void = { _ in }) -> EventReference {
    var body = OutletAppointed(outlet: code("EW-1"), name: "Warung 1", region: village, programme: programme)
    edit(&body)
    return add(.outletAppointed(body), at: "2026-01-02T09:00:00", by: ["manajer"])
  }

  @discardableResult
  mutating func procure(_ edit: (inout ProcurementOpened) -> Void = { _ in }) -> EventReference {
    var body = ProcurementOpened(
      procurement: code("P-1"), programme: programme, region: regency, method: .open, opens: time("2026-01-03T08:00:00"),
      closes: time("2026-01-20T12:00:00"), goods: [Goods(commodity: code("beras"), quantity: Quantity(1_000_000), unit: .g)])
    edit(&body)
    return add(.procurementOpened(body), at: "2026-01-03T08:00:00", by: ["panitia-1"])
  }

  @discardableResult
  mutating func bid(_ supplier: String, _ amount: Int64, receivedAt: String = "2026-01-15T08:00:00") -> EventReference {
    let body = BidReceived(
      procurement: code("P-1"), region: regency, supplier: code(supplier), amount: Rupiah(amount), receivedAt: time(receivedAt))
    return add(.bidReceived(body), at: receivedAt, by: ["panitia-1"])
  }

  @discardableResult
  mutating func disqualify(_ supplier: String, by signers: [String] = committee) -> EventReference {
    let body = BidDisqualified(procurement: code("P-1"), region: regency, supplier: code(supplier), clause: code("4.2"))
    return add(.bidDisqualified(body), at: "2026-01-22T08:00:00", by: signers)
  }

  @discardableResult
  mutating func select(_ supplier: String, by signers: [String] = committee) -> EventReference {
    let body = SupplierSelected(
      procurement: code("P-1"), region: regency, supplier: code(supplier), ranking: [code(supplier)], clause: code("4.1"))
    return add(.supplierSelected(body), at: "2026-01-25T08:00:00", by: signers)
  }

  @discardableResult
  mutating func sign(by signers: [String] = committee, _ edit: (inout ContractSigned) -> Void = { _ in }) -> EventReference {
    var body = ContractSigned(
      contract: code("K-1"), procurement: code("P-1"), supplier: code("CV-A"), programme: programme, region: regency,
      from: date("2026-02-01"), until: date("2026-12-31"), value: Rupiah(100),
      prices: [
        Price(commodity: code("beras"), unit: .g, unitPrice: Rupiah(13_000)),
        Price(commodity: code("telur"), unit: .pcs, unitPrice: Rupiah(2_000)),
      ])
    edit(&body)
    return add(.contractSigned(body), at: "2026-02-01T08:00:00", by: signers)
  }

  @discardableResult
  mutating func deliver(
    _ lot: String, _ commodity: String, _ quantity: Int64, _ unit: Unit, _ unitPrice: Int64, at: String = "2026-04-02T08:00:00",
    _ edit: (inout LotDelivered) -> Void = { _ in }
  ) -> EventReference {
    var body = LotDelivered(
      lot: code(lot), contract: code("K-1"), supplier: code("CV-A"), outlet: code("EW-1"), region: village, programme: programme,
      period: period, commodity: code(commodity), quantity: Quantity(quantity), unit: unit, unitPrice: Rupiah(unitPrice))
    edit(&body)
    return add(.lotDelivered(body), at: at, by: ["pemasok"])
  }

  @discardableResult
  mutating func inspect(
    _ lot: String, _ outcome: LotInspected.Outcome = .passed, packaged: Bool = false, at: String = "2026-04-03T08:00:00"
  ) -> EventReference {
    let body = LotInspected(lot: code(lot), region: village, outcome: outcome, packaged: packaged)
    return add(.lotInspected(body), at: at, by: ["pemeriksa"])
  }

  @discardableResult
  mutating func survey(
    _ commodity: String, _ unit: Unit, _ price: Int64, in region: Region = village, on day: String = "2026-04-02"
  ) -> EventReference {
    let body = PriceSurveyed(
      region: region, commodity: code(commodity), unit: unit, unitPrice: Rupiah(price), surveyedOn: date(day))
    return add(.priceSurveyed(body), at: "\(day)T10:00:00", by: ["pemeriksa"])
  }

  @discardableResult
  mutating func declareConflict(
    _ holder: Int, supplier: String? = nil, outlet: String? = nil, _ relation: ConflictDeclared.Relation = .kin
  ) -> EventReference {
    let body = ConflictDeclared(
      holder: person(holder), supplier: supplier.map(code), outlet: outlet.map(code), relation: relation, region: regency)
    return add(.conflictDeclared(body), at: "2026-05-01T08:00:00", by: ["auditor"])
  }
}
