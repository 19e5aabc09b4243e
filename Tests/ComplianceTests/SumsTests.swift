import Compliance
import Testing
import Vocabulary

@Suite("Sums and what they show")
struct SumsTests {
  private func allocate(_ district: inout District, _ amount: Int64) -> EventReference {
    district.add(
      .budgetAllocated(
        BudgetAllocated(programme: district.programme, period: district.period, region: regency, amount: Rupiah(amount))),
      at: "2026-01-05T08:00:00", by: ["manajer"])
  }

  private func disburse(_ district: inout District, _ amount: Int64, outlet: String? = nil) -> EventReference {
    district.add(
      .fundDisbursed(
        FundDisbursed(
          programme: district.programme, period: district.period, region: regency, outlet: outlet.map(code),
          amount: Rupiah(amount), reference: code("SP2D-1"))), at: "2026-03-05T08:00:00", by: ["manajer"])
  }

  private func findings(_ district: District, _ kind: LedgerFinding.Kind, asOf: Int64 = District.asOf) -> [LedgerFinding] {
    district.state.judge(asOf: asOf).findings.filter { $0.kind == kind }
  }

  @Test("Allocated, disbursed, delivered and handed over are added up by programme, period and outlet")
  func sums() throws {
    var district = District.sound()
    _ = allocate(&district, 900)
    _ = allocate(&district, 100)
    _ = disburse(&district, 300)
    _ = disburse(&district, 200, outlet: "EW-1")
    let sums = district.state.judge(asOf: District.asOf).sums
    let line = try #require(sums.lines.first)
    #expect(sums.lines.count == 1)
    #expect(line.allocated == Rupiah(1_000))
    #expect(line.disbursed == Rupiah(500))
    #expect(line.delivered == Rupiah(13_000_000 + 6_000_000))
    #expect(line.handedOver == Rupiah(200_000))
    let outlet = try #require(sums.outletLines.first)
    #expect(sums.outletLines.count == 1)
    #expect(outlet.outlet == code("EW-1"))
    #expect(outlet.allocated == .zero)
    #expect(outlet.disbursed == Rupiah(200))
    #expect(outlet.delivered == line.delivered)
    #expect(outlet.handedOver == Rupiah(200_000))
  }

  @Test("More disbursed than allocated is found, as much is not")
  func overDisbursed() {
    var district = District.sound()
    let budget = allocate(&district, 500)
    let first = disburse(&district, 500)
    #expect(findings(district, .overDisbursed).isEmpty)
    let second = disburse(&district, 1)
    let found = findings(district, .overDisbursed)
    #expect(found.count == 1)
    #expect(found.first?.entries == [budget, first, second])
    #expect(found.first?.value == 501)
    #expect(found.first?.threshold == 500)
    #expect(found.first?.period == code("2026-04"))
  }

  @Test("More handed over from a lot than was delivered is found by lot")
  func overHandedOver() throws {
    var district = District.sound()
    let handover = try #require(district.unit(1)?.handovers.first)
    var delivery = district.deliver("LOT-B", "beras", 10_000, .g, 13_000)
    #expect(findings(district, .overHandedOver).isEmpty)
    delivery = district.deliver("LOT-B", "beras", 9_999, .g, 13_000)
    let found = try #require(findings(district, .overHandedOver).first)
    #expect(found.lot == code("LOT-B"))
    #expect(found.entries == [handover, delivery])
    #expect(found.value == 10_000)
    #expect(found.threshold == 9_999)
    #expect(found.unit == .g)
    let balance = try #require(district.state.judge(asOf: District.asOf).sums.lots.first { $0.lot == code("LOT-B") })
    #expect(balance.handedOver == Quantity(10_000))
    #expect(balance.delivered == Quantity(9_999))
    district.correct(handover, 1, void: true)
    #expect(findings(district, .overHandedOver).isEmpty, "nothing was taken after all")
  }

  @Test("What is handed over in another unit than the lot's is not counted against the lot")
  func otherUnit() throws {
    var district = District.supplied()
    district.handOver(1) { $0.items[0].unit = .ml }
    let balance = try #require(district.state.judge(asOf: District.asOf).sums.lots.first { $0.lot == code("LOT-B") })
    #expect(balance.handedOver == .zero)
    #expect(findings(district, .outletOverHandedOver).map(\.unit) == [.ml], "but no millilitres reached the outlet")
  }

  @Test("More of a commodity handed over at an outlet than reached it in the period is found by outlet")
  func outletOverHandedOver() throws {
    var district = District.sound()
    let handover = try #require(district.unit(1)?.handovers.first)
    #expect(findings(district, .outletOverHandedOver).isEmpty)
    let delivery = district.deliver("LOT-T", "telur", 29, .pcs, 2_000)
    let found = try #require(findings(district, .outletOverHandedOver).first)
    #expect(findings(district, .outletOverHandedOver).count == 1)
    #expect(found.outlet == code("EW-1"))
    #expect(found.commodity == code("telur"))
    #expect(found.unit == .pcs)
    #expect(found.entries == [handover, delivery])
    #expect(found.value == 30)
    #expect(found.threshold == 29)
    district.period = code("2026-05")
    district.deliver("LOT-U", "telur", 1_000, .pcs, 2_000)
    #expect(!findings(district, .outletOverHandedOver).isEmpty, "what comes in another period does not help")
  }

  @Test("A complaint is late when the days of the rules have passed without an answer, or it came later")
  func answerLate() throws {
    var district = District.sound()
    let received = district.complain("A-1", .levy, of: 1, at: "2026-05-01T23:00:00")
    #expect(findings(district, .complaintAnswerLate, asOf: time("2026-05-15T23:59:59").secondsSince1970).isEmpty)
    let open = try #require(findings(district, .complaintAnswerLate, asOf: time("2026-05-16T00:00:00").secondsSince1970).first)
    #expect(open.entries == [received])
    #expect(open.value == 15)
    #expect(open.threshold == 14)
    #expect(open.rules == code("V1"))
    let answer = district.answer("A-1", .upheld, at: "2026-05-16T08:00:00")
    #expect(findings(district, .complaintAnswerLate).first?.entries == [received, answer])
    district.answer("A-1", .upheld, at: "2026-05-15T08:00:00")
    #expect(findings(district, .complaintAnswerLate).isEmpty, "the first answer by time counts")
  }

  @Test("A complaint is late when it was not closed within the days of the rules")
  func closeLate() {
    var district = District.sound()
    let received = district.complain("A-1", .levy, of: 1, at: "2026-05-01T08:00:00")
    district.answer("A-1", .upheld, at: "2026-05-02T08:00:00")
    #expect(findings(district, .complaintCloseLate, asOf: time("2026-06-30T23:00:00").secondsSince1970).isEmpty)
    #expect(
      findings(district, .complaintCloseLate, asOf: time("2026-07-01T00:00:00").secondsSince1970).first?.entries == [received])
    district.close("A-1", .upheld, at: "2026-06-30T08:00:00")
    #expect(findings(district, .complaintCloseLate, asOf: time("2026-12-01T00:00:00").secondsSince1970).isEmpty)
  }

  @Test("A complaint without programme has the longest term of all rules on its day; without rules it has none")
  func withoutProgramme() throws {
    var district = District.sound()
    district.programme = code("PKH")
    district.rules {
      $0.answerWithin = 20
      $0.version = code("PKH-1")
    }
    district.complain("A-1", .conduct, of: nil, at: "2026-05-01T08:00:00") { $0.programme = nil }
    district.complain("A-2", .conduct, of: nil, at: "2025-05-01T08:00:00")
    let found = try #require(findings(district, .complaintAnswerLate).first)
    #expect(findings(district, .complaintAnswerLate).count == 1)
    #expect(found.complaint == code("A-1"))
    #expect(found.threshold == 20)
    #expect(found.rules == code("PKH-1"))
  }

  @Test("An answer to a complaint that nobody received says nothing until it is received")
  func answerFirst() {
    var district = District.sound()
    district.answer("A-1", .upheld, at: "2026-05-02T08:00:00")
    #expect(district.state.complaint(code("A-1")) == nil)
    #expect(district.state.judge(asOf: District.asOf).findings.isEmpty)
    district.complain("A-1", .levy, of: 1, at: "2026-05-01T08:00:00")
    #expect(district.state.complaint(code("A-1"))?.answer?.body.outcome == .upheld)
    #expect(findings(district, .complaintAnswerLate).isEmpty)
  }

  @Test("Findings come sorted by kind and subject")
  func sorted() {
    var district = District.sound()
    _ = disburse(&district, 1)
    district.deliver("LOT-T", "telur", 1, .pcs, 2_000)
    district.deliver("LOT-B", "beras", 1, .g, 13_000)
    district.complain("A-1", .levy, of: 1, at: "2026-01-02T08:00:00")
    let findings = district.state.judge(asOf: District.asOf).findings
    #expect(
      findings.map(\.kind) == [
        .complaintAnswerLate, .complaintCloseLate, .outletOverHandedOver, .outletOverHandedOver, .overDisbursed, .overHandedOver,
        .overHandedOver,
      ])
    #expect(findings.compactMap(\.commodity) == ["beras", "telur", "beras", "telur"].map(code))
  }
}
