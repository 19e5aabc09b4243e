import Compliance
import Testing
import Vocabulary

@Suite("Amount: what is due")
struct AmountTests {
  /// A district in which recipient 1 receives `cash` in money.
  private func paid(_ cash: Int64, entitled: Int64? = 200_000) -> (District, EventReference?, EventReference) {
    var district = District.supplied()
    district.enrol(1)
    let granted = entitled.map { district.grant(1, $0) }
    let handover = district.handOver(1) {
      $0.items = []
      $0.cash = Rupiah(cash)
    }
    return (district, granted, handover)
  }

  @Test("Less than the entitlement minus the tolerance is short", arguments: [(198_999, true), (199_000, false)])
  func short(cash: Int64, isShort: Bool) {
    let (district, granted, handover) = paid(cash)
    let reason = district.reason(.amountShort)
    #expect((reason != nil) == isShort)
    if isShort {
      #expect(reason?.entries == [granted, handover].compactMap { $0 })
      #expect(reason?.value == 198_999)
      #expect(reason?.threshold == 199_000)
      #expect(reason?.rules == code("V1"))
    }
  }

  @Test("More than the entitlement plus the tolerance in one handover is over", arguments: [(201_001, true), (201_000, false)])
  func over(cash: Int64, isOver: Bool) {
    let (district, granted, handover) = paid(cash)
    let reason = district.reason(.amountOver)
    #expect((reason != nil) == isOver)
    #expect(district.reason(.amountRepeated) == nil)
    if isOver {
      #expect(reason?.entries == [granted, handover].compactMap { $0 })
      #expect(reason?.value == 201_001)
      #expect(reason?.threshold == 201_000)
    }
  }

  @Test("Whatever is handed over without entitlement is over, and never short")
  func withoutEntitlement() {
    let (district, _, handover) = paid(1, entitled: nil)
    #expect(district.reason(.amountOver)?.entries == [handover])
    #expect(district.reason(.amountShort) == nil)
  }

  @Test("Too much in two handovers is repeated, enough in two is not")
  func repeated() {
    var (district, granted, first) = paid(100_000)
    let second = district.handOver(1, at: "2026-04-11T09:00:00") {
      $0.items = []
      $0.cash = Rupiah(100_000)
    }
    #expect(district.reason(.amountRepeated) == nil)
    #expect(district.reason(.amountShort) == nil)
    let third = district.handOver(1, at: "2026-04-12T09:00:00")
    #expect(district.reason(.amountRepeated)?.entries == [granted, first, second, third].compactMap { $0 })
    #expect(district.reason(.amountOver) == nil)
  }

  @Test("The entitlement at the highest position counts")
  func latestEntitlement() {
    var (district, _, _) = paid(200_000)
    let second = district.grant(1, 300_000, at: "2026-03-20T08:00:00")
    #expect(district.unit(1)?.entitled == Rupiah(300_000))
    #expect(district.unit(1)?.entitlement == second)
    #expect(district.reason(.amountShort)?.threshold == 298_500)
  }

  @Test("The latest interview that tells of nothing, or of too little, shows a shortage")
  func interview() {
    var district = District.sound()
    district.interview(1, at: "2026-05-05T08:00:00") { $0.amountReceived = Rupiah(199_000) }
    #expect(district.reason(.amountShort) == nil)
    let less = district.interview(1, at: "2026-05-06T08:00:00") { $0.amountReceived = Rupiah(198_999) }
    #expect(district.reason(.amountShort)?.entries.contains(less) == true)
    #expect(district.reason(.amountShort)?.value == 198_999)
    let nothing = district.interview(1, received: false, at: "2026-05-07T08:00:00")
    #expect(district.reason(.amountShort)?.entries.contains(nothing) == true)
    #expect(district.reason(.amountShort)?.value == 0)
    district.interview(1, at: "2026-05-08T08:00:00")
    #expect(district.reason(.amountShort) == nil)
  }

  @Test("An earlier interview that arrives later does not replace the latest")
  func lateInterview() {
    var district = District.sound()
    district.interview(1, at: "2026-05-08T08:00:00")
    district.interview(1, received: false, at: "2026-05-07T08:00:00")
    #expect(district.reason(.amountShort) == nil)
  }

  @Test(
    "Goods that are due in kind are short by quantity in their own unit",
    arguments: [(10_050, false), (10_051, true), (50_000, true)])
  func goods(due: Int64, isShort: Bool) {
    var district = District.supplied()
    district.enrol(1)
    let granted = district.grant(1) {
      $0.goods = [
        Goods(commodity: code("beras"), quantity: Quantity(due - 5_000), unit: .g),
        Goods(commodity: code("beras"), quantity: Quantity(5_000), unit: .g),
      ]
    }
    let handover = district.handOver(1)
    #expect(district.reason(.amountShort)?.entries == (isShort ? [granted, handover] : nil))
    #expect(district.reason(.amountShort)?.unit == (isShort ? .g : nil))
  }

  @Test("Goods of another unit do not fill what is due")
  func goodsOfAnotherUnit() {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1) { $0.goods = [Goods(commodity: code("telur"), quantity: Quantity(30), unit: .g)] }
    district.handOver(1)
    #expect(district.reason(.amountShort)?.value == 0)
  }

  @Test("A fee in a handover, an interview or a standing complaint is a levy")
  func levied() {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1) { $0.fee = Rupiah(0) }
    #expect(district.reason(.amountLevied) == nil)
    let interview = district.interview(1, at: "2026-05-01T08:00:00") { $0.feePaid = Rupiah(5_000) }
    district.interview(1, at: "2026-05-02T08:00:00") { $0.feePaid = Rupiah(0) }
    #expect(district.reason(.amountLevied)?.entries == [interview], "not only the latest interview")
    let complaint = district.complain("A-1", .levy, of: 1) { $0.amount = Rupiah(7_000) }
    #expect(district.reason(.amountLevied)?.entries == [interview, complaint])
    #expect(district.reason(.amountLevied)?.value == 7_000)
    district.close("A-1", .unfounded, at: "2026-05-20T08:00:00")
    #expect(district.reason(.amountLevied)?.entries == [interview])
    let correction = district.correct(handover, 1) { $0.fee = Rupiah(10_000) }
    #expect(district.reason(.amountLevied)?.entries == [interview, correction])
  }

  @Test("A complaint counts unless its latest closing is unfounded or withdrawn")
  func closings() {
    for (outcome, stands) in [
      (ComplaintClosed.Outcome.upheld, true), (.partlyUpheld, true), (.unfounded, false), (.withdrawn, false),
    ] {
      var district = District.sound()
      let complaint = district.complain("A-1", .levy, of: 1)
      district.close("A-1", outcome, at: "2026-05-20T08:00:00")
      district.close("A-1", outcome == .upheld ? .unfounded : .upheld, at: "2026-05-19T08:00:00")
      #expect(district.reason(.amountLevied)?.entries == (stands ? [complaint] : nil), "\(outcome)")
    }
  }

  @Test("A complaint about something else, or that does not name the unit, is no levy")
  func otherComplaints() {
    var district = District.sound()
    district.complain("A-1", .late, of: 1)
    district.complain("A-2", .levy, of: nil)
    district.complain("A-3", .levy, of: 1) { $0.period = nil }
    district.complain("A-4", .levy, of: 2)
    #expect(district.reason(.amountLevied) == nil)
  }

  @Test("Two periods on one day are combined, unless an order allows it")
  func combined() {
    var district = District.sound()
    let april = district.unit(1)!.handovers[0]
    district.period = code("2026-05")
    district.open {
      $0.from = date("2026-04-01")
      $0.deliverBy = nil
    }
    district.grant(1)
    let may = district.handOver(1, at: "2026-04-10T15:00:00") { $0.combinedOrder = code("SK-9") }
    #expect(district.reason(.amountCombined) == nil, "the one with the order")
    district.period = code("2026-04")
    #expect(district.reason(.amountCombined)?.entries == [april, may], "the one without")
  }

  @Test("Another day, another programme or the same period is not combined")
  func notCombined() {
    var district = District.sound()
    district.handOver(1, at: "2026-04-10T15:00:00")
    district.programme = code("PKH")
    district.period = code("2026-05")
    district.handOver(1)
    district.programme = code("SEMBAKO")
    district.handOver(1, at: "2026-04-11T00:00:00")
    district.period = code("2026-04")
    #expect(district.reason(.amountCombined) == nil)
  }

  @Test("Without handover the amount cannot be assessed")
  func noHandover() throws {
    var district = District.supplied()
    district.enrol(1)
    let granted = district.grant(1)
    let amount = try #require(district.unit(1)?[.amount])
    #expect(amount.outcome == .notAssessable)
    #expect(amount.reasons == [Reason(code: .amountNoHandover, entries: [granted])])
  }

  @Test("Without rules there is no tolerance, and a shortage is still one", arguments: [(199_999, true), (200_000, false)])
  func noRules(cash: Int64, isShort: Bool) throws {
    var district = District.supplied { $0.validUntil = date("2026-04-09") }
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1) {
      $0.items = []
      $0.cash = Rupiah(cash)
    }
    let amount = try #require(district.unit(1)?[.amount])
    #expect(amount.outcome == (isShort ? .violated : .notAssessable))
    #expect(amount[.amountNoRules]?.entries == [handover])
    #expect(amount.reasons.filter { $0.code.outcome == amount.outcome }.map(\.code) == [isShort ? .amountShort : .amountNoRules])
  }

  @Test("Worth beyond 64 bits stops there instead of trapping")
  func saturates() {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1)
    let most: Int64 = 9_007_199_254_740_991
    district.handOver(1) {
      $0.items = [Item(commodity: code("beras"), quantity: Quantity(most), unit: .pcs, unitPrice: Rupiah(most))]
      $0.cash = Rupiah(most)
    }
    #expect(district.unit(1)?.received == Rupiah(.max))
    #expect(district.reason(.amountOver)?.value == .max)
  }
}
