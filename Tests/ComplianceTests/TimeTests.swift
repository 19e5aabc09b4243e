import Compliance
import Testing
import Vocabulary

@Suite("Time: inside the window and recorded soon")
struct TimeTests {
  @Test(
    "A day before the window is early, its first day is not",
    arguments: [("2026-03-31T23:59:59", true), ("2026-04-01T00:00:00", false)])
  func early(at: String, isEarly: Bool) {
    var district = District()
    district.rules()
    let window = district.open()
    let handover = district.handOver(1, at: at)
    #expect(district.reason(.timeEarly)?.entries == (isEarly ? [window, handover] : nil))
  }

  @Test(
    "A day after the window is late, its last day is not",
    arguments: [("2026-05-01T00:00:00", true), ("2026-04-30T23:59:59", false)])
  func late(at: String, isLate: Bool) {
    var district = District()
    district.rules()
    let window = district.open()
    let handover = district.handOver(1, at: at)
    #expect(district.reason(.timeLate)?.entries == (isLate ? [window, handover] : nil))
    #expect(district.reason(.timeLate)?.value == (isLate ? 1 : nil))
  }

  @Test("The day is that of the event's own offset")
  func ownOffset() throws {
    var district = District()
    district.rules()
    district.open()
    // 1 May at +09:00 is still 30 April at +07:00.
    let at = try #require(Timestamp("2026-05-01T00:30:00+09:00"))
    let event = Event(id: person(500), at: at, body: .handoverRecorded(district.handover(1)))
    var state = district.state
    state.fold(recorded(at: district.lines.count, at.secondsSince1970 * 1000, by: ["petugas"], [event]))
    let unit = state.judge(recipient: person(1), programme: district.programme, period: district.period)
    #expect(unit?[.time][.timeLate] != nil)
  }

  @Test("The latest opening whose region covers the unit's gives the window")
  func regionalWindow() {
    var district = District()
    district.rules()
    district.open()
    district.open {
      $0.region = Region("18.03.07")
      $0.until = date("2026-04-05")
    }
    district.open {
      $0.region = Region("18.04")
      $0.until = date("2026-04-30")
    }
    district.handOver(1)
    #expect(district.reason(.timeLate)?.value == 5)
  }

  @Test(
    "Goods that reached the outlet after the handover were delivered late",
    arguments: [("2026-04-10T09:00:01", true), ("2026-04-10T09:00:00", false)])
  func deliveredAfter(at: String, isLate: Bool) {
    var district = District()
    district.rules()
    district.open { $0.deliverBy = nil }
    let lot = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000, at: at)
    let handover = district.handOver(1)
    #expect(district.reason(.timeDeliveredLate)?.entries == (isLate ? [lot, handover] : nil))
  }

  @Test(
    "Goods that reached the outlet after the day due were delivered late",
    arguments: [("2026-04-06T00:00:00", true), ("2026-04-05T23:59:59", false)])
  func deliveredAfterDue(at: String, isLate: Bool) {
    var district = District()
    district.rules()
    let window = district.open()
    let lot = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000, at: at)
    let handover = district.handOver(1)
    #expect(district.reason(.timeDeliveredLate)?.entries == (isLate ? [window, lot, handover] : nil))
    #expect(district.reason(.timeDeliveredLate)?.value == (isLate ? 1 : nil))
  }

  @Test(
    "A handover must be recorded within the hours of the rules",
    arguments: [("2026-04-13T09:00:01", true), ("2026-04-13T09:00:00", false)])
  func recordedLate(recordedAt: String, isLate: Bool) throws {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1)
    let handover = district.handOver(1, recordedAt: recordedAt)
    let reason = district.reason(.timeRecordedLate)
    #expect(reason?.entries == (isLate ? [handover] : nil))
    if isLate {
      #expect(reason?.value == 73)
      #expect(reason?.threshold == 72)
    }
  }

  @Test("The delay of a corrected handover is that of the first record")
  func correctedLater() {
    var district = District.supplied()
    let handover = district.handOver(1)
    district.correct(handover, 1, handedOverAt: "2026-04-02T09:00:00")
    #expect(district.reason(.timeRecordedLate) == nil)
  }

  @Test("Without handover, window or rules time cannot be assessed")
  func notAssessable() {
    var district = District()
    district.rules { $0.validUntil = date("2026-04-09") }
    let granted = district.grant(1)
    #expect(
      district.unit(1)?[.time].reasons == [
        Reason(code: .timeNoHandover, entries: [granted]), Reason(code: .timeNoWindow, entries: [granted]),
      ])
    district.open()
    #expect(district.unit(1)?[.time].reasons == [Reason(code: .timeNoHandover, entries: [granted])])
    let handover = district.handOver(1)
    #expect(district.unit(1)?[.time].outcome == .notAssessable)
    #expect(district.unit(1)?[.time].reasons == [Reason(code: .timeNoRules, entries: [handover])])
  }
}
