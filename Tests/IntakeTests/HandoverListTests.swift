import Cryptography
import Intake
import Testing
import Vocabulary

@Suite("Lists of handovers and complaints")
struct HandoverListTests {
  private let desk = Desk()
  private let hex = String(repeating: "0f", count: 32)

  init() throws {
    try desk.registerPeople()
    try desk.read(.outlets, "kode_outlet,nama,kode_wilayah,program,tanggal\nEW-1,Warung Maju,18.03.07,SEMBAKO,1/12/2025\n")
  }

  private static let head =
    "no_peserta;program;periode;kode_outlet;tanggal;jam;hasil;alasan;pengambil;surat_kuasa;barang;tunai;potongan;dikemas;perintah_rapel;bukti;petugas\n"

  @Test("A handover lies in the outlet's region and tells everything of the row")
  func handover() throws {
    let siti = try desk.recipient("P-001")
    let digest = Digest(bytes: [UInt8](repeating: 0x0F, count: 32))!
    let body = try desk.body(
      .handovers,
      Self.head
        + "P-001;SEMBAKO;2026-01;EW-1;10/01/2026;09.41;berhasil;-;wakil;\(hex);\"beras 10 kg @13.500 #LOT-7\ntelur 30 butir @2.000\";-;5.000;ya;RP-1;foto:\(hex);penyalur-1+saksi-1\n"
    )
    #expect(
      body
        == .handoverRecorded(
          HandoverRecorded(
            recipient: siti.identifier, programme: Code("SEMBAKO")!, period: Code("2026-01")!, region: Region("18.03.07")!,
            outlet: Code("EW-1")!, collector: .proxy, letter: digest,
            items: [
              Item(
                commodity: Code("beras")!, quantity: Quantity(10_000), unit: .g, unitPrice: Rupiah(13_500), lot: Code("LOT-7")!),
              Item(commodity: Code("telur")!, quantity: Quantity(30), unit: .pcs, unitPrice: Rupiah(2_000)),
            ],
            fee: Rupiah(5_000), packaged: true, combinedOrder: Code("RP-1")!,
            evidence: [Evidence(kind: .photo, digest: digest)])))
    let draft = try #require(desk.ledger.drafts.last)
    #expect(draft.event.at == Timestamp("2026-01-10T09:41:00+07:00"))
    #expect(draft.signers == ["lampura/penyalur-1", "lampura/saksi-1"])
  }

  @Test("A handover of nothing is refused: another list was taken for it")
  func handoverOfNothing() throws {
    #expect(
      try desk.problems(.handovers, "no_peserta,program,periode,kode_outlet,tanggal\nP-002,SEMBAKO,2026-01,EW-1,10/01/2026\n")
        == [Problem(.goods, .goodsWithPrices, .missing)])
  }

  @Test("With only what must be there, the recipient came in person and received money")
  func leastHandover() throws {
    let body = try desk.body(
      .handovers, "no_peserta,program,periode,kode_outlet,tanggal,tunai\nP-002,SEMBAKO,2026-01,EW-BARU,10/01/2026,200000\n")
    let budi = try desk.recipient("P-002")
    #expect(
      body
        == .handoverRecorded(
          HandoverRecorded(
            recipient: budi.identifier, programme: Code("SEMBAKO")!, period: Code("2026-01")!, region: budi.region,
            outlet: Code("EW-BARU")!, collector: .`self`, items: [], cash: Rupiah(200_000), packaged: false, evidence: [])))
  }

  @Test("A failed handover has a reason and nothing that changed hands")
  func failure() throws {
    let siti = try desk.recipient("P-001")
    #expect(
      try desk.body(
        .handovers,
        "no_peserta,program,periode,kode_outlet,tanggal,hasil,alasan\nP-001,SEMBAKO,2026-01,EW-1,10/01/2026,gagal,Stok Habis\n")
        == .handoverFailed(
          HandoverFailed(
            recipient: siti.identifier, programme: Code("SEMBAKO")!, period: Code("2026-01")!, region: Region("18.03.07")!,
            outlet: Code("EW-1")!, reason: .noStock)))
    #expect(
      try desk.problems(.handovers, Self.head + "P-001;S;1;EW-1;10/01/2026;;gagal;-;;;beras 1 kg @1;-;0;;;;\n") == [
        Problem(.goods, .nothingWith(.outcome), .something), Problem(.fee, .nothingWith(.outcome), .something),
        Problem(
          .reason,
          .choice(["tidak hadir", "menolak", "stok habis", "sistem", "kartu", "identitas", "lainnya"]), .missing),
      ])
  }

  @Test("Each bad cell of a handover is told by its column")
  func refusals() throws {
    #expect(
      try desk.problems(
        .handovers,
        Self.head
          + "P-001;SEMBAKO;2026-01;EW-1;30/02/2026;25.70;berhasil;kartu;tetangga;abc;beras 10 kg;1,5;-5;entah;a b;foto:1;p 1\n")
        == [
          Problem(.officer, .officers, .text(characters: 3)), Problem(.time, .time, .noSuchTime),
          Problem(.reason, .nothingWith(.outcome), .something),
          Problem(.collector, .choice(["sendiri", "wakil", "ahli_waris", "petugas", "lainnya"]), .text(characters: 8)),
          Problem(.letter, .fileDigest, .text(characters: 3)), Problem(.goods, .goodsWithPrices, .noPrice),
          Problem(.cash, .money, .fraction), Problem(.fee, .money, .negative), Problem(.packaged, .yesOrNo, .text(characters: 5)),
          Problem(.combinedOrder, .code, .text(characters: 3)), Problem(.evidence, .evidence, .text(characters: 6)),
        ])
  }

  @Test("A time may stand in the date or beside it, and both only if they agree")
  func times() throws {
    func outcome(_ date: String, _ time: String) throws -> String {
      let csv = "no_peserta,program,periode,kode_outlet,tanggal,jam,tunai\nP-001,S,1,EW-1,\(date),\(time),1\n"
      let (drafts, report) = try desk.read(.handovers, csv)
      return drafts.first?.event.at.description ?? report.rejections.map { "\($0.column?.name ?? "") \($0.found)" }.joined()
    }
    #expect(try outcome("11/01/2026 08:15", "-") == "2026-01-11T08:15:00+07:00")
    #expect(try outcome("12/01/2026 08:15", "8.15") == "2026-01-12T08:15:00+07:00")
    #expect(try outcome("2026-01-13 00:00:00", "8.15") == "2026-01-13T08:15:00+07:00")
    #expect(try outcome("14/01/2026 08:15", "8.16") == "jam twoTimes")
    #expect(try outcome("31/02/2026", "8.16") == "tanggal noSuchDay")
  }

  @Test("A complaint, its answer and its closing are three events of one row")
  func complaints() throws {
    let siti = try desk.recipient("P-001")
    let (drafts, report) = try desk.read(
      .complaints,
      """
      no_pengaduan;kode_wilayah;kanal;jenis;no_peserta;program;periode;jumlah;isi;tanggal;tanggal_jawab;hasil_jawab;tanggal_tutup;hasil_tutup
      ADU-1;18.03.07;WhatsApp;pungutan;P-001;SEMBAKO;2026-01;Rp5.000;"Saya diminta ""uang rokok"".";20/01/2026;25/01/2026;sebagian;01/02/2026;dicabut

      """)
    #expect(report.rejections.isEmpty)
    #expect(drafts.map(\.event.type) == [.complaintReceived, .complaintAnswered, .complaintClosed])
    #expect(drafts.map { $0.event.at.localDate.description } == ["2026-01-20", "2026-01-25", "2026-02-01"])
    guard case .complaintReceived(let data) = drafts[0].event.body else { return }
    #expect(data.recipient == siti.identifier)
    #expect(data.amount == Rupiah(5_000))
    #expect(String(decoding: data.sealed!.box.dropFirst(40), as: UTF8.self) == #"{"text":"Saya diminta \"uang rokok\"."}"#)
    #expect(
      drafts[1].event.body
        == .complaintAnswered(ComplaintAnswered(complaint: Code("ADU-1")!, region: Region("18.03.07")!, outcome: .partlyUpheld)))
    #expect(
      drafts[2].event.body
        == .complaintClosed(ComplaintClosed(complaint: Code("ADU-1")!, region: Region("18.03.07")!, outcome: .withdrawn)))
  }

  @Test("Words without a recipient to seal them for are refused, and a date without an outcome")
  func complaintRefusals() throws {
    let head = "no_pengaduan,kode_wilayah,kanal,jenis,no_peserta,isi,tanggal,tanggal_jawab,hasil_jawab\n"
    #expect(
      try desk.problems(.complaints, head + "ADU-2,18.03.07,email,lainnya,-,Tolong,20/01/2026,,\n") == [
        Problem(.text, .nothingWithout(.number), .something)
      ])
    #expect(
      try desk.problems(.complaints, head + "ADU-3,18.03.07,email,lainnya,-,-,20/01/2026,21/01/2026,-\n") == [
        Problem(.answer, .choice(["terbukti", "sebagian", "tidak_terbukti", "diteruskan"]), .missing)
      ])
    #expect(
      try desk.problems(.complaints, head + ",18.03,email,lainnya,-,-,20/01/2026,21/01/2026,terbukti\n") == [
        Problem(.complaint, .code, .missing)
      ])
  }
}
