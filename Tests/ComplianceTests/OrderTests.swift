import TransparencyLog
@testable import Compliance
import TestSupport
import Testing
import Vocabulary

@Suite("The order of arrival")
struct OrderTests {
  /// A district in which nearly everything goes wrong for somebody.
  private func troubled() -> District {
    var district = District.supplied()
    for recipient in 1...8 {
      district.enrol(recipient) {
        if recipient == 2 { $0.nikTag = tag(1) }
        if recipient == 3 { $0.kkTag = tag(10_001) }
        if recipient == 4 { $0.decile = 7 }
      }
      district.grant(recipient)
    }
    district.handOver(1)
    district.handOver(2, at: "2026-05-02T09:00:00") { $0.collector = .official }
    let wrong = district.handOver(3, at: "2026-04-20T09:00:00", recordedAt: "2026-05-20T09:00:00")
    district.correct(district.correct(wrong, 3) { $0.cash = Rupiah(5) }, 3) { $0.cash = Rupiah(9) }
    district.handOver(4) { $0.items[0].lot = code("LOT-Z") }
    district.handOver(5) { $0.items[0].unitPrice = Rupiah(20_000) }
    district.handOver(5, at: "2026-04-11T09:00:00", by: "rt")
    district.status(6, .deceased, from: "2026-03-01")
    district.handOver(6) { $0.fee = Rupiah(2_000) }
    district.interview(1, received: false, at: "2026-05-05T08:00:00")
    district.interview(1, at: "2026-05-04T08:00:00")
    district.complain("A-1", .quality, of: 7)
    district.answer("A-1", .upheld, at: "2026-05-30T08:00:00")
    district.inspect("LOT-T", .failed, at: "2026-04-04T08:00:00")
    district.survey("beras", .g, 12_500, on: "2026-04-09")
    district.declareConflict(905, supplier: "CV-A")
    district.resolve([1, 3], .different)
    return district
  }

  // Events whose effect goes by position, together in the order that must be kept.
  private func lane(_ event: Event) -> Int? {
    switch event.body {
    case .recipientRegistered: 0
    case .handoverCorrected: 1
    case .keyGranted: 2
    case .bidReceived, .supplierSelected, .contractSigned: 3
    default: nil
    }
  }

  private func shuffled(_ lines: [Line], _ generator: inout SeededGenerator) -> [Line] {
    var shuffled = lines.shuffled(using: &generator)
    for lane in 0...3 {
      let places = shuffled.indices.filter { self.lane(shuffled[$0].event) == lane }
      let inOrder = lines.filter { self.lane($0.event) == lane }
      for (place, line) in zip(places, inOrder) { shuffled[place] = line }
    }
    return shuffled
  }

  // What a judgement says, with events by id instead of by position.
  private func meaning(_ lines: [Line]) -> [String: Set<String>] {
    func id(_ reference: EventReference) -> String { lines[Int(reference.position.rawValue)].event.id.description }
    let judgement = District.fold(lines).judge(asOf: District.asOf)
    var meaning: [String: Set<String>] = [:]
    for unit in judgement.units {
      var facts: Set<String> = ["\(unit.received) of \(unit.entitled?.value ?? -1) at \(unit.outlet?.description ?? "-")"]
      for right in Right.allCases {
        for reason in unit[right].reasons {
          facts.insert(
            "\(reason.code.rawValue) \(reason.value ?? -1) \(reason.threshold ?? -1) \(reason.entries.map(id).sorted())")
        }
      }
      meaning["\(unit.recipient) \(unit.period)"] = facts
    }
    meaning["findings"] = Set(
      judgement.findings.map { "\($0.kind) \($0.value) \($0.threshold) \($0.entries.map(id).sorted())" })
    return meaning
  }

  @Test("Events that arrive in any order come to the same verdicts, shown by the same events", arguments: 1...40)
  func anyOrder(seed: UInt64) {
    let lines = troubled().lines
    var generator = SeededGenerator(seed: seed)
    let other = shuffled(lines, &generator)
    let (expected, found) = (meaning(lines), meaning(other))
    #expect(expected == found, "seed \(seed)")
    #expect(expected.count == 9)
  }

  @Test("Events that arrive in any order come to the same state lines", arguments: 1...20)
  func sameLines(seed: UInt64) {
    let lines = troubled().lines
    var generator = SeededGenerator(seed: seed)
    let states = [District.fold(lines), District.fold(shuffled(lines, &generator))]
    let stateLines = states.map { StateDigest.lines(of: $0, $0.judge(asOf: District.asOf)) }
    #expect(StateDigest.firstDifference(stateLines[0], stateLines[1]) == nil, "seed \(seed)")
    #expect(stateLines[0].bytes == stateLines[1].bytes)
  }

  @Test("Many events in one entry are told apart by their place")
  func places() {
    let lines = District.sound().lines
    var state = LedgerState()
    state.fold(recorded(at: 0, lines[0].recordedAt, by: ["petugas"], lines.map(\.event)))
    let unit = state.judge(recipient: person(1), programme: code("SEMBAKO"), period: code("2026-04"), asOf: District.asOf)
    #expect(unit?.handovers == [EventReference(position: 0, place: lines.count - 1)])
    #expect(state.size == 1)
  }

  @Test("All events of an entry at once are folded as one by one")
  func allAtOnce() {
    let lines = troubled().lines
    var (single, together) = (LedgerState(), LedgerState())
    for (position, start) in stride(from: 0, to: lines.count, by: 9).enumerated() {
      let entry = lines[start..<min(start + 9, lines.count)]
      let whole = recorded(at: position, entry[start].recordedAt, by: entry[start].signers, entry.map(\.event))
      single.begin(whole)
      for (place, line) in entry.enumerated() { single.apply(line.event, place: place, of: whole) }
      together.fold(whole)
    }
    let (expected, found) = (single.judge(asOf: District.asOf), together.judge(asOf: District.asOf))
    #expect(expected.units == found.units)
    #expect(expected.findings == found.findings)
    #expect(expected.sums == found.sums)
    #expect(expected.units.count == 8)
  }

  @Test("Judging is a function of the first entries only: later ones change nothing of an earlier state")
  func prefixes() {
    let lines = troubled().lines
    let early = District.fold(Array(lines.prefix(30)))
    let copy = early
    var grown = early
    for (position, line) in lines.enumerated().dropFirst(30) { grown.fold(line.entry(at: position)) }
    #expect(StateDigest.digest(of: copy, asOf: 0) == StateDigest.digest(of: early, asOf: 0))
    #expect(grown.size == TreeSize(UInt64(lines.count)))
    #expect(meaning(lines).keys.count > 1)
  }

  @Test("Without asOf, the recording time of the last entry is taken, in whole seconds")
  func defaultAsOf() {
    var state = LedgerState()
    #expect(state.judge().asOf == 0)
    state.fold(recorded(at: 0, 1_777_777_777_999, by: [], []))
    #expect(state.judge().asOf == 1_777_777_777)
    #expect(state.judge(asOf: 5).asOf == 5)
  }
}
