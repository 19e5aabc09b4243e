import Compliance
import Testing
import Vocabulary

@Suite("Quality: goods fit to eat")
struct QualityTests {
  /// Recipient 1 receives this basket from the lots as they are.
  private func served(_ district: inout District, _ edit: (inout HandoverRecorded) -> Void = { _ in }) -> EventReference {
    district.enrol(1)
    district.grant(1)
    return district.handOver(1, edit)
  }

  @Test("The latest inspection of a lot decides, whenever it arrived")
  func failed() {
    var district = District.supplied()
    let handover = served(&district)
    let failed = district.inspect("LOT-B", .failed, at: "2026-04-12T08:00:00")
    #expect(district.reason(.qualityFailed)?.entries == [handover, failed])
    district.inspect("LOT-B", .passed, at: "2026-04-11T08:00:00")
    #expect(district.reason(.qualityFailed) != nil, "an earlier inspection that arrived later")
    district.inspect("LOT-B", .passed, at: "2026-04-13T08:00:00")
    #expect(district.reason(.qualityFailed) == nil)
  }

  @Test("Goods are expired on the day after their last day", arguments: [("2026-04-09", true), ("2026-04-10", false)])
  func expired(last: String, isExpired: Bool) {
    var district = District.supplied()
    let handover = served(&district)
    let lot = district.deliver("LOT-B", "beras", 1_000_000, .g, 13_000) { $0.expires = date(last) }
    #expect(district.reason(.qualityExpired)?.entries == (isExpired ? [handover, lot] : nil))
    #expect(district.reason(.qualityExpired)?.value == (isExpired ? 1 : nil))
  }

  @Test("A commodity that the rules do not list is forbidden; rules that list none allow all")
  func forbidden() {
    for list in [true, false] {
      var district = District.supplied {
        if !list { $0.commodities = [] }
        $0.requiredGroups = []
      }
      let handover = served(&district) {
        $0.items.append(Item(commodity: code("rokok"), quantity: Quantity(1), unit: .pcs, unitPrice: Rupiah(1)))
      }
      #expect(district.reason(.qualityForbiddenItem)?.entries == (list ? [handover] : nil))
    }
  }

  @Test("A required food group that no handover of the unit holds is missing")
  func groupMissing() throws {
    var district = District.supplied()
    let first = served(&district) { $0.items.removeLast() }
    let reason = try #require(district.reason(.qualityGroupMissing))
    #expect(reason.entries == [first])
    #expect(reason.value == 1)
    #expect(reason.threshold == 2)
    district.handOver(1, at: "2026-04-11T09:00:00") { $0.items.removeFirst() }
    #expect(district.reason(.qualityGroupMissing) == nil)
  }

  @Test("No group is missing where only money was handed over")
  func cashOnly() throws {
    var district = District.supplied()
    let handover = served(&district) {
      $0.items = []
      $0.cash = Rupiah(200_000)
    }
    let quality = try #require(district.unit(1)?[.quality])
    #expect(quality.outcome == .notAssessable)
    #expect(quality.reasons == [Reason(code: .qualityNoGoods, entries: [handover])])
  }

  @Test("Packaged goods are violated by the handover's word or the inspection's, where packaging is forbidden")
  func packaged() {
    for isForbidden in [true, false] {
      var told = District.supplied { $0.packagedForbidden = isForbidden }
      let handover = served(&told) { $0.packaged = true }
      #expect(told.reason(.qualityPackaged)?.entries == (isForbidden ? [handover] : nil))
      var seen = District.supplied { $0.packagedForbidden = isForbidden }
      let silent = served(&seen)
      let inspection = seen.inspect("LOT-T", packaged: true, at: "2026-04-04T08:00:00")
      #expect(seen.reason(.qualityPackaged)?.entries == (isForbidden ? [silent, inspection] : nil))
    }
  }

  @Test("A standing complaint about quality or a bad word in the latest interview counts")
  func complained() {
    var district = District.sound()
    district.interview(1, at: "2026-05-01T08:00:00") { $0.quality = .good }
    #expect(district.reason(.qualityComplained) == nil)
    let bad = district.interview(1, at: "2026-05-02T08:00:00") { $0.quality = .bad }
    #expect(district.reason(.qualityComplained)?.entries == [bad])
    district.interview(1, at: "2026-05-03T08:00:00")
    #expect(district.reason(.qualityComplained) == nil)
    let complaint = district.complain("A-1", .quality, of: 1)
    #expect(district.reason(.qualityComplained)?.entries == [complaint])
    district.close("A-1", .withdrawn, at: "2026-05-07T08:00:00")
    #expect(district.reason(.qualityComplained) == nil)
  }

  @Test("Goods without lot, of an unknown lot or of a lot never inspected cannot be assessed")
  func uninspected() throws {
    var without = District.supplied()
    let first = served(&without) { $0.items[0].lot = nil }
    #expect(without.unit(1)?[.quality].outcome == .notAssessable)
    #expect(without.reason(.qualityUninspected)?.entries == [first])

    var unknown = District.supplied()
    let second = served(&unknown) { $0.items[0].lot = code("LOT-X") }
    unknown.inspect("LOT-X")
    #expect(unknown.reason(.qualityUninspected)?.entries == [second])
    unknown.deliver("LOT-X", "beras", 10_000, .g, 13_000)
    #expect(unknown.reason(.qualityUninspected) == nil, "mended when the delivery arrives")

    var never = District.supplied()
    let lot = never.deliver("LOT-X", "beras", 10_000, .g, 13_000)
    let third = served(&never) { $0.items[0].lot = code("LOT-X") }
    #expect(never.reason(.qualityUninspected)?.entries == [lot, third])
  }

  @Test("Without handover, or without rules on its day, quality cannot be assessed")
  func notAssessable() throws {
    var district = District.supplied { $0.validUntil = date("2026-04-09") }
    district.enrol(1)
    let granted = district.grant(1)
    #expect(district.unit(1)?[.quality].reasons == [Reason(code: .qualityNoHandover, entries: [granted])])
    let handover = district.handOver(1) { $0.packaged = true }
    #expect(district.unit(1)?[.quality].reasons == [Reason(code: .qualityNoRules, entries: [handover])])
  }
}
