import Compliance
import Testing
import Vocabulary

@Suite("Roll-ups")
struct RollUpTests {
  private func judged() -> Judgement {
    var district = District.supplied()
    for recipient in 1...3 {
      district.enrol(recipient) { if recipient == 3 { $0.region = Region("18.03.08.2001")! } }
      district.grant(recipient)
    }
    district.handOver(1)
    district.handOver(2) { $0.collector = .official }
    return district.state.judge(asOf: District.asOf)
  }

  @Test("Every unit is counted once for each right")
  func counts() throws {
    let all = try #require(judged().rollUp(by: .all).first)
    #expect(all.units == 3)
    #expect(all[.target].met == 1)
    #expect(all[.target].violated == 2, "a wrong collector and a missed one")
    #expect(all[.amount].met == 2)
    #expect(all[.amount].notAssessable == 1)
    for right in Right.allCases { #expect(all[right].total == 3) }
  }

  @Test("Groups are sorted by key, units without key last")
  func groups() {
    let judgement = judged()
    #expect(judgement.rollUp(by: .village).map(\.key) == ["18.03.07.2001", "18.03.08.2001"])
    #expect(judgement.rollUp(by: .district).map(\.units) == [2, 1])
    #expect(judgement.rollUp(by: .regency).map(\.key) == ["18.03"])
    #expect(judgement.rollUp(by: .supplier).map(\.key) == ["CV-A", nil])
    #expect(judgement.rollUp(by: .outlet).map(\.key) == ["EW-1"])
    #expect(judgement.rollUp(by: .programme).map(\.key) == ["SEMBAKO"])
    #expect(judgement.rollUp(by: .period).map(\.key) == ["2026-04"])
  }

  @Test("Units come by programme, period, region and number")
  func order() {
    var district = District.supplied()
    for (recipient, region) in [(5, "18.03.08.2001"), (1, "18.03.07.2001"), (10, "18.03.07.2001"), (9, "18.03.07.2001")] {
      district.register(recipient) { $0.region = Region(region)! }
      district.grant(recipient)
    }
    district.period = code("2026-03")
    district.grant(9)
    let units = district.state.judge(asOf: District.asOf).units
    #expect(units.map { $0.number?.description } == ["LU-9", "LU-1", "LU-10", "LU-9", "LU-5"])
  }
}
