import Intake
import Testing
import Vocabulary

@Suite("Lists of suppliers, goods and money")
struct MarketListTests {
  private let desk = Desk()
  private let region = Region("18.03.07")!
  private let programme = Code("SEMBAKO")!
  private let period = Code("2026-01")!

  @Test("Suppliers and outlets have owners as tags and classes")
  func owners() throws {
    let tags = ["1803070202600002", "1803074101550001"].map(desk.vault.tag(nik:))
    #expect(
      try desk.body(
        .suppliers,
        "kode_pemasok;nama;kode_wilayah;berdiri;nik_pemilik;kelas_pemilik;tanggal\nSUP-1;CV  Maju Jaya;18.03.07;1/2/2020;\"'1803074101550001; 1803070202600002\";asn;04/11/2025\n"
      )
        == .supplierRegistered(
          SupplierRegistered(
            supplier: Code("SUP-1")!, name: "CV Maju Jaya", region: region, founded: CalendarDate("2020-02-01")!,
            ownerTags: tags, ownerClasses: [.asn])))
    #expect(
      try desk.body(.outlets, "kode_outlet,nama,kode_wilayah,program,tanggal\nEW-1,Warung,18.03.07,SEMBAKO,28/11/2025\n")
        == .outletAppointed(OutletAppointed(outlet: Code("EW-1")!, name: "Warung", region: region, programme: programme)))
    #expect(
      try desk.problems(.suppliers, "kode_pemasok,nama,kode_wilayah,nik_pemilik,tanggal\nS 1,,18.3,12,04/11/2025\n") == [
        Problem(.supplier, .code, .text(characters: 3)), Problem(.name, .text(maximum: 300), .missing),
        Problem(.region, .region, .text(characters: 4)), Problem(.ownerNIK, .nik, .digits(2)),
      ])
  }

  @Test("A procurement happens when it opens")
  func procurements() throws {
    let opens = Timestamp("2025-11-05T08:00:00+07:00")!
    #expect(
      try desk.body(
        .procurements,
        "kode_pengadaan;program;kode_wilayah;method;opens;closes;goods\nPGD-1;SEMBAKO;18.03.07;terbuka;5 November 2025 08.00;25/11/2025;beras 2000 kg; \n"
      )
        == .procurementOpened(
          ProcurementOpened(
            procurement: Code("PGD-1")!, programme: programme, region: region, method: .open, opens: opens,
            closes: Timestamp("2025-11-25T12:00:00+07:00")!,
            goods: [Goods(commodity: Code("beras")!, quantity: Quantity(2_000_000), unit: .g)])))
    #expect(desk.ledger.drafts.last?.event.at == opens)
    #expect(
      try desk.problems(
        .procurements,
        "kode_pengadaan,program,kode_wilayah,cara,dibuka,ditutup,barang\nPGD-1,S,18,lelang,-,besok,beras 1 kg @1\n") == [
          Problem(.method, .choice(["terbuka", "terbatas", "langsung"]), .text(characters: 6)),
          Problem(.opens, .dateAndTime, .missing), Problem(.closes, .dateAndTime, .text(characters: 5)),
          Problem(.goods, .goods, .unwantedDetail),
        ])
  }

  @Test("A bid that does not count makes two events")
  func bids() throws {
    let head = "kode_pengadaan,kode_pemasok,kode_wilayah,nilai,diterima,harga,gugur_klausul,gugur_tanggal\n"
    let (drafts, _) = try desk.read(
      .bids, head + "PGD-1,SUP-1,18.03.07,150.000.000,20/11/2025 10.00,beras 13.000/kg,K-2,24/11/2025\n")
    #expect(
      drafts.map(\.event.body) == [
        .bidReceived(
          BidReceived(
            procurement: Code("PGD-1")!, region: region, supplier: Code("SUP-1")!, amount: Rupiah(150_000_000),
            receivedAt: Timestamp("2025-11-20T10:00:00+07:00")!,
            prices: [Price(commodity: Code("beras")!, unit: .g, unitPrice: Rupiah(13_000))])),
        .bidDisqualified(
          BidDisqualified(procurement: Code("PGD-1")!, region: region, supplier: Code("SUP-1")!, clause: Code("K-2")!)),
      ])
    #expect(
      try desk.problems(.bids, head + "PGD-1,SUP-1,18.03.07,1,20/11/2025,-,-,24/11/2025\n") == [
        Problem(.disqualifiedClause, .code, .missing)
      ])
    #expect(
      try desk.problems(.bids, head + "PGD-1,SUP-1,18.03.07,-,20/11/2025,13.000,K-2,-\n") == [
        Problem(.value, .money, .missing), Problem(.price, .prices, .text(characters: 6)),
      ])
  }

  @Test("Selections and contracts are signed by several")
  func selectionsAndContracts() throws {
    #expect(
      try desk.body(
        .selections,
        "kode_pengadaan,kode_pemasok,kode_wilayah,ranking,clause,tanggal,petugas\nPGD-1,SUP-2,18.03.07,SUP-2;SUP-1,K-11,26/11/2025,k1+k2\n"
      )
        == .supplierSelected(
          SupplierSelected(
            procurement: Code("PGD-1")!, region: region, supplier: Code("SUP-2")!, ranking: [Code("SUP-2")!, Code("SUP-1")!],
            clause: Code("K-11")!)))
    #expect(desk.ledger.drafts.last?.signers == ["lampura/k1", "lampura/k2"])
    #expect(
      try desk.body(
        .contracts,
        "no_kontrak;kode_pengadaan;kode_pemasok;program;kode_wilayah;mulai;sampai;nilai;harga;tanggal\nSPK/1;PGD-1;SUP-2;SEMBAKO;18.03.07;1/12/2025;31/03/2026;Rp 150.000.000,00;beras 13.000/kg;01/12/2025\n"
      )
        == .contractSigned(
          ContractSigned(
            contract: Code("SPK/1")!, procurement: Code("PGD-1")!, supplier: Code("SUP-2")!, programme: programme,
            region: region, from: CalendarDate("2025-12-01")!, until: CalendarDate("2026-03-31")!, value: Rupiah(150_000_000),
            prices: [Price(commodity: Code("beras")!, unit: .g, unitPrice: Rupiah(13_000))])))
    #expect(
      try desk.problems(
        .selections, "kode_pengadaan,kode_pemasok,kode_wilayah,peringkat,klausul,tanggal\nP,S,18,A;A,-,26/11/2025\n") == [
          Problem(.ranking, .codes, .repeated), Problem(.clause, .code, .missing),
        ])
    #expect(
      try desk.problems(
        .contracts,
        "no_kontrak,kode_pemasok,program,kode_wilayah,mulai,sampai,nilai,harga,tanggal\nK,S,P,18,besok,31/04/2026,1,-,1/12/2025\n"
      ) == [
        Problem(.from, .date, .text(characters: 5)), Problem(.until, .date, .noSuchDay), Problem(.price, .prices, .missing),
      ])
  }

  @Test("A lot lies where its outlet is, an inspection where its lot is; else the row must tell")
  func lots() throws {
    try desk.read(.outlets, "kode_outlet,nama,kode_wilayah,program,tanggal\nEW-1,Warung,18.03.07,SEMBAKO,28/11/2025\n")
    let head =
      "kode_lot,no_kontrak,kode_pemasok,kode_outlet,kode_wilayah,program,periode,komoditas,jumlah,harga_satuan,kedaluwarsa,tanggal\n"
    #expect(
      try desk.body(.lots, head + "LOT-1,SPK/1,SUP-2,EW-1,-,SEMBAKO,2026-01,Beras,2000 kg,13.000,31/12/2026,06/01/2026\n")
        == .lotDelivered(
          LotDelivered(
            lot: Code("LOT-1")!, contract: Code("SPK/1")!, supplier: Code("SUP-2")!, outlet: Code("EW-1")!, region: region,
            programme: programme, period: period, commodity: Code("beras")!, quantity: Quantity(2_000_000), unit: .g,
            unitPrice: Rupiah(13_000), expires: CalendarDate("2026-12-31")!)))
    #expect(
      try desk.body(.inspections, "kode_lot,hasil,dikemas,tanggal\nLOT-1,Gagal,ya,07/01/2026\n")
        == .lotInspected(LotInspected(lot: Code("LOT-1")!, region: region, outcome: .failed, packaged: true)))
    #expect(
      try desk.problems(.lots, head + "LOT-2,-,SUP-2,EW-9,-,SEMBAKO,2026-01,beras,10 kg,13.000,-,06/01/2026\n") == [
        Problem(.region, .regionOfSomethingUnknown, .missing)
      ])
    #expect(
      try desk.problems(.lots, head + "LOT-2,-,SUP-2,EW-9,18.03,SEMBAKO,2026-01,beras,2.000 kg,13.000,-,06/01/2026\n") == [
        Problem(.amount, .quantity, .ambiguousNumber)
      ])
    #expect(
      try desk.problems(.inspections, "kode_lot,hasil,tanggal\nLOT-9,baik,07/01/2026\n") == [
        Problem(.outcome, .choice(["lulus", "gagal"]), .text(characters: 4))
      ])
  }

  @Test("A price survey is of the day of its date")
  func surveys() throws {
    #expect(
      try desk.body(
        .priceSurveys,
        "kode_wilayah,komoditas,unit,price,market,tanggal\n18.03.07,Minyak Goreng,liter,\"15,500\",PSR-1,10/01/2026\n")
        == .priceSurveyed(
          PriceSurveyed(
            region: region, commodity: Code("minyak-goreng")!, unit: .ml, unitPrice: Rupiah(15_500),
            surveyedOn: CalendarDate("2026-01-10")!, market: Code("PSR-1")!)))
    #expect(
      try desk.problems(
        .priceSurveys, "kode_wilayah,komoditas,satuan,harga,tanggal\n18.03.07,beras premium?,karung,,10/01/2026\n") == [
          Problem(.commodity, .code, .text(characters: 14)), Problem(.unit, .priceUnit, .unknownUnit),
          Problem(.price, .money, .missing),
        ])
  }

  @Test("Budgets and disbursements are money of a period")
  func money() throws {
    #expect(
      try desk.body(
        .budgets, "program,periode,kode_wilayah,jumlah,dokumen,tanggal\nSEMBAKO,2026-01,18.03.07,Rp1.000.000,DPA/1,2/1/2026\n")
        == .budgetAllocated(
          BudgetAllocated(
            programme: programme, period: period, region: region, amount: Rupiah(1_000_000), document: Code("DPA/1")!)))
    #expect(
      try desk.body(
        .disbursements,
        "program,periode,kode_wilayah,kode_outlet,jumlah,referensi,tanggal\nSEMBAKO,2026-01,18.03.07,EW-1,500.000,SP2D-1,5/1/2026\n"
      )
        == .fundDisbursed(
          FundDisbursed(
            programme: programme, period: period, region: region, outlet: Code("EW-1")!, amount: Rupiah(500_000),
            reference: Code("SP2D-1")!)))
    #expect(
      try desk.problems(.budgets, "program,periode,kode_wilayah,jumlah,tanggal\nSEMBAKO,2026-01,18.03.07,1 juta,2/1/2026\n") == [
        Problem(.amount, .money, .text(characters: 6))
      ])
    #expect(
      try desk.problems(
        .disbursements, "program,periode,kode_wilayah,jumlah,referensi,tanggal\nSEMBAKO,2026-01,18.03.07,1,,2/1/2026\n") == [
          Problem(.reference, .code, .missing)
        ])
  }

  @Test("A conflict ties the holder of a key to a supplier or an outlet")
  func conflicts() throws {
    #expect(
      try desk.body(
        .conflicts, "pemegang,kode_pemasok,hubungan,kode_wilayah,tanggal\nPTG-00007,SUP-1,keluarga,18.03.07,3/12/2025\n")
        == .conflictDeclared(
          ConflictDeclared(
            holder: desk.session.identity.holder(staffNumber: "PTG-00007"), supplier: Code("SUP-1")!, relation: .kin,
            region: region)))
    #expect(
      try desk.problems(
        .conflicts, "pemegang,kode_pemasok,kode_outlet,hubungan,kode_wilayah,tanggal\nPTG-7,-,-,teman,18,3/12/2025\n") == [
          Problem(.supplier, .oneOf([.supplier, .outlet]), .missing),
          Problem(.relation, .choice(["pemilik", "pengurus", "karyawan", "keluarga", "pemberi_pinjaman"]), .text(characters: 5)),
        ])
  }

  @Test("A row that nobody signs is refused")
  func unsigned() throws {
    let list = ListImport(.budgets, session: desk.session)
    let csv = "program,periode,kode_wilayah,jumlah,tanggal,petugas\nS,1,18,1,2/1/2026,\nS,2,18,1,2/1/2026,a\n"
    let drafts = try list.read(Array(csv.utf8)) + list.finish()
    #expect(drafts.map(\.signers) == [["lampura/a"]])
    #expect(list.report.rejections == [Rejection(row: 2, line: 2, column: .officer, expected: .officers, found: .missing)])
  }
}
