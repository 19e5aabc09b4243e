import Compliance
import Testing
import Vocabulary

@Suite("Target: duplicates")
struct DuplicateTests {
  /// Two recipients with the same NIK, both entitled.
  private func twice(_ edit: (inout RecipientRegistered) -> Void = { _ in }) -> (District, EventReference, EventReference) {
    var district = District.supplied()
    let first = district.enrol(1)
    let second = district.enrol(2) {
      $0.nikTag = tag(1)
      edit(&$0)
    }
    district.grant(1)
    district.grant(2)
    return (district, first, second)
  }

  @Test("Of two recipients with one NIK in a period the one registered later is the duplicate")
  func samePerson() {
    let (district, first, second) = twice()
    #expect(district.reason(.targetDuplicatePerson, 1) == nil)
    #expect(district.reason(.targetDuplicatePerson, 2)?.entries == [first, second])
  }

  @Test("Seniority goes by position, not by the claimed time of registration")
  func byPosition() {
    var district = District.supplied()
    let first = district.register(2, at: "2026-02-20T08:00:00") { $0.nikTag = tag(1) }
    let second = district.register(1, at: "2026-01-01T08:00:00")
    district.grant(1)
    district.grant(2)
    #expect(district.reason(.targetDuplicatePerson, 1)?.entries == [first, second])
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
  }

  @Test("The other one only counts with a unit in the same programme and period")
  func otherPeriod() {
    var district = District.supplied()
    district.enrol(1)
    district.enrol(2) { $0.nikTag = tag(1) }
    district.grant(2)
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
    district.period = code("2026-05")
    district.grant(1)
    district.period = code("2026-04")
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
    district.grant(1)
    #expect(district.reason(.targetDuplicatePerson, 2) != nil)
  }

  @Test("A handover that was voided is no unit, so it makes nobody a duplicate")
  func voided() {
    var district = District.supplied()
    district.enrol(1)
    district.enrol(2) { $0.nikTag = tag(1) }
    district.grant(2)
    let handover = district.handOver(1)
    #expect(district.reason(.targetDuplicatePerson, 2) != nil)
    district.correct(handover, 1, void: true)
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
  }

  @Test("A correction of the tag ends the duplicate")
  func corrected() {
    var (district, _, _) = twice()
    district.correct(2) { $0.nikTag = tag(77) }
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
  }

  @Test("A resolution that keeps the later one turns seniority round")
  func keepLater() {
    var (district, first, second) = twice()
    district.resolve([1, 2], .samePerson, keep: 2)
    #expect(district.reason(.targetDuplicatePerson, 1)?.entries == [first, second])
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
  }

  @Test("A resolution that names no one to keep leaves the order of registration")
  func keepNobody() {
    var (district, _, _) = twice()
    district.resolve([1, 2], .samePerson)
    #expect(district.reason(.targetDuplicatePerson, 1) == nil)
    #expect(district.reason(.targetDuplicatePerson, 2) != nil)
  }

  @Test("Recipients who were found to be different are no duplicates, until a later resolution says otherwise")
  func different() {
    var (district, _, _) = twice()
    district.resolve([1, 2], .different)
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
    district.resolve([1, 2], .sameFamily, keep: 1)
    #expect(district.reason(.targetDuplicatePerson, 2) == nil, "a ruling on the family says nothing about the person")
    district.resolve([1, 2], .samePerson, keep: 1)
    #expect(district.reason(.targetDuplicatePerson, 2) != nil)
  }

  @Test("Of three with one NIK the kept one is senior to both, and the others keep their order")
  func three() throws {
    var (district, first, second) = twice()
    let third = district.enrol(3) { $0.nikTag = tag(1) }
    district.grant(3)
    #expect(district.reason(.targetDuplicatePerson, 3)?.entries == [first, third])
    district.resolve([1, 2, 3], .samePerson, keep: 3)
    #expect(district.reason(.targetDuplicatePerson, 1)?.entries == [first, third])
    #expect(district.reason(.targetDuplicatePerson, 2)?.entries == [first, second])
    #expect(district.reason(.targetDuplicatePerson, 3) == nil)
  }

  @Test("Without rules a duplicate of a person is still one, of a family not")
  func withoutRules() {
    var district = District.supplied { $0.validFrom = date("2027-01-01") }
    district.enrol(1)
    district.enrol(2) { $0.nikTag = tag(1) }
    district.enrol(3) { $0.kkTag = tag(10_001) }
    for recipient in 1...3 { district.grant(recipient) }
    #expect(district.reason(.targetDuplicatePerson, 2) != nil)
    #expect(district.reason(.targetDuplicateFamily, 3) == nil)
  }

  @Test("A second member of a family in the period is a duplicate of the family where only one may receive")
  func family() {
    for isOnePerFamily in [true, false] {
      var district = District.supplied { $0.onePerFamily = isOnePerFamily }
      let first = district.enrol(1)
      let second = district.enrol(2) { $0.kkTag = tag(10_001) }
      district.grant(1)
      district.grant(2)
      #expect(district.reason(.targetDuplicateFamily, 1) == nil)
      #expect(district.reason(.targetDuplicateFamily, 2)?.entries == (isOnePerFamily ? [first, second] : nil))
    }
  }

  @Test("Two registrations of one person are no duplicate of the family, but a third member is")
  func familyOfOnePerson() {
    var (district, _, second) = twice { $0.kkTag = tag(10_001) }
    #expect(district.reason(.targetDuplicateFamily, 2) == nil)
    let third = district.enrol(3) { $0.kkTag = tag(10_001) }
    district.grant(3)
    #expect(district.reason(.targetDuplicateFamily, 1) == nil)
    #expect(district.reason(.targetDuplicateFamily, 3)?.entries.last == third)
    district.resolve([1, 3], .different)
    #expect(district.reason(.targetDuplicateFamily, 3)?.entries == [second, third], "the next senior counts")
    #expect(district.reason(.targetDuplicateFamily, 2) == nil)
  }

  @Test("Members of a family without a NIK are two people")
  func familyWithoutNik() {
    var district = District.supplied()
    for recipient in [1, 2] {
      district.enrol(recipient) {
        $0.identityStatus = .kk
        $0.nikTag = nil
        $0.kkTag = tag(10_001)
      }
      district.grant(recipient)
    }
    #expect(district.reason(.targetDuplicateFamily, 2) != nil)
    #expect(district.reason(.targetDuplicatePerson, 2) == nil)
  }

  @Test("A ruling on the family by keep turns seniority round, a ruling on persons does not")
  func familyKeep() {
    var district = District.supplied()
    district.enrol(1)
    district.enrol(2) { $0.kkTag = tag(10_001) }
    district.grant(1)
    district.grant(2)
    district.resolve([1, 2], .samePerson, keep: 2)
    #expect(district.reason(.targetDuplicateFamily, 1) == nil)
    district.resolve([1, 2], .sameFamily, keep: 2)
    #expect(district.reason(.targetDuplicateFamily, 1) != nil)
    #expect(district.reason(.targetDuplicateFamily, 2) == nil)
  }

  @Test("A recipient known only by a correction is junior to a registered one")
  func unregisteredIsJunior() {
    var district = District.supplied()
    district.correct(2) { $0.nikTag = tag(1) }
    district.enrol(1)
    district.grant(1)
    district.grant(2)
    #expect(district.reason(.targetDuplicatePerson, 1) == nil)
    #expect(district.reason(.targetDuplicatePerson, 2) != nil)
  }

  @Test("A thousand registrations of one NIK are judged without comparing them all")
  func many() {
    var district = District.supplied()
    for recipient in 1...1_000 {
      district.register(recipient) { $0.nikTag = tag(1) }
      district.grant(recipient)
    }
    let units = district.state.judge(asOf: District.asOf).units
    let duplicates = units.filter { $0[.target][.targetDuplicatePerson] != nil }
    #expect(duplicates.count == 999)
    #expect(!duplicates.contains { $0.recipient == person(1) })
  }
}
