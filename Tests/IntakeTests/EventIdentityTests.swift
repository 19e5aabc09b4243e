import Cryptography
import Intake
import Testing
import Vocabulary

@Suite("Identities of events")
struct EventIdentityTests {
  private let desk = Desk()

  init() throws { try desk.registerPeople() }

  private static let head =
    "no_peserta;program;periode;kode_outlet;tanggal;jam;barang;tunai;dikemas;pengambil;hasil;petugas\n"

  /// The identifiers that a list makes on a ledger that knows the people but no such event.
  private func identifiers(_ kind: ListKind, _ csv: String, as signer: String = "a") throws -> [Identifier] {
    let list = ListImport(kind, signers: [signer], session: desk.session)
    let drafts = try list.read(Array(csv.utf8)) + list.finish()
    #expect(list.report.rejections.map(\.description) == [])
    return drafts.map(\.event.id)
  }

  @Test(
    "Other spellings of the same values make the same event",
    arguments: [
      "P-001;SEMBAKO;2026-01;EW-1;10/01/2026;09.30;beras 10 kg @13.500 #L1;Rp5.000;ya;sendiri;berhasil;p1",
      "P-001;SEMBAKO;2026-01;EW-1;2026-01-10;9:30;Beras 10kg @13500 #L1;5000;1;self;;p1",
      " P-001 ;SEMBAKO;2026-01;EW-1;10 Januari 2026;09:30:00;beras 10.000 g @Rp13.500/kg #L1;5,000;v;-;-;lampura/p1",
      "P-001;SEMBAKO;2026-01;EW-1;10-01-2026 09.30 WIB;-;beras 10,0 kilo @13.500,00 #L1;Rp 5.000,00;true;Sendiri;n/a;p1",
    ])
  func spellings(row: String) throws {
    let first = "P-001;SEMBAKO;2026-01;EW-1;2026-01-10T09:30:00+07:00;;beras 10 kg @13500 #L1;5000;ya;sendiri;berhasil;p1"
    #expect(try identifiers(.handovers, Self.head + row + "\n") == identifiers(.handovers, Self.head + first + "\n"))
  }

  @Test("Another value in any column makes another event")
  func changes() throws {
    let base = [
      "P-001", "SEMBAKO", "2026-01", "EW-1", "10/01/2026", "09.30", "beras 10 kg @13.500", "5.000", "ya", "sendiri", "", "p1",
    ]
    let changes = [
      "P-002", "BPNT", "2026-02", "EW-2", "11/01/2026", "09.31", "beras 9 kg @13.500", "-", "tidak", "wakil", "", "p2",
    ]
    var seen = Set(try identifiers(.handovers, Self.head + base.joined(separator: ";") + "\n"))
    for index in base.indices where base[index] != changes[index] {
      var row = base
      row[index] = changes[index]
      let made = try identifiers(.handovers, Self.head + row.joined(separator: ";") + "\n")
      #expect(seen.insert(try #require(made.first)).inserted, "column \(index)")
    }
    #expect(seen.count == 12)
  }

  @Test("Columns in another order, other names and unknown ones make no difference")
  func columnOrder() throws {
    let first = try identifiers(.budgets, "program,periode,kode_wilayah,jumlah,tanggal\nS,1,18,5000,2/1/2026\n")
    let second = try identifiers(.budgets, "No;Date;Amount;Region;Period;Programme\n7;2026-01-02;Rp5.000;18;1;S\n")
    #expect(first == second)
  }

  @Test("Naming the recipient by NIK or by number makes no difference")
  func person() throws {
    #expect(
      try identifiers(.statuses, "no_peserta,status,berlaku,tanggal\nP-001,aktif,2026-01-01,2026-01-02\n")
        == identifiers(.statuses, "nik,status,berlaku,tanggal\n'1803074101550001,Aktif,1/1/2026,2/1/2026\n"))
  }

  @Test("The signer of the whole list makes no difference, the officer in the row does")
  func signers() throws {
    let csv = "program,periode,kode_wilayah,jumlah,tanggal\nS,1,18,5000,2/1/2026\n"
    #expect(try identifiers(.budgets, csv, as: "a") == identifiers(.budgets, csv, as: "b"))
    let named = "program,periode,kode_wilayah,jumlah,tanggal,petugas\nS,1,18,5000,2/1/2026,"
    #expect(try identifiers(.budgets, named + "a\n") != identifiers(.budgets, named + "b\n"))
  }

  @Test("Values cannot flow from one column into the next")
  func columnsAreKeptApart() throws {
    let head = "kode_pemasok,nama,kode_wilayah,tanggal\n"
    #expect(
      try identifiers(.suppliers, head + "AB,C,18,2/1/2026\n") != identifiers(.suppliers, head + "A,BC,18,2/1/2026\n"))
  }

  @Test("Each list, each key and each event of a row has identities of its own")
  func separation() throws {
    let row = "no_peserta,nama,kode_desa,tanggal\nX-1,Siti,18.03,15/11/2025\n"
    let registered = try identifiers(.registrations, row)
    desk.session.forget()
    #expect(try registered != identifiers(.proposals, row))
    desk.session.forget()
    let other = Desk(keyByte: 8)
    #expect(try registered != other.read(.registrations, row).drafts.map(\.event.id))
    let three = try identifiers(
      .complaints,
      "no_pengaduan,kode_wilayah,kanal,jenis,tanggal,tanggal_jawab,hasil_jawab,tanggal_tutup,hasil_tutup\nA,18,email,data,1/2/2026,1/2/2026,terbukti,1/2/2026,terbukti\n"
    )
    #expect(Set(three).count == 3)
  }

  @Test("An identifier is a UUIDv7 whose time is the event's")
  func time() throws {
    let identifier = try #require(
      try identifiers(.budgets, "program,periode,kode_wilayah,jumlah,tanggal\nS,1,18,5000,2/1/2026\n").first)
    let at = try #require(Timestamp("2026-01-02T12:00:00+07:00"))
    #expect(identifier.millisecondsSince1970 == UInt64(at.secondsSince1970) * 1000)
    #expect(Identifier(identifier.description) == identifier)
    #expect(desk.session.identity.holder(staffNumber: "PTG-1").millisecondsSince1970 == 0)
  }

  @Test("All 74 random bits come from the digest, from its first bit on")
  func bits() throws {
    let digest = desk.vault.digest(label: "holder", value: Array("PTG-1".utf8)).bytes
    let identifier = desk.session.identity.holder(staffNumber: "PTG-1")
    var bits = identifier.high & 0xFFF
    #expect(bits == UInt64(digest[0]) << 4 | UInt64(digest[1]) >> 4)
    bits = identifier.low & (1 << 62 - 1)
    var expected: UInt64 = UInt64(digest[1] & 0xF)
    for byte in digest[2...8] { expected = expected << 8 | UInt64(byte) }
    expected = expected << 2 | UInt64(digest[9] >> 6)
    #expect(bits == expected)
  }

  @Test("Reading a file again adds nothing, and a list that grew adds only what is new")
  func again() throws {
    let head = "no_pengaduan,kode_wilayah,kanal,jenis,tanggal,tanggal_jawab,hasil_jawab\n"
    let first = try desk.read(.complaints, head + "A,18,email,data,1/2/2026,-,-\nB,18,email,data,1/2/2026,-,-\n")
    #expect(first.report.eventsAccepted == 2)
    let second = try desk.read(.complaints, head + "B,18,EMAIL,data,2026-02-01,,\nA,18,email,data,1/2/2026,9/2/2026,terbukti\n")
    #expect(second.drafts.map(\.event.type) == [.complaintAnswered])
    #expect(second.report.rowsRead == 2)
    #expect(second.report.rowsAccepted == 1)
    #expect(second.report.rowsAlreadyRecorded == 1)
    let third = try desk.read(.complaints, head + "A,18,email,data,1/2/2026,9/2/2026,terbukti\n")
    #expect(third.report.rowsAlreadyRecorded == 1)
    #expect(third.drafts.isEmpty)
  }

  @Test("A row that says the same as an earlier one is counted with the row that said it first")
  func duplicates() throws {
    let csv =
      "program,periode,kode_wilayah,jumlah,tanggal\nS,1,18,5000,2/1/2026\n\nS,2,18,5000,2/1/2026\nS,1,18,Rp5.000,2026-01-02\n"
    let (drafts, report) = try desk.read(.budgets, csv)
    #expect(drafts.map(\.row) == [2, 4])
    #expect(report.rowsDuplicated == 1)
    #expect(report.duplicates.map { [$0.row, $0.firstRow] } == [[5, 2]])
    let again = try desk.read(.budgets, csv).report
    #expect([again.rowsRead, again.rowsAccepted, again.rowsAlreadyRecorded, again.rowsDuplicated] == [3, 0, 2, 1])
  }
}
