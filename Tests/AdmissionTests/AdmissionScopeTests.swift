import Admission
import Cryptography
import Testing
import TransparencyLog
import Vocabulary

@Suite struct AdmissionScopeTests {
  private let officer = AdmissionBench.signer("officer", 20)

  /// A ledger with these grants to the officer, each in a note of its own.
  private func bench(_ grants: [EventBody]) throws -> AdmissionBench {
    var bench = try AdmissionBench()
    for grant in grants { try bench.submit(bench.note([grant], by: bench.governors[0])) }
    return bench
  }

  @Test(
    "A grant covers its regions and what lies in them; an event that names no region although it might needs a grant for all of them",
    arguments: [
      (nil, "32.01", nil), (nil, nil, nil), (["18.03"], nil, .authorityRegion), (["18.03"], "18.03", nil),
      (["18.03"], "18.03.07", nil),
      (["18.03"], "18.03.07.2004", nil), (["18.03"], "18", .authorityRegion), (["18.03"], "18.04", .authorityRegion),
      (["18.03.07"], "18.03", .authorityRegion), (["18.03.07.2004"], "18.03.07.2005", .authorityRegion),
      (["32.01", "18.03.07"], "18.03.07.2004", nil), (["32.01", "18.03.07"], "18.03.08", .authorityRegion),
      (["18"], "18.03.07.2004", nil),
    ] as [([String]?, String?, FindingCode?)])
  func regions(regions: [String]?, region: String?, expected: FindingCode?) throws {
    let bench = try bench([AdmissionBench.grant(officer, [.programmeManager], regions: regions)])
    #expect(bench.code(try bench.note([AdmissionBench.period(region: region)], by: officer)) == expected)
    #expect(bench.lack(AdmissionBench.period(region: region), by: officer) == expected)
  }

  @Test(
    "A grant covers the programmes that it lists, in their exact spelling, and every programme when it lists none",
    arguments: [
      (nil, "PKH", nil), (["SEMBAKO"], "SEMBAKO", nil), (["SEMBAKO"], "PKH", .authorityProgramme),
      (["SEMBAKO"], "Sembako", .authorityProgramme), (["PKH", "SEMBAKO"], "SEMBAKO", nil),
      (["SEMBAKO"], "SEMBAKO-2", .authorityProgramme),
    ] as [([String]?, String, FindingCode?)])
  func programmes(programmes: [String]?, programme: String, expected: FindingCode?) throws {
    let bench = try bench([AdmissionBench.grant(officer, [.programmeManager], programmes: programmes)])
    #expect(bench.code(try bench.note([AdmissionBench.period(programme: programme)], by: officer)) == expected)
    #expect(bench.lack(AdmissionBench.period(programme: programme), by: officer) == expected)
  }

  @Test("Who asks before signing hears of a role that is missing, and nothing of keys that admission refuses for other reasons")
  func askedBefore() throws {
    var bench = try bench([AdmissionBench.grant(officer, [.auditor], until: "2026-05-01T00:00:00+07:00")])
    let body = AdmissionBench.period(region: "18.03")
    #expect(bench.lack(body, by: officer) == .authorityRole)
    let later = try #require(RecordedTime("2026-04-30T17:00:00.000Z"))
    #expect(bench.lack(body, by: officer, at: later) == nil, "key.outOfTime is for admission to say")
    #expect(bench.lack(body, by: AdmissionBench.signer("nobody", 33)) == nil, "so is key.unknown")
    try bench.submit(bench.note([AdmissionBench.revocation(officer)], by: bench.governors[0]))
    #expect(bench.lack(body, by: officer) == nil, "and key.revoked")
  }

  @Test("Grants of one key add up, but one of them must have role, region and programme together")
  func addUp() throws {
    let bench = try bench([
      AdmissionBench.grant(officer, [.programmeManager], regions: ["18.03"], programmes: ["SEMBAKO"]),
      AdmissionBench.grant(officer, [.programmeManager], regions: ["18.04"], programmes: ["PKH"]),
      AdmissionBench.grant(officer, [.auditor], regions: ["18.05"]),
    ])
    let cases: [(String, String, FindingCode?)] = [
      ("18.03", "SEMBAKO", nil), ("18.04", "PKH", nil), ("18.03", "PKH", .authorityProgramme),
      ("18.04", "SEMBAKO", .authorityProgramme),
      ("18.05", "SEMBAKO", .authorityRegion), ("18", "PKH", .authorityRegion),
    ]
    for (region, programme, expected) in cases {
      let note = try bench.note([AdmissionBench.period(region: region, programme: programme)], by: officer)
      #expect(bench.code(note) == expected, "\(region) \(programme)")
    }
    // Both at once: each event is covered by a grant of its own.
    let both = [AdmissionBench.period(region: "18.03"), AdmissionBench.period(region: "18.04", programme: "PKH")]
    #expect(bench.code(try bench.note(both, by: officer)) == nil)
  }

  @Test("A grant is in force from its first millisecond until before its last, and a gap between two grants is one")
  func inForce() throws {
    let bench = try bench([
      AdmissionBench.grant(
        officer, [.programmeManager], from: "2026-04-01T00:00:00+07:00", until: "2026-04-10T00:00:00+07:00"),
      AdmissionBench.grant(officer, [.programmeManager], from: "2026-04-12T00:00:00+07:00"),
    ])
    let note = try bench.note([AdmissionBench.period()], by: officer)
    let (start, end, again, last) = (
      try #require(RecordedTime("2026-03-31T17:00:00.000Z")), try #require(RecordedTime("2026-04-09T17:00:00.000Z")),
      try #require(RecordedTime("2026-04-11T17:00:00.000Z")), try #require(RecordedTime("2099-12-31T23:59:59.999Z"))
    )
    for (time, expected) in [
      (start.after(milliseconds: -1), FindingCode.keyOutOfTime), (start, nil), (end.after(milliseconds: -1), nil),
      (end, .keyOutOfTime), (again.after(milliseconds: -1), .keyOutOfTime), (again, nil), (last, nil),
    ] as [(RecordedTime, FindingCode?)] {
      #expect(bench.code(note, at: time) == expected, "\(time)")
    }
  }

  @Test("A governor grants no more than is his, by one grant, and may pass on all of that")
  func governorsReach() throws {
    let bench = try bench([
      AdmissionBench.grant(officer, [.governor], regions: ["18.03"], programmes: ["SEMBAKO"]),
      AdmissionBench.grant(officer, [.governor], regions: ["18.04"]),
    ])
    let other = AdmissionBench.signer("other", 21)
    let cases: [([String]?, [String]?, FindingCode?)] = [
      (["18.03"], ["SEMBAKO"], nil), (["18.03.07", "18.03.08"], ["SEMBAKO"], nil), (["18.03"], nil, .grantScope),
      (nil, ["SEMBAKO"], .grantScope), (["18.04"], nil, nil), (["18.04.01"], ["PKH"], nil),
      (["18.03", "18.04"], ["SEMBAKO"], .grantScope),
      (["18"], ["SEMBAKO"], .grantScope), (["18.03"], ["SEMBAKO", "PKH"], .grantScope), (nil, nil, .grantScope),
    ]
    for (regions, programmes, expected) in cases {
      let grant = AdmissionBench.grant(other, [.governor, .operator], regions: regions, programmes: programmes)
      #expect(bench.code(try bench.note([grant], by: officer)) == expected, "\(regions ?? ["-"]) \(programmes ?? ["-"])")
    }
  }

  @Test("A verification needs the role of its level")
  func levels() throws {
    let roles: [(Role, Level)] = [
      (.verifierRt, .rt), (.verifierDesa, .desa), (.verifierKecamatan, .kecamatan), (.verifierDinas, .dinas),
    ]
    for (role, own) in roles {
      let bench = try bench([AdmissionBench.grant(officer, [role])])
      for (_, level) in roles {
        let verification = VerificationRecorded(
          recipient: AdmissionBench.id(7), region: Region("18.03.07.2004")!, level: level, outcome: .eligible,
          instrument: .homeVisit)
        let code = bench.code(try bench.note([.verificationRecorded(verification)], by: officer))
        #expect(code == (level == own ? nil : .authorityRole), "\(role) \(level)")
      }
    }
  }
}
