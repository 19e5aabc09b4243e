import Compliance
import Cryptography
import Testing
import Vocabulary

@Suite("Administration: by the right people in the right order")
struct AdministrationTests {
  @Test("A handover without a required kind of evidence is violated")
  func evidenceMissing() throws {
    var district = District.supplied { $0.requiredEvidence = [.photo, .signature] }
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1)
    let reason = try #require(district.reason(.adminEvidenceMissing))
    #expect(reason.entries == [handover])
    #expect(reason.value == 1)
    #expect(reason.threshold == 2)
    district.correct(handover, 1) { $0.evidence.append(Evidence(kind: .signature, digest: .zero)) }
    #expect(district.reason(.adminEvidenceMissing) == nil)
  }

  @Test("A level before which an earlier one is missing was reached by skipping it")
  func levelMissing() {
    var district = District.supplied()
    district.register(1)
    let desa = district.verify(1, .desa, at: "2026-02-05T08:00:00")
    district.verify(1, .rt, .deferred, at: "2026-02-01T08:00:00")
    let granted = district.grant(1)
    #expect(district.reason(.adminLevelSkipped)?.entries == [desa, granted])
  }

  @Test("Levels in the wrong order are skipped ones, even if they arrive in the right order")
  func levelOrder() {
    var district = District.supplied()
    district.register(1)
    let rt = district.verify(1, .rt, at: "2026-02-05T08:00:01")
    let desa = district.verify(1, .desa, at: "2026-02-05T08:00:00")
    district.grant(1)
    #expect(district.reason(.adminLevelSkipped)?.entries == [rt, desa])
    district.verify(1, .rt, at: "2026-02-05T08:00:00")
    #expect(district.reason(.adminLevelSkipped) == nil, "the first of each level counts")
  }

  @Test("A first level alone is unverified, but skips nothing")
  func onlyFirstLevel() {
    var district = District.supplied()
    district.register(1)
    district.verify(1, .rt, at: "2026-02-05T08:00:00")
    district.grant(1)
    #expect(district.reason(.adminLevelSkipped) == nil)
  }

  @Test("One person with two of the three duties is not separated, by whichever key", arguments: [0, 1, 2])
  func duties(pair: Int) {
    var district = District.supplied()
    district.hold("kunci-lain", person(901))  // The same person as the key "rt".
    let registration = district.register(1, by: pair == 0 ? "kunci-lain" : "registrar")
    let rt = district.verify(1, .rt, at: "2026-02-01T08:00:00", by: "rt")
    district.verify(1, .desa, at: "2026-02-05T08:00:00", by: "desa")
    district.grant(1)
    let handover = district.handOver(1, by: pair == 1 ? "kunci-lain" : pair == 2 ? "registrar" : "petugas")
    let expected = [[registration, rt], [rt, handover], [registration, handover]][pair]
    #expect(district.reason(.adminDutiesNotSeparated)?.entries == expected)
  }

  @Test("Duties are not judged where the rules do not ask, nor a verification after the decision")
  func dutiesNotAsked() {
    var free = District.supplied { $0.separateDuties = false }
    free.enrol(1)
    free.grant(1)
    free.handOver(1, by: "registrar")
    #expect(free.reason(.adminDutiesNotSeparated) == nil)
    var later = District.sound()
    later.verify(1, .rt, at: "2026-05-01T08:00:00", by: "petugas")
    #expect(later.reason(.adminDutiesNotSeparated) == nil)
  }

  @Test("Who corrects a handover has not handed over; the first registration counts, later ones do not")
  func dutiesOfCorrections() throws {
    var district = District.sound()
    let handover = try #require(district.unit(1)?.handovers.first)
    district.correct(handover, 1, by: "registrar")
    #expect(district.reason(.adminDutiesNotSeparated) == nil)
    district.register(1, by: "petugas")
    #expect(district.reason(.adminDutiesNotSeparated) == nil)
  }

  @Test(
    "A handover before the entitlement is out of order, at the same second not",
    arguments: [("2026-04-10T09:00:01", true), ("2026-04-10T09:00:00", false)])
  func beforeEntitlement(granted: String, isGap: Bool) {
    var district = District.supplied()
    district.enrol(1)
    let handover = district.handOver(1)
    let entitlement = district.grant(1, at: granted)
    #expect(district.reason(.adminSequenceGap)?.entries == (isGap ? [handover, entitlement] : nil))
  }

  @Test("An item of a lot that nobody delivered is a gap, until the delivery arrives")
  func unknownLot() {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1) { $0.items[0].lot = code("LOT-X") }
    #expect(district.reason(.adminSequenceGap)?.entries == [handover])
    district.deliver("LOT-X", "beras", 10_000, .g, 13_000)
    #expect(district.reason(.adminSequenceGap) == nil)
  }

  @Test("A lot without contract, of an unknown one, or delivered before it was signed is a gap")
  func contracts() {
    var district = District.sound()
    let handover = district.unit(1)!.handovers[0]
    let without = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000) { $0.contract = nil }
    #expect(district.reason(.adminSequenceGap)?.entries == [handover, without])
    let unknown = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000) { $0.contract = code("K-9") }
    #expect(district.reason(.adminSequenceGap)?.entries == [handover, unknown])
    let early = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000, at: "2026-01-31T08:00:00")
    let contract = district.state.contract(code("K-1"))!.reference
    #expect(district.reason(.adminSequenceGap)?.entries == [contract, handover, early].sorted())
    district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000, at: "2026-02-01T08:00:00")
    #expect(district.reason(.adminSequenceGap) == nil)
  }

  @Test("Without handover, or without rules on a day that counts, administration cannot be assessed")
  func notAssessable() {
    var district = District.supplied { $0.validUntil = date("2026-04-09") }
    district.enrol(1)
    let granted = district.grant(1)
    #expect(district.unit(1)?[.administration].reasons == [Reason(code: .adminNoHandover, entries: [granted])])
    let handover = district.handOver(1)
    #expect(district.unit(1)?[.administration].reasons == [Reason(code: .adminNoRules, entries: [handover])])
    var before = District.supplied { $0.validFrom = date("2026-04-01") }
    before.enrol(1)
    let early = before.grant(1)
    before.handOver(1)
    #expect(before.unit(1)?[.administration].reasons == [Reason(code: .adminNoRules, entries: [early])])
  }
}
