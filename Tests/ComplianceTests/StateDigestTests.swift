import Compliance
import Cryptography
import Testing
import Vocabulary

@Suite("State lines and their digest")
struct StateDigestTests {
  private func lines(_ district: District, asOf: Int64 = District.asOf) -> [String] {
    let state = district.state
    let lines = StateDigest.lines(of: state, state.judge(asOf: asOf))
    return lines.indices.map { lines.text($0) }
  }

  private func mixed() -> District {
    var district = District.sound()
    district.complain("A-1", .levy, of: 1)
    district.complain("A-2", .late, of: nil)
    district.answer("A-2", .referred, at: "2026-05-07T08:00:00")
    district.complain("A-3", .late, of: nil)
    district.close("A-3", .upheld, at: "2026-05-07T08:00:00")
    district.status(1, .moved, from: "2026-05-31")
    district.correct(2) { $0.identityStatus = IdentityStatus.none }
    district.handOver(3)
    return district
  }

  @Test("The lines are those of SPEC 11")
  func text() {
    #expect(
      lines(mixed()) == [
        "complaint A-1 received -",
        "complaint A-2 answered referred",
        "complaint A-3 closed upheld",
        "lot LOT-B EW-1 beras 1000000 20000",
        "lot LOT-T EW-1 telur 3000 60",
        "recipient \(person(1)) 18.03.07.2001 moved nik \(tag(1).base64) \(tag(10_001).base64)",
        "recipient \(person(2)) 18.03.07.2001 active none - -",
        "sum SEMBAKO 2026-04 0 0 19000000 400000",
        "unit \(person(1)) SEMBAKO 2026-04 200000 200000 S=met J=violated:levied K=met W=met H=met A=met",
        "unit \(person(3)) SEMBAKO 2026-04 - 200000 S=violated:unregistered,unverified J=violated:over K=met W=met H=met A=met",
      ])
  }

  @Test("A right that cannot be assessed lists why, and a violated one only what violates it")
  func verdicts() {
    var district = District()
    district.grant(1)
    district.status(1, .deceased, from: "2026-01-01")
    #expect(
      lines(district) == [
        "sum SEMBAKO 2026-04 0 0 0 0",
        "unit \(person(1)) SEMBAKO 2026-04 200000 0 S=violated:deceased,unregistered J=notAssessable:noHandover,noRules "
          + "K=notAssessable:noHandover W=notAssessable:noHandover,noWindow H=notAssessable:noHandover A=notAssessable:noHandover,noRules",
      ])
  }

  @Test("A status that begins after the day of asOf is not in force yet")
  func statusInForce() {
    let before = lines(mixed(), asOf: time("2026-05-30T23:59:59").secondsSince1970)
    #expect(before.contains { $0.hasPrefix("recipient \(person(1)) 18.03.07.2001 active") })
  }

  @Test("Lines are sorted bytewise, also where codes continue each other")
  func sorted() {
    var district = District.supplied()
    for lot in ["L", "L-1", "L.1", "LA", "La", "l", "L/1", "L1", "L_1"] { district.deliver(lot, "beras", 1, .g, 1) }
    for recipient in [5, 3, 9, 1] { district.enrol(recipient) }
    for period in ["2026-04", "2026-04-A", "2026", "2026-10"] {
      district.period = code(period)
      for recipient in [9, 1, 5] { district.grant(recipient) }
    }
    district.programme = code("SEMBAKO-2")
    district.grant(1)
    let lines = lines(district)
    #expect(lines.map { Array($0.utf8) } == lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(Set(lines).count == lines.count)
  }

  @Test("The digest is that of the header and the lines")
  func digest() {
    let state = mixed().state
    let lines = StateDigest.lines(of: state, state.judge(asOf: District.asOf))
    let text = "amanah/state/v1\n\(state.size)\n\(District.asOf)\n" + lines.indices.map { lines.text($0) + "\n" }.joined()
    #expect(StateDigest.digest(of: state, asOf: District.asOf) == SHA256.hash(Array(text.utf8)))
    #expect(StateDigest.digest(of: lines, size: state.size, asOf: District.asOf) == SHA256.hash(Array(text.utf8)))
  }

  @Test("The digest of the empty state is that of its header")
  func empty() {
    #expect(StateDigest.digest(of: LedgerState()) == SHA256.hash(Array("amanah/state/v1\n0\n0\n".utf8)))
  }

  @Test("The same entries make the same digest, other entries or another instant another")
  func deterministic() {
    let digest = StateDigest.digest(of: mixed().state, asOf: District.asOf)
    for _ in 0..<5 { #expect(StateDigest.digest(of: mixed().state, asOf: District.asOf) == digest) }
    #expect(StateDigest.digest(of: mixed().state, asOf: District.asOf + 1) != digest)
    var other = mixed()
    other.interview(1)
    #expect(StateDigest.digest(of: other.state, asOf: District.asOf) != digest)
  }

  @Test("The first difference names the subject: changed, missing on either side, or none")
  func firstDifference() {
    func stateLines(_ district: District) -> StateLines {
      let state = district.state
      return StateDigest.lines(of: state, state.judge(asOf: District.asOf))
    }
    let left = stateLines(mixed())
    #expect(StateDigest.firstDifference(left, left) == nil)
    var changed = mixed()
    changed.interview(1, received: false)
    #expect(StateDigest.firstDifference(left, stateLines(changed)) == "unit \(person(1)) SEMBAKO 2026-04")
    var more = mixed()
    more.complain("A-2b", .late, of: nil)
    #expect(StateDigest.firstDifference(left, stateLines(more)) == "complaint A-2b")
    #expect(StateDigest.firstDifference(stateLines(more), left) == "complaint A-2b")
    var last = mixed()
    last.grant(4)
    #expect(StateDigest.firstDifference(left, stateLines(last)) == "unit \(person(4)) SEMBAKO 2026-04")
    var money = mixed()
    money.deliver("LOT-0", "gula", 1, .pcs, 1)
    #expect(StateDigest.firstDifference(left, stateLines(money)) == "lot LOT-0")
  }
}
