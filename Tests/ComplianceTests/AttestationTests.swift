import TransparencyLog
import Compliance
import Cryptography
import Testing
import Vocabulary

@Suite("Attestations")
struct AttestationTests {
  private func attest(_ district: inout District, size: Int, asOf: String = "2026-05-01T00:00:00", _ digest: Digest) {
    district.add(
      .stateAttested(StateAttested(size: size, asOf: time(asOf), digest: digest)), at: "2026-05-10T08:00:00", by: ["auditor"])
  }

  private func check(_ district: District) -> [AttestationCheck] {
    var replay = AttestationReplay(district.state.attestations)
    var state = LedgerState()
    if replay.nextSize == 0 { replay.observe(state) }
    for (position, line) in district.lines.enumerated() {
      state.fold(line.entry(at: position))
      if replay.nextSize == state.size { replay.observe(state) }
    }
    #expect(replay.nextSize == nil)
    return replay.results
  }

  @Test("A true attestation of any earlier size holds, the empty state's included")
  func holds() {
    var district = District.sound()
    let asOf = time("2026-05-01T00:00:00").secondsSince1970
    for size in [district.lines.count, 5, 0] {
      attest(&district, size: size, StateDigest.digest(of: District.fold(Array(district.lines.prefix(size))), asOf: asOf))
    }
    let checks = check(district)
    #expect(checks.count == 3)
    #expect(checks.map(\.holds) == [true, true, true])
    #expect(checks.map(\.attestation.size) == [TreeSize(UInt64(district.lines.count - 3)), 5, 0], "in the order of the ledger")
  }

  @Test("An attestation of another instant, another state or the future does not hold")
  func fails() {
    var district = District.sound()
    let size = district.lines.count
    let digest = StateDigest.digest(of: district.state, asOf: time("2026-05-01T00:00:00").secondsSince1970)
    attest(&district, size: size, asOf: "2026-05-01T00:00:01", digest)
    attest(&district, size: size - 1, digest)
    attest(&district, size: size + 3, digest)
    attest(&district, size: size, digest)
    #expect(check(district).map(\.holds) == [false, false, false, true])
    #expect(check(district)[2].computed == nil)
  }
}
