import Cryptography
import Intake
import Testing
import Vocabulary

@Suite("Lists of people")
struct RegistrationListTests {
  @Test("A registration keeps what is public, tags the numbers and seals the rest")
  func registration() throws {
    let desk = Desk()
    try desk.registerPeople()
    let hex = String(repeating: "ab", count: 32)
    let body = try desk.body(
      .registrations,
      """
      No Peserta;NIK;KK;Name;Birth Date;Alamat;No HP;Kode Desa;Desil;Kelas;Status Identitas;Kelas Khusus;Sumber;Saksi;Bukti;Tanggal Daftar;Jam
      P-010;'1803 0741 0155 0009;180307.010111.0009;" Sri ""Ayu""
       Wahyuni";5 Maret 1961;Jl. Melati 3;0812-3456;18.03.07.2002;3;polri, ASN;proses;ODGJ;DTSEN;P-001;foto:\(hex);15/11/2025;09.30
      """)
    guard case .recipientRegistered(let data) = body else {
      Issue.record("\(body)")
      return
    }
    let draft = try #require(desk.ledger.drafts.last)
    #expect(draft.event.at == Timestamp("2025-11-15T09:30:00+07:00"))
    #expect(draft.signers == ["lampura/petugas-1"])
    #expect(draft.row == 2)
    #expect(data.number == Code("P-010"))
    #expect(data.region == Region("18.03.07.2002"))
    #expect(data.identityStatus == .pending)
    #expect(data.nikTag == desk.vault.tag(nik: "1803074101550009"))
    #expect(data.kkTag == desk.vault.tag(kk: "1803070101110009"))
    #expect(data.decile == 3)
    #expect(data.classes == [.asn, .polri])
    #expect(data.source == .dtsen)
    #expect(data.witness == (try desk.recipient("P-001").identifier))
    #expect(data.evidence?.map(\.kind) == [.photo])
    #expect(
      String(decoding: data.sealed.box.dropFirst(40), as: UTF8.self)
        == #"{"name":"Sri \"Ayu\" Wahyuni","nik":"1803074101550009","kk":"1803070101110009","birthDate":"1961-03-05","#
        + #""address":"Jl. Melati 3","phone":"08123456","sensitiveClass":"ODGJ"}"#)
    #expect(data.recipient == desk.session.identity.recipient(number: data.number, at: draft.event.at))
    #expect(try EventReader.read(draft.line.bytes) == draft.event)
  }

  @Test("Papers that nobody tells of are seen from the row, and the source is the list itself")
  func assumptions() throws {
    let desk = Desk()
    let (drafts, _) = try desk.read(
      .registrations,
      "no_peserta,nik,no_kk,nama,kode_desa,tanggal\nA,1803074101550001,-,X,18.03,15/11/2025\nB,,1803070101110001,Y,18.03,15/11/2025\nC,,,Z,18.03,15/11/2025\n"
    )
    let people = drafts.compactMap { draft -> RecipientRegistered? in
      guard case .recipientRegistered(let data) = draft.event.body else { return nil }
      return data
    }
    #expect(people.map(\.identityStatus) == [.nik, .kk, .none])
    #expect(people.map(\.source) == [.bnba, .bnba, .bnba])
    #expect(people.map { $0.nikTag == nil } == [false, true, true])
  }

  @Test("Every problem of a row is told, with the row and line where it stands")
  func refusals() throws {
    let desk = Desk()
    let (drafts, report) = try desk.read(
      .registrations,
      """

      no_peserta,nik,nama,tanggal_lahir,kode_desa,desil,kelas,saksi,tanggal
      P-1,1.80307E+15,Siti,31/02/1960,1803072001,12,juragan,P-9,15/11/2025
      "P-2",,"dua
      baris",,18.03.07.2001,,,,15/11/2025
      P-3,,-,,18.03.07.2001,,,,

      """)
    #expect(drafts.map(\.row) == [4])
    #expect(report.rowsRead == 3)
    #expect(report.rowsAccepted == 1)
    #expect(report.rowsRejected == 2)
    #expect(
      report.rejections == [
        Rejection(row: 3, line: 3, column: .nik, expected: .nik, found: .roundedNumber),
        Rejection(row: 3, line: 3, column: .birthDate, expected: .date, found: .noSuchDay),
        Rejection(row: 3, line: 3, column: .home, expected: .region, found: .digits(10)),
        Rejection(row: 3, line: 3, column: .decile, expected: .decile, found: .digits(2)),
        Rejection(
          row: 3, line: 3, column: .classes,
          expected: .choices(["asn", "tni", "polri", "kepala_desa", "perangkat_desa", "pelaksana_program", "pejabat_bumn"]),
          found: .text(characters: 7)),
        Rejection(row: 3, line: 3, column: .witness, expected: .knownRecipient, found: .nobody),
        Rejection(row: 5, line: 6, column: .name, expected: .text(maximum: 300), found: .missing),
        Rejection(row: 5, line: 6, column: .date, expected: .dateAndTime, found: .missing),
      ])
  }

  @Test("A proposal is like a registration, with its own sources")
  func proposal() throws {
    let desk = Desk()
    let body = try desk.body(
      .proposals, "no_peserta,nama,kode_desa,sumber,tanggal\nU-1,Siti,18.03.07.2001,TKSK,15/11/2025\n")
    guard case .recipientProposed(let data) = body else {
      Issue.record("\(body)")
      return
    }
    #expect(data.source == .socialWorker)
    #expect(data.identityStatus == .none)
    #expect(String(decoding: (data.sealed?.box ?? []).dropFirst(40), as: UTF8.self) == #"{"name":"Siti"}"#)
  }

  @Test("A number that belongs to another person is refused; the same person may be registered again")
  func ownNumber() throws {
    let desk = Desk()
    try desk.registerPeople()
    let head = "no_peserta,nik,nama,kode_desa,tanggal\n"
    #expect(
      try desk.problems(.registrations, head + "P-001,1803074101559999,Lain,18.03.07.2001,20/11/2025\n") == [
        Problem(.number, .ownNumber, .anotherPerson)
      ])
    let before = try desk.recipient("P-001")
    _ = try desk.body(.registrations, head + "P-001,1803074101550001,Siti,18.03.07.2009,20/11/2025\n")
    let after = try desk.recipient("P-001")
    #expect(after.identifier == before.identifier)
    #expect(after.region == Region("18.03.07.2009"))
  }

  @Test("A later row of the same file may name a recipient of an earlier one, and so may the next file")
  func laterRows() throws {
    let ledger = MemoryLedger()
    let session = IntakeSession(origin: "lampura", context: ledger, sealer: TestVault())
    let people = ListImport(.registrations, signers: ["a"], session: session)
    let drafts = try people.read(
      Array("no_peserta,nik,nama,kode_desa,saksi,tanggal\nA,1803074101550001,X,18.03,,15/11/2025\nB,,Y,18.03,A,15/11/2025\n".utf8)
    )
    #expect(drafts.count == 2)
    // Nothing is admitted yet: what is known comes from the session.
    let statuses = ListImport(.statuses, signers: ["a"], session: session)
    let changed = try statuses.read(Array("nik,status,berlaku,tanggal\n1803074101550001,pindah,2025-12-01,2025-12-02\n".utf8))
    #expect(changed.count == 1)
    session.forget()
    let again = ListImport(.statuses, signers: ["a"], session: session)
    #expect(try again.read(Array("no_peserta,status,berlaku,tanggal\nA,pindah,2025-12-01,2025-12-02\n".utf8)).isEmpty)
    #expect(again.report.rejections.map(\.found) == [.nobody])
  }

  @Test("A vault that does not answer stops the import")
  func brokenVault() throws {
    let session = IntakeSession(origin: "lampura", context: MemoryLedger(), sealer: BrokenVault())
    let list = ListImport(.registrations, signers: ["a"], session: session)
    #expect(throws: BrokenVault.Failure.self) {
      try list.read(Array("no_peserta,nama,kode_desa,tanggal\nA,X,18.03,15/11/2025\n".utf8))
    }
  }

  @Test("Of somebody whose data were erased nothing is sealed anew: the rows are read without them, and told")
  func erased() throws {
    let desk = Desk()
    try desk.registerPeople()
    desk.ledger.erase(try desk.recipient("P-001").identifier)
    let (drafts, report) = try desk.read(
      .registrations,
      """
      no_peserta,nik,nama,alamat,kode_desa,tanggal
      P-001,1803074101550001,Siti Aminah,Jl. Melati 3,18.03.07.2001,15/01/2026
      P-002,1803070202600002,Budi,-,18.03.07.2002,15/01/2026

      """)
    #expect(report.rowsAccepted == 2 && report.rejections.isEmpty && report.withheld == [2])
    let empty = Array("{}".utf8)
    for (draft, isErased) in zip(drafts, [true, false]) {
      guard case .recipientRegistered(let data) = draft.event.body else { throw Unexpected() }
      #expect(data.sealed.box.suffix(2).elementsEqual(empty) == isErased)
      #expect((data.sealed.box.count == 42) == isErased)
      #expect(data.nikTag != nil, "the tag tells nobody the number")
    }
    let proposal = try desk.read(
      .proposals, "no_peserta,nama,kode_desa,tanggal\nP-001,Siti Aminah,18.03.07.2001,15/01/2026\n")
    guard case .recipientProposed(let proposed) = proposal.drafts[0].event.body else { throw Unexpected() }
    #expect(proposed.sealed == nil && proposal.report.withheld == [2])
    let complaint = try desk.read(
      .complaints,
      """
      no_pengaduan,no_peserta,kode_wilayah,kanal,jenis,isi,tanggal
      ADU-1,P-001,18.03.07.2001,telepon,mutu,Siti Aminah mengadu,15/01/2026
      ADU-2,P-002,18.03.07.2002,telepon,mutu,Budi mengadu,15/01/2026

      """)
    #expect(complaint.report.rejections.map(\.description) == [] && complaint.report.withheld == [2])
    for (draft, isErased) in zip(complaint.drafts, [true, false]) {
      guard case .complaintReceived(let data) = draft.event.body else { throw Unexpected() }
      #expect((data.sealed == nil) == isErased)
    }
  }

  private struct Unexpected: Error {}
}
