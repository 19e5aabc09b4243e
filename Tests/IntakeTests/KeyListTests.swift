import Intake
import Testing
import Vocabulary

@Suite("The list of keys and the plan")
struct KeyListTests {
  private let desk = Desk(offsetHours: 9)

  @Test("A row asks for a key with its holder, roles, places and time")
  func keys() throws {
    let (requests, report) = try KeyList.read(
      Array(
        """
        Kunci;Pemegang;Instansi;Peran;Wilayah;Program;Mulai;Sampai
        penyalur-1;PTG-00007;DINSOS;distributor, registrar;18.04;18.03.07;SEMBAKO;01/11/2025;31/12/2026
        "ombudsman/auditor-1";" PTG-00008";-;Auditor;-;-;2025-11-01T08:00:00+07:00;-
        penyalur-2;PTG-00007;DINSOS;penyalur;"18.04;18.03.07";SEMBAKO;01/11/2025;31/12/2026

        """.utf8), session: desk.session)
    #expect(report.rejections == [Rejection(row: 2, line: 2, column: nil, expected: .cells(8), found: .cells(9))])
    try #require(requests.count == 2)
    #expect(requests[0].name == "ombudsman/auditor-1")
    #expect(requests[0].institution == nil)
    #expect(requests[0].roles == [.auditor])
    #expect(requests[0].regions == [])
    #expect(requests[0].programmes == [])
    #expect(requests[0].validFrom == Timestamp("2025-11-01T08:00:00+07:00"))
    #expect(requests[0].validUntil == nil)
    #expect(requests[1].name == "lampura/penyalur-2")
    #expect(requests[1].holder == desk.session.identity.holder(staffNumber: "PTG-00007"))
    #expect(requests[1].institution == Code("DINSOS"))
    #expect(requests[1].roles == [.distributor])
    #expect(requests[1].regions == [Region("18.03.07")!, Region("18.04")!])
    #expect(requests[1].programmes == [Code("SEMBAKO")!])
    #expect(requests[1].row == 4)
    // Days alone: from the first moment of the first to the last moment of the last, in the ledger's zone.
    #expect(requests[1].validFrom == Timestamp("2025-11-01T00:00:00+09:00"))
    #expect(requests[1].validUntil == Timestamp("2027-01-01T00:00:00+09:00"))
  }

  @Test("Every role can be asked for by its name in the schema")
  func roles() throws {
    let rows = Role.allCases.map { "k,h,\($0.rawValue),2025-11-01" }.joined(separator: "\n")
    let (requests, _) = try KeyList.read(Array("kunci,pemegang,peran,mulai\n\(rows)\n".utf8), session: desk.session)
    #expect(requests.flatMap(\.roles) == Role.allCases)
  }

  @Test("Bad cells of the list of keys are told")
  func refusedKeys() throws {
    let (requests, report) = try KeyList.read(
      Array("kunci,pemegang,peran,wilayah,mulai\na+b,,bendahara,18.3,besok\n".utf8), session: desk.session)
    #expect(requests.isEmpty)
    #expect(report.rejections.map(\.column) == [.key, .holder, .roles, .regions, .from])
    #expect(throws: ColumnError.missing([[.roles]], found: ["kunci", "pemegang", "mulai"])) {
      try KeyList.read(Array("kunci,pemegang,mulai\n".utf8), session: desk.session)
    }
  }

  @Test("A plan is read in its order, with signers and instants")
  func plan() throws {
    let (plan, report) = try Plan.read(
      Array(
        """
        daftar,berkas,petugas,waktu_catat
        keys,petugas.csv,pembina-1,2025-11-01T08:30:00+07:00
        events,00-persiapan.jsonl,pembina-1+pembina-2,
        BNBA,bnba-2004.csv,,
        Price Surveys,harga.csv,,10/01/2026 16.00

        """.utf8), session: desk.session)
    #expect(report.rejections == [])
    #expect(plan.steps.map(\.content) == [.keys, .events, .list(.registrations), .list(.priceSurveys)])
    #expect(plan.steps.map(\.file) == ["petugas.csv", "00-persiapan.jsonl", "bnba-2004.csv", "harga.csv"])
    #expect(plan.steps.map(\.signers) == [["lampura/pembina-1"], ["lampura/pembina-1", "lampura/pembina-2"], [], []])
    #expect(
      plan.steps.map(\.recordedAt) == [
        Timestamp("2025-11-01T08:30:00+07:00"), nil, nil, Timestamp("2026-01-10T16:00:00+09:00"),
      ])
    #expect(plan.steps.map(\.row) == [2, 3, 4, 5])
  }

  @Test("A plan cannot lead out of its folder", arguments: ["../rahasia.csv", "/etc/passwd", "a/b.csv", "..", "a\\b.csv"])
  func planPaths(file: String) throws {
    let (plan, report) = try Plan.read(Array("daftar,berkas\nbnba,\(file)\n".utf8), session: desk.session)
    #expect(plan.steps.isEmpty)
    #expect(report.rejections.map(\.expected) == [.fileName])
  }

  @Test("A broken plan is told, not followed")
  func brokenPlan() throws {
    let (plan, report) = try Plan.read(Array("daftar,berkas\ngaji,gaji.csv\nbnba,\"x\n".utf8), session: desk.session)
    #expect(plan.steps.isEmpty)
    #expect(report.rejections.map(\.row) == [2, 3])
    #expect(report.endedEarly)
    #expect(throws: ColumnError.noHeader) { try Plan.read([], session: desk.session) }
  }
}
