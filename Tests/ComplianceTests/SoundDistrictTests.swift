import Compliance
import Testing
import Vocabulary

@Suite("A sound district")
struct SoundDistrictTests {
  @Test("A recipient who received what is due has all six rights met")
  func allMet() throws {
    let unit = try #require(District.sound().unit(1))
    for right in Right.allCases {
      #expect(unit[right].reasons.isEmpty, "\(right)")
      #expect(unit[right].outcome == .met)
    }
    #expect(unit.received == Rupiah(200_000))
    #expect(unit.entitled == Rupiah(200_000))
    #expect(unit.number == code("LU-1"))
    #expect(unit.region == village)
    #expect(unit.outlet == code("EW-1"))
    #expect(unit.suppliers == [code("CV-A")])
    #expect(unit.contracts == [code("K-1")])
    #expect(unit.handovers.count == 1)
  }

  @Test("There is nothing to find in the sums of a sound district")
  func noFindings() {
    let judgement = District.sound().state.judge(asOf: District.asOf)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.units.count == 1)
  }

  @Test("A unit that nothing names is not judged")
  func unknownUnit() {
    #expect(District.sound().unit(2) == nil)
    #expect(District.sound().unit(1, period: code("2026-05")) == nil)
  }

  @Test("A person without papers who is listed, verified and served has all six rights met")
  func withoutPapers() throws {
    var district = District.supplied()
    for recipient in [1, 2, 3] {
      district.enrol(recipient) {
        $0.identityStatus = .none
        $0.nikTag = nil
        $0.kkTag = nil
        $0.decile = nil
        $0.witness = person(7)
      }
      district.grant(recipient)
      district.handOver(recipient)
    }
    for unit in district.state.judge(asOf: District.asOf).units {
      for right in Right.allCases { #expect(unit[right].outcome == .met, "\(right)") }
    }
  }
}
