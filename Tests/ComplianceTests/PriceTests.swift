import Compliance
import Testing
import Vocabulary

@Suite("Price: no more than it should cost")
struct PriceTests {
  /// Recipient 1 receives 10 kg of rice from LOT-B at this price per kg.
  private func sold(_ district: inout District, at unitPrice: Int64, cash: Int64 = 0) -> EventReference {
    district.enrol(1)
    district.grant(1)
    return district.handOver(1) {
      $0.items[0].unitPrice = Rupiah(unitPrice)
      $0.items.removeLast()
      $0.cash = Rupiah(cash)
    }
  }

  @Test("A price above the ceiling is violated, the ceiling is not", arguments: [(14_001, true), (14_000, false)])
  func ceiling(price: Int64, isAbove: Bool) throws {
    var district = District.supplied()
    let handover = sold(&district, at: price)
    let reason = district.reason(.priceAboveCeiling)
    #expect((reason != nil) == isAbove)
    if let reason {
      #expect(reason.entries.contains(handover))
      #expect(reason.entries.count == 2, "and the rules that say so")
      #expect(reason.value == 14_001)
      #expect(reason.threshold == 14_000)
      #expect(reason.rules == code("V1"))
    }
  }

  @Test("Of several ceilings that of the longest region that covers the handover counts, the first listed of equals")
  func longestRegion() {
    func ceiling(_ region: String?, _ price: Int64) -> Price {
      Price(commodity: code("beras"), unit: .g, unitPrice: Rupiah(price), region: region.flatMap { Region($0) })
    }
    var district = District.supplied {
      $0.ceilings = [
        ceiling("18.03", 13_500), ceiling(nil, 20_000), ceiling("18.03", 30_000), ceiling("18.04.01", 1),
        Price(commodity: code("beras"), unit: .ml, unitPrice: Rupiah(1)),
      ]
    }
    _ = sold(&district, at: 13_501)
    #expect(district.reason(.priceAboveCeiling)?.threshold == 13_500)
  }

  @Test("A lot that cost more than its contract says is violated, whatever the recipient paid")
  func contract() {
    var district = District.supplied()
    let handover = sold(&district, at: 13_000)
    #expect(district.reason(.priceAboveContract) == nil)
    let lot = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_001)
    let contract = district.state.contract(code("K-1"))!.reference
    let reason = district.reason(.priceAboveContract)
    #expect(reason?.entries == [contract, handover, lot].sorted())
    #expect(reason?.value == 13_001)
    #expect(reason?.threshold == 13_000)
  }

  @Test("A contract without a price for the commodity sets no limit")
  func contractWithoutPrice() {
    var district = District.supplied()
    _ = sold(&district, at: 13_000)
    district.deliver("LOT-B", "beras", 1_000_000, .g, 99_000)
    district.sign { $0.prices.removeFirst() }
    #expect(district.reason(.priceAboveContract) == nil)
  }

  @Test("A price above the reference plus tolerance is violated, at it not", arguments: [(14_301, true), (14_300, false)])
  func reference(price: Int64, isAbove: Bool) {
    var district = District()
    district.rules { $0.ceilings = [] }
    let survey = district.survey("beras", .g, 13_000)
    let handover = sold(&district, at: price)
    let reason = district.reason(.priceAboveReference)
    #expect(reason?.entries == (isAbove ? [survey, handover] : nil))
    #expect(reason?.value == (isAbove ? 14_301 : nil))
    #expect(reason?.threshold == (isAbove ? 13_000 : nil))
  }

  @Test("The reference is the median: the middle one of odd, half the middle sum of even counts, rounded down")
  func median() {
    var district = District()
    district.rules {
      $0.ceilings = []
      $0.referenceTolerance = 0
    }
    _ = sold(&district, at: 1_000_000)
    district.survey("beras", .g, 10_001)
    #expect(district.reason(.priceAboveReference)?.threshold == 10_001)
    district.survey("beras", .g, 90_000)
    #expect(district.reason(.priceAboveReference)?.threshold == 50_000)
    let middle = district.survey("beras", .g, 20_000)
    #expect(district.reason(.priceAboveReference)?.threshold == 20_000)
    #expect(district.reason(.priceAboveReference)?.entries.contains(middle) == true)
    district.survey("beras", .g, 20_003)
    #expect(district.reason(.priceAboveReference)?.threshold == 20_001)
  }

  @Test("Only surveys of the handover's month count, and only those of the longest region that covers it")
  func whichSurveys() {
    var district = District()
    district.rules { $0.ceilings = [] }
    let handover = sold(&district, at: 1_000_000)
    district.survey("beras", .g, 1, on: "2026-03-31")
    district.survey("beras", .g, 1, on: "2026-05-01")
    district.survey("beras", .g, 1, in: Region("18.03.08")!)
    district.survey("beras", .g, 1, in: Region("18.03.07.2002")!)
    district.survey("beras", .ml, 1)
    district.survey("telur", .g, 1)
    #expect(district.reason(.priceNoReference)?.entries == [handover])
    district.survey("beras", .g, 13_000, in: regency)
    #expect(district.reason(.priceAboveReference)?.threshold == 13_000)
    district.survey("beras", .g, 14_000, in: Region("18.03.07")!, on: "2026-04-30")
    #expect(district.reason(.priceAboveReference)?.threshold == 14_000)
  }

  @Test(
    "Goods worth less at reference prices than was claimed are short in value", arguments: [(179_999, true), (180_000, false)])
  func valueShort(worth: Int64, isShort: Bool) throws {
    var district = District()
    district.rules { $0.ceilings = [] }
    district.survey("beras", .g, 10_000)
    district.enrol(1)
    let granted = district.grant(1)
    // 10 kg at a reference of Rp10,000 are worth Rp100,000, though Rp13,000 a kg was charged; the rest comes in cash.
    let handover = district.handOver(1) {
      $0.items.removeLast()
      $0.items[0].unitPrice = Rupiah(13_000)
      $0.cash = Rupiah(worth - 100_000)
    }
    let reason = district.reason(.priceValueShort)
    #expect(reason?.entries == (isShort ? [granted, handover] : nil))
    #expect(reason?.value == (isShort ? 179_999 : nil))
    #expect(reason?.threshold == (isShort ? 180_000 : nil))
  }

  @Test("What is claimed is no more than was received, and all of that without entitlement")
  func claimed() {
    var short = District()
    short.rules { $0.ceilings = [] }
    short.survey("beras", .g, 13_000)
    short.grant(1)
    short.handOver(1) {
      $0.items.removeLast()
      $0.cash = nil
    }
    #expect(short.reason(.priceValueShort) == nil, "Rp130,000 received and worth it; that it is short is another reason")
    #expect(short.reason(.amountShort) != nil)
    var unentitled = District()
    unentitled.rules { $0.ceilings = [] }
    unentitled.survey("beras", .g, 13_000)
    unentitled.handOver(1) {
      $0.items.removeLast()
      $0.items[0].unitPrice = Rupiah(14_500)
      $0.cash = nil
    }
    #expect(unentitled.reason(.priceValueShort)?.threshold == 130_500)
  }

  @Test("An item without reference keeps the value from being judged")
  func noReference() throws {
    var district = District()
    district.rules { $0.ceilings = [] }
    district.survey("beras", .g, 1_000)
    district.grant(1)
    let handover = district.handOver(1) { $0.items[0].unitPrice = Rupiah(1_000) }
    let price = try #require(district.unit(1)?[.price])
    #expect(price.outcome == .notAssessable)
    #expect(price.reasons == [Reason(code: .priceNoReference, entries: [handover])])
  }

  @Test("Without handover, goods or rules the price cannot be assessed")
  func notAssessable() {
    var district = District.supplied { $0.validUntil = date("2026-04-09") }
    district.enrol(1)
    let granted = district.grant(1)
    #expect(district.unit(1)?[.price].reasons == [Reason(code: .priceNoHandover, entries: [granted])])
    let handover = district.handOver(1) { $0.items = [] }
    #expect(
      district.unit(1)?[.price].reasons == [
        Reason(code: .priceNoGoods, entries: [handover]), Reason(code: .priceNoRules, entries: [handover]),
      ])
  }
}
