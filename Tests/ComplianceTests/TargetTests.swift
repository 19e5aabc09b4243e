import Compliance
import Cryptography
import Testing
import Vocabulary

@Suite("Target: the right person")
struct TargetTests {
  @Test("A recipient who was registered only after the decision is unregistered then")
  func registeredLate() {
    var district = District.supplied()
    let late = district.register(1, at: "2026-03-26T08:00:00")
    let granted = district.grant(1)
    #expect(district.reason(.targetUnregistered)?.entries == [late, granted])
  }

  @Test("A recipient whom nobody registered or proposed is unregistered")
  func neverRegistered() {
    var district = District.supplied()
    let handover = district.handOver(1)
    #expect(district.reason(.targetUnregistered)?.entries == [handover])
  }

  @Test("A proposal before the decision is a listing")
  func proposed() {
    var district = District.supplied()
    let body = RecipientProposed(
      recipient: person(1), number: code("U-1"), region: village, identityStatus: .pending, source: .village)
    district.add(.recipientProposed(body), at: "2026-03-25T08:00:00", by: ["registrar"])
    district.grant(1, at: "2026-03-25T08:00:00")
    #expect(district.reason(.targetUnregistered) == nil)
    #expect(district.unit(1)?.number == code("U-1"))
  }

  @Test("A required level without an eligible verification by the decision is unverified")
  func unverified() throws {
    var district = District.supplied()
    district.register(1)
    district.verify(1, .rt, at: "2026-02-01T08:00:00")
    district.verify(1, .desa, .deferred, at: "2026-02-02T08:00:00")
    district.verify(1, .desa, at: "2026-03-25T08:00:01")
    let granted = district.grant(1)
    let reason = try #require(district.reason(.targetUnverified))
    #expect(reason.entries == [granted])
    #expect(reason.value == 1)
    #expect(reason.threshold == 2)
    #expect(reason.rules == code("V1"))
  }

  @Test("A verification at the very second of the decision counts")
  func verifiedInTime() {
    var district = District.supplied()
    district.register(1)
    district.verify(1, .rt, at: "2026-02-01T08:00:00")
    district.verify(1, .desa, at: "2026-03-25T08:00:00")
    district.grant(1)
    #expect(district.reason(.targetUnverified) == nil)
  }

  @Test(
    "A verification is stale when it is more days old than the rules allow, not before", arguments: [(47, true), (48, false)])
  func stale(staleAfter: Int, isStale: Bool) throws {
    var district = District.supplied { $0.staleAfter = staleAfter }
    district.register(1)
    district.verify(1, .rt, at: "2026-02-01T08:00:00")
    let latest = district.verify(1, .desa, at: "2026-02-05T23:00:00")
    let granted = district.grant(1)
    let reason = district.reason(.targetStale)
    #expect((reason != nil) == isStale)
    if isStale {
      #expect(reason?.entries == [latest, granted])
      #expect(reason?.value == 48)
      #expect(reason?.threshold == 47)
    }
  }

  @Test("Nobody is stale where no level is required, or where a level is missing")
  func notStale() {
    var district = District.supplied {
      $0.requiredLevels = []
      $0.staleAfter = 0
    }
    district.enrol(1)
    district.grant(1)
    #expect(district.reason(.targetStale) == nil)
    var missing = District.supplied { $0.staleAfter = 0 }
    missing.register(1)
    missing.verify(1, .rt, at: "2026-02-01T08:00:00")
    missing.grant(1)
    #expect(missing.reason(.targetStale) == nil)
    #expect(missing.reason(.targetUnverified) != nil)
  }

  @Test("A decile above the maximum is ineligible, the maximum is not", arguments: [(5, true), (4, false)])
  func decile(decile: Int, isIneligible: Bool) {
    var district = District.supplied()
    let registered = district.enrol(1) { $0.decile = decile }
    let granted = district.grant(1)
    let reason = district.reason(.targetIneligible)
    #expect((reason != nil) == isIneligible)
    if isIneligible {
      #expect(reason?.entries == [registered, granted])
      #expect(reason?.value == 5)
      #expect(reason?.threshold == 4)
    }
  }

  @Test("The latest verification before the decision decides whether it was eligible")
  func latestVerification() {
    var district = District.supplied()
    district.enrol(1)
    let refused = district.verify(1, .desa, .ineligible, at: "2026-03-01T08:00:00")
    let granted = district.grant(1)
    #expect(district.reason(.targetIneligible)?.entries == [refused, granted])
    district.verify(1, .rt, at: "2026-03-02T08:00:00")
    #expect(district.reason(.targetIneligible) == nil)
    district.verify(1, .rt, .ineligible, at: "2026-03-25T08:00:01")
    #expect(district.reason(.targetIneligible) == nil, "after the decision")
  }

  @Test("The latest decision about the programme decides, not one about another programme")
  func eligibilityDecided() {
    var district = District.supplied()
    district.enrol(1)
    let refused = district.decide(1, .ineligible, at: "2026-03-01T08:00:00")
    let granted = district.grant(1)
    #expect(district.reason(.targetIneligible)?.entries == [refused, granted])
    district.decide(1, .eligible, at: "2026-03-02T08:00:00")
    #expect(district.reason(.targetIneligible) == nil)
    district.programme = code("PKH")
    district.decide(1, .ineligible, at: "2026-03-03T08:00:00")
    district.programme = code("SEMBAKO")
    #expect(district.reason(.targetIneligible) == nil)
  }

  @Test("A graduation or deactivation that holds on the decision day makes ineligible", arguments: [true, false])
  func graduated(isGraduation: Bool) {
    var district = District.sound()
    let granted = District.sound().unit(1)?.entitlement
    district.status(1, isGraduation ? .graduated : .deactivated, from: "2026-03-26")
    #expect(district.reason(.targetIneligible) == nil, "from the day after")
    let ended = district.status(1, isGraduation ? .graduated : .deactivated, from: "2026-03-25")
    #expect(district.reason(.targetIneligible)?.entries == [granted, ended].compactMap { $0 }.sorted())
    district.status(1, .active, from: "2026-03-25")
    #expect(district.reason(.targetIneligible) == nil, "taken back")
  }

  @Test("An excluded class counts, another does not")
  func excludedClass() {
    var district = District.supplied()
    let registered = district.enrol(1) { $0.classes = [.polri, .asn] }
    let granted = district.grant(1)
    #expect(district.reason(.targetExcludedClass)?.entries == [registered, granted])
    let corrected = district.correct(1) { $0.classes = [.polri] }
    #expect(district.reason(.targetExcludedClass) == nil)
    district.correct(1) { $0.classes = [.asn] }
    #expect(district.reason(.targetExcludedClass)?.entries.contains(corrected) == false)
  }

  @Test(
    "Aid to the dead is violated after the grace, by decision day and by handover day",
    arguments: [("2026-04-02", true), ("2026-04-03", false)])
  func deceased(died: String, isViolated: Bool) throws {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1)
    let status = district.status(1, .deceased, from: died)
    let reason = district.reason(.targetDeceased)
    #expect((reason != nil) == isViolated)
    if isViolated {
      #expect(reason?.entries == [handover, status])
      #expect(reason?.value == 8)
      #expect(reason?.threshold == 7)
    }
  }

  @Test("A death stays known after a deactivation, and ends with an active status")
  func deceasedThenDeactivated() {
    var district = District.sound()
    district.status(1, .deceased, from: "2026-03-01")
    district.status(1, .deactivated, from: "2026-03-05")
    #expect(district.reason(.targetDeceased)?.value == 40)
    district.status(1, .active, from: "2026-03-05")
    #expect(district.reason(.targetDeceased) == nil)
  }

  @Test("Without rules a death has no grace")
  func deceasedWithoutRules() throws {
    var district = District.sound { $0.validFrom = date("2027-01-01") }
    district.status(1, .deceased, from: "2026-04-09")
    let reason = try #require(district.reason(.targetDeceased))
    #expect(reason.value == 1)
    #expect(reason.threshold == 0)
    #expect(reason.rules == nil)
  }

  @Test(
    "Somebody who moved the day before has moved, on the same day not yet",
    arguments: [("2026-04-09", true), ("2026-04-10", false)])
  func moved(day: String, isViolated: Bool) {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1)
    let status = district.status(1, .moved, from: day)
    #expect(district.reason(.targetMoved)?.entries == (isViolated ? [handover, status] : nil))
  }

  @Test("Officials and others collect wrongly; proxies and heirs only without a letter")
  func collectors() {
    for (collector, letter, isWrong) in [
      (Collector.`self`, false, false), (.proxy, true, false), (.proxy, false, true), (.heir, true, false), (.heir, false, true),
      (.official, true, true), (.other, true, true),
    ] {
      var district = District.supplied()
      district.enrol(1)
      district.grant(1)
      let handover = district.handOver(1) {
        $0.collector = collector
        $0.letter = letter ? .zero : nil
      }
      #expect(district.reason(.targetWrongCollector)?.entries == (isWrong ? [handover] : nil), "\(collector) \(letter)")
    }
  }

  @Test("Without rules only what needs none is judged")
  func noRules() throws {
    var district = District.supplied { $0.validUntil = date("2026-03-24") }
    district.register(1) { $0.decile = 9 }
    let granted = district.grant(1)
    let beforeTheEnd = time("2026-04-20T00:00:00").secondsSince1970
    let target = try #require(district.unit(1, asOf: beforeTheEnd)?[.target])
    #expect(target.outcome == .notAssessable)
    #expect(target.reasons == [Reason(code: .targetNoRules, entries: [granted])])
  }
}
