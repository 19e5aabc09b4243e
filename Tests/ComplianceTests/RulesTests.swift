import Compliance
import Testing
import TransparencyLog
import Vocabulary

@Suite("Which rules are in force")
struct RulesTests {
  private func version(_ district: District, on day: String, in region: Region = village) -> Code? {
    district.state.rules(of: district.programme, on: date(day), for: region)?.body.version
  }

  @Test("The latest validFrom counts, then the highest position, whatever the order of publication")
  func latest() {
    var district = District()
    district.rules { ($0.version, $0.validFrom) = (code("V2"), date("2026-04-01")) }
    district.rules { ($0.version, $0.validFrom) = (code("V1"), date("2026-01-01")) }
    #expect(version(district, on: "2026-03-31") == code("V1"))
    #expect(version(district, on: "2026-04-01") == code("V2"))
    #expect(version(district, on: "2025-12-31") == nil)
    district.rules { ($0.version, $0.validFrom) = (code("V2b"), date("2026-04-01")) }
    #expect(version(district, on: "2026-04-01") == code("V2b"))
  }

  @Test("Rules end after validUntil, and older ones that still hold come back")
  func ended() {
    var district = District()
    district.rules()
    district.rules {
      $0.version = code("V2")
      $0.validFrom = date("2026-04-01")
      $0.validUntil = date("2026-04-30")
    }
    #expect(version(district, on: "2026-04-30") == code("V2"))
    #expect(version(district, on: "2026-05-01") == code("V1"))
  }

  @Test("Rules of another region or programme do not count")
  func scope() {
    var district = District()
    district.rules()
    district.rules {
      $0.version = code("V2")
      $0.validFrom = date("2026-02-01")
      $0.region = Region("18.04")
    }
    district.rules {
      $0.version = code("V3")
      $0.validFrom = date("2026-02-01")
      $0.programme = code("PKH")
    }
    #expect(version(district, on: "2026-04-30") == code("V1"))
    #expect(version(district, on: "2026-04-30", in: Region("18.04.01")!) == code("V2"))
    #expect(district.state.rules(of: code("BLT"), on: date("2026-04-30"), for: village) == nil)
  }

  @Test("The unit's region is that of the recipient's facts, else of the entitlement, else of the first handover")
  func regionOfUnit() {
    var district = District()
    district.handOver(1) { $0.region = Region("18.01.01.2001")! }
    #expect(district.unit(1)?.region == Region("18.01.01.2001"))
    district.grant(1) { $0.region = Region("18.02.01.2001")! }
    #expect(district.unit(1)?.region == Region("18.02.01.2001"))
    district.register(1)
    #expect(district.unit(1)?.region == village)
  }

  @Test("Each handover is judged by the rules on its own day, the decision by those on its")
  func ownDay() {
    var district = District.supplied { $0.requiredEvidence = [] }
    let later = district.rules {
      $0.version = code("V2")
      $0.validFrom = date("2026-04-10")
      $0.requiredLevels = [.dinas]
      $0.requiredEvidence = [.bast]
    }
    #expect(later > EventReference(position: 0, place: 0))
    district.enrol(1)
    district.grant(1)
    district.handOver(1, at: "2026-04-09T09:00:00") { $0.cash = nil }
    #expect(district.reason(.adminEvidenceMissing) == nil)
    let second = district.handOver(1, at: "2026-04-10T09:00:00") {
      $0.items = []
      $0.cash = Rupiah(10_000)
    }
    #expect(district.reason(.adminEvidenceMissing)?.entries == [second])
    #expect(district.reason(.adminEvidenceMissing)?.rules == code("V2"))
    #expect(district.reason(.targetUnverified) == nil)
  }
}
