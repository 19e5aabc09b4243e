import Compliance
import Testing
import Vocabulary

@Suite("Target: aid that was missed")
struct MissedTests {
  private func instant(_ text: String) -> Int64 { time(text).secondsSince1970 }

  @Test("An entitlement is missed when the window is over on the day of asOf at +07:00")
  func windowOver() throws {
    var district = District()
    let window = district.open()
    district.rules()
    district.enrol(1)
    let granted = district.grant(1)
    #expect(district.reason(.targetMissed, asOf: instant("2026-04-30T23:59:59")) == nil)
    let reason = try #require(district.reason(.targetMissed, asOf: instant("2026-05-01T00:00:00")))
    #expect(reason.entries == [window, granted])
    #expect(reason.value == 1)
  }

  @Test("A handover that was tried and failed is shown, and does not count as one")
  func failed() {
    var district = District.supplied()
    district.enrol(1)
    let granted = district.grant(1)
    let failure = district.add(
      .handoverFailed(
        HandoverFailed(
          recipient: person(1), programme: district.programme, period: district.period, region: village, outlet: code("EW-1"),
          reason: .noStock)), at: "2026-04-10T08:00:00", by: ["petugas"])
    let entries = district.reason(.targetMissed)?.entries
    #expect(entries?.contains(granted) == true)
    #expect(entries?.contains(failure) == true)
  }

  @Test("Nothing is missed where nothing is due, something was handed over, or the recipient is no longer active")
  func notMissed() {
    var nothingDue = District.supplied()
    nothingDue.enrol(1)
    nothingDue.grant(1, 0)
    #expect(nothingDue.reason(.targetMissed) == nil)
    #expect(District.sound().reason(.targetMissed) == nil)
    for status in [RecipientStatusChanged.Status.moved, .deceased, .graduated, .deactivated] {
      var district = District.supplied()
      district.enrol(1)
      district.grant(1)
      district.status(1, status, from: "2026-05-01")
      #expect(district.reason(.targetMissed) != nil, "from after the window")
      district.status(1, status, from: "2026-04-30")
      #expect(district.reason(.targetMissed) == nil, "\(status)")
      district.status(1, .active, from: "2026-04-30")
      #expect(district.reason(.targetMissed) != nil, "active again")
    }
  }

  @Test("Goods that are due can be missed even without an amount")
  func goodsMissed() {
    var district = District.supplied()
    district.enrol(1)
    district.grant(1, 0) { $0.goods = [Goods(commodity: code("beras"), quantity: Quantity(10_000), unit: .g)] }
    #expect(district.reason(.targetMissed) != nil)
  }

  @Test("Nothing is missed in a period that was not opened")
  func noWindow() {
    var district = District()
    district.rules()
    district.enrol(1)
    district.grant(1)
    #expect(district.reason(.targetMissed) == nil)
    #expect(district.reason(.timeNoWindow) != nil)
  }
}
