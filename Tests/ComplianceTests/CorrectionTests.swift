import Compliance
import Testing
import Vocabulary

@Suite("Corrections")
struct CorrectionTests {
  @Test("A corrected handover says what its correction says, and the correction is what is shown")
  func corrected() throws {
    var district = District.sound()
    let first = try #require(district.unit(1)?.handovers.first)
    let correction = district.correct(first, 1) { $0.cash = Rupiah(20_000) }
    let unit = try #require(district.unit(1))
    #expect(unit.received == Rupiah(210_000))
    #expect(unit.handovers == [correction])
  }

  @Test("Of several corrections of one event the one at the highest position counts, then its own corrections")
  func chain() throws {
    var district = District.sound()
    let first = try #require(district.unit(1)?.handovers.first)
    let one = district.correct(first, 1) { $0.cash = Rupiah(1) }
    let two = district.correct(first, 1) { $0.cash = Rupiah(2) }
    #expect(district.unit(1)?.handovers == [two])
    district.correct(one, 1) { $0.cash = Rupiah(3) }
    #expect(district.unit(1)?.handovers == [two], "a correction of what no longer counts")
    let four = district.correct(two, 1) { $0.cash = Rupiah(4) }
    #expect(district.unit(1)?.handovers == [four])
    #expect(district.unit(1)?.received == Rupiah(190_004))
  }

  @Test("A void correction removes the handover, and with it a unit that has nothing else")
  func void() {
    var district = District.supplied()
    let handover = district.handOver(1)
    let void = district.correct(handover, 1, void: true)
    #expect(district.unit(1) == nil)
    district.correct(void, 1)
    #expect(district.unit(1)?.received == Rupiah(200_000), "taken back")
  }

  @Test("A corrected handover counts for the unit that the correction names")
  func movesToAnotherUnit() {
    var district = District.supplied()
    for recipient in [1, 2] {
      district.enrol(recipient)
      district.grant(recipient)
    }
    let handover = district.handOver(1)
    let correction = district.correct(handover, 2)
    #expect(district.unit(1)?.handovers == [])
    #expect(district.unit(2)?.handovers == [correction])
  }

  @Test("A correction may arrive before what it corrects")
  func beforeItsTarget() {
    var district = District.supplied()
    let target = person(777)
    let correction = district.correct(id: target, 1) { $0.cash = Rupiah(0) }
    #expect(district.unit(1) == nil, "nothing was handed over yet")
    district.add(.handoverRecorded(district.handover(1)), at: "2026-04-10T09:00:00", by: ["petugas"], id: target)
    #expect(district.unit(1)?.handovers == [correction])
    #expect(district.unit(1)?.received == Rupiah(190_000))
  }

  @Test("Corrections that correct each other, or something that is no handover, are passed over")
  func loops() throws {
    var district = District.sound()
    let unit = try #require(district.unit(1))
    let (left, right) = (person(801), person(802))
    for (id, target) in [(left, right), (right, left)] {
      let sound = district.handover(1)
      let body = HandoverCorrected(
        corrects: target, reason: .typingError, void: false, handedOverAt: time("2026-04-10T09:00:00"),
        recipient: sound.recipient,
        programme: sound.programme, period: sound.period, region: sound.region, outlet: sound.outlet, collector: .other,
        items: [], packaged: false, evidence: [])
      district.add(.handoverCorrected(body), at: "2026-04-20T08:00:00", by: ["petugas"], id: id)
    }
    if let entitlement = unit.entitlement { district.correct(entitlement, 1, void: true) }
    #expect(district.unit(1) == unit)
  }

  @Test("Facts of a recipient count field by field, the latest that states a field; corrections outlive registrations")
  func facts() throws {
    var district = District()
    district.register(1) { $0.decile = 3 }
    district.correct(1) { $0.decile = 9 }
    district.register(1) {
      $0.decile = 1
      $0.nikTag = nil
      $0.kkTag = tag(5)
      $0.region = Region("18.03.08.2001")!
    }
    let facts = try #require(district.state.recipient(person(1)))
    #expect(facts.decile == 9)
    #expect(facts.nikTag == tag(1), "not stated again, so it stays")
    #expect(facts.kkTag == tag(5))
    #expect(facts.region == village, "a correction always states the region")
    district.correct(1) { $0.decile = 2 }
    #expect(district.state.recipient(person(1))?.decile == 2)
  }

  @Test("An event id that occurs again is passed over, whatever the event says")
  func sameID() {
    var district = District.sound()
    let before = district.state.judge(asOf: District.asOf).units
    let id = district.id(before[0].handovers[0])
    district.add(.handoverRecorded(district.handover(1)), at: "2026-04-11T09:00:00", by: ["petugas"], id: id)
    district.add(
      .recipientStatusChanged(
        RecipientStatusChanged(recipient: person(1), region: village, status: .deceased, effective: date("2020-01-01"))),
      at: "2026-04-11T09:00:00", by: ["registrar"], id: id)
    #expect(district.state.judge(asOf: District.asOf).units == before)
    #expect(district.state.reference(ofEvent: id) == before[0].handovers[0])
  }
}
