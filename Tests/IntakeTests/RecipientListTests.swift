import Intake
import Testing
import Vocabulary

@Suite("Lists about recipients")
struct RecipientListTests {
  private let desk = Desk()

  init() throws { try desk.registerPeople() }

  @Test("A status change takes the region of the recipient, named by number or by NIK")
  func statuses() throws {
    let budi = try desk.recipient("P-002")
    let body = try desk.body(
      .statuses, "nik;status;tanggal berlaku;tanggal\n1803070202600002;Meninggal;3/1/2026;05/01/2026\n")
    #expect(
      body
        == .recipientStatusChanged(
          RecipientStatusChanged(
            recipient: budi.identifier, region: Region("18.03.07.2002")!, status: .deceased,
            effective: CalendarDate("2026-01-03")!)))
  }

  @Test("Whom nobody knows, whom several numbers share, and who is somebody else, are told apart")
  func persons() throws {
    try desk.read(
      .registrations, "no_peserta,nik,nama,kode_desa,tanggal\nP-004,1803070202600002,Budi lagi,18.03.07.2001,16/11/2025\n")
    let rows = [
      ("P-999", "-", Problem(.number, .knownRecipient, .nobody)),
      ("-", "1803070202609999", Problem(.nik, .person, .nobody)),
      ("-", "1803070202600002", Problem(.nik, .person, .severalPersons(2))),
      ("P-001", "1803070202600002", Problem(.nik, .sameNIK, .anotherPerson)),
      ("-", "-", Problem(.number, .person, .missing)),
      ("P 001", "-", Problem(.number, .code, .text(characters: 5))),
      ("P-001", "18030702", Problem(.nik, .nik, .digits(8))),
    ]
    for (number, nik, problem) in rows {
      let csv = "no_peserta,nik,status,berlaku,tanggal\n\(number),\(nik),aktif,2026-01-01,2026-01-02\n"
      #expect(try desk.problems(.statuses, csv) == [problem])
    }
    // A recipient without a NIK on record may be named with one: nothing contradicts it.
    #expect(
      try desk.problems(
        .statuses, "no_peserta,nik,status,berlaku,tanggal\nP-003,1803074101550003,aktif,2026-01-01,2026-01-02\n") == [])
  }

  @Test("Verifications have a level, an outcome and an instrument")
  func verifications() throws {
    let siti = try desk.recipient("P-001")
    let body = try desk.body(
      .verifications, "no_peserta,level,outcome,cara,tanggal,petugas\nP-001,Desa,Tidak Layak,,2/12/2025,desa-1\n")
    #expect(
      body
        == .verificationRecorded(
          VerificationRecorded(
            recipient: siti.identifier, region: siti.region, level: .desa, outcome: .ineligible, instrument: .other)))
    #expect(desk.ledger.drafts.last?.signers == ["lampura/desa-1"])
    #expect(
      try desk.problems(.verifications, "no_peserta,tingkat,hasil,tanggal\nP-001,rw,mungkin,\n") == [
        Problem(.level, .choice(["rt", "desa", "kecamatan", "dinas"]), .text(characters: 2)),
        Problem(.outcome, .choice(["layak", "tidak layak", "ditunda"]), .text(characters: 7)),
        Problem(.date, .dateAndTime, .missing),
      ])
  }

  @Test("Decisions name a programme and perhaps a clause")
  func eligibility() throws {
    let siti = try desk.recipient("P-001")
    #expect(
      try desk.body(.eligibility, "no_peserta,program,hasil,klausul,tanggal\nP-001,SEMBAKO,layak,PEDUM-4.2,2/12/2025\n")
        == .eligibilityDecided(
          EligibilityDecided(
            recipient: siti.identifier, programme: Code("SEMBAKO")!, region: siti.region, outcome: .eligible,
            clause: Code("PEDUM-4.2")!)))
    #expect(
      try desk.problems(.eligibility, "no_peserta,program,hasil,tanggal\nP-001,,ditunda,2/12/2025\n") == [
        Problem(.programme, .code, .missing), Problem(.outcome, .choice(["layak", "tidak layak"]), .text(characters: 7)),
      ])
  }

  @Test("Entitlements have an amount and perhaps goods")
  func entitlements() throws {
    let siti = try desk.recipient("P-001")
    #expect(
      try desk.body(
        .entitlements,
        "no_peserta;program;periode;kode_outlet;nilai;barang;tanggal\nP-001;SEMBAKO;2026-01;EW-1;Rp200.000;beras 10 kg;05/01/2026\n"
      )
        == .entitlementGranted(
          EntitlementGranted(
            recipient: siti.identifier, programme: Code("SEMBAKO")!, period: Code("2026-01")!, region: siti.region,
            outlet: Code("EW-1")!, amount: Rupiah(200_000),
            goods: [Goods(commodity: Code("beras")!, quantity: Quantity(10_000), unit: .g)])))
    #expect(
      try desk.problems(.entitlements, "no_peserta,program,periode,nilai,tanggal\nP-001,SEMBAKO,-,dua ratus ribu,5/1/2026\n") == [
        Problem(.period, .code, .missing), Problem(.value, .money, .text(characters: 14)),
      ])
  }

  @Test("Interviews tell what was received")
  func interviews() throws {
    let siti = try desk.recipient("P-001")
    #expect(
      try desk.body(
        .interviews,
        "nik,program,periode,menerima,tanggal_terima,nilai_terima,potongan,mutu,tanggal\n1803074101550001,SEMBAKO,2026-01,Y,10/01/2026,150.000,0,buruk,27/01/2026\n"
      )
        == .interviewRecorded(
          InterviewRecorded(
            recipient: siti.identifier, programme: Code("SEMBAKO")!, period: Code("2026-01")!, region: siti.region,
            received: true, receivedOn: CalendarDate("2026-01-10")!, amountReceived: Rupiah(150_000), feePaid: .zero,
            quality: .bad)))
    #expect(
      try desk.problems(.interviews, "no_peserta,program,periode,menerima,mutu,tanggal\nP-001,S,1,mungkin,sedang,27/01/2026\n")
        == [
          Problem(.received, .yesOrNo, .text(characters: 7)),
          Problem(.quality, .choice(["baik", "buruk"]), .text(characters: 6)),
        ])
  }
}
