import Intake
import Language
import Testing
import Vocabulary

@Suite("Reports and reject files")
struct IntakeReportTests {
  private let desk = Desk()
  private static let dirty = """
    no_peserta;nik;nama;tanggal_lahir;kode_desa;telepon;tanggal
    P-1;18030741015512;Siti Rahasia;1 Januari 1955;18.03.07.2001;0812;15/11/2025
    P-2;;Budi Rahasia;32/01/1960;;08123456789;15/11/2025
    P-3;x
    P-4;;"=HYPERLINK(1)";;18.03.07.2001;;lusa

    """

  private func list(keepingCells: Bool) throws -> ListImport {
    let list = ListImport(.registrations, signers: ["a"], keepsRejectedCells: keepingCells, session: desk.session)
    _ = try list.read(Array(Self.dirty.utf8))
    _ = try list.finish()
    return list
  }

  @Test("The reject file names row, line, column, expectation and kind of finding, and holds no personal data")
  func rejectFile() throws {
    let list = try list(keepingCells: false)
    #expect(list.rejectedCells == nil)
    let text = String(decoding: RejectFile.bytes(of: list.report.rejections, .en), as: UTF8.self)
    #expect(
      text == """
        \u{FEFF}row;line;column;expected;found\r
        2;2;nik;a NIK of 16 digits;14 digits\r
        2;2;telepon;a phone number;4 digits\r
        3;3;tanggal_lahir;a date such as 15/01/2026, the day first;"a day that does not exist; the day comes before the month"\r
        3;3;kode_desa;a region code such as 18.03.07.2001;nothing\r
        4;4;;7 cells as in the header;2 cells\r
        5;5;tanggal;a date such as 15/01/2026, the day first, perhaps with a time;text of 4 characters\r

        """)
    for secret in ["Rahasia", "18030741015512", "0812", "1955", "HYPERLINK"] { #expect(!text.contains(secret)) }
  }

  @Test("For the officer's own use the cells may follow, never as formulas")
  func rejectFileWithCells() throws {
    let list = try list(keepingCells: true)
    let bytes = RejectFile.bytes(of: list.report.rejections, .id, cells: list.rejectedCells)
    var reader = CSVReader()
    reader.append(bytes)
    reader.finish()
    var record = CSVRecord()
    var rows: [[String]] = []
    while try reader.next(into: &record) { rows.append(record.texts) }
    #expect(
      rows[0] == [
        "baris", "baris_berkas", "kolom", "seharusnya", "ditemukan", "no_peserta", "nik", "nama", "tanggal_lahir", "kode_desa",
        "telepon", "tanggal",
      ])
    #expect(
      rows[1].suffix(7) == ["P-1", "18030741015512", "Siti Rahasia", "1 Januari 1955", "18.03.07.2001", "0812", "15/11/2025"])
    #expect(rows[5].suffix(2) == ["P-3", "x"])
    #expect(rows[6][7] == "'=HYPERLINK(1)")
  }

  @Test("Rows add up: read is accepted, recorded before, repeated and refused")
  func sums() throws {
    let head = "program,periode,kode_wilayah,jumlah,tanggal\n"
    try desk.read(.budgets, head + "S,1,18,1,2/1/2026\n")
    let report = try desk.read(
      .budgets, head + "S,1,18,1,2/1/2026\nS,2,18,1,2/1/2026\nS,2,18,1,2/1/2026\n\nS,3,18,x,2/1/2026\nS,4\nS,5,18,1,2/1/2026\n"
    ).report
    #expect(report.rowsRead == 6)
    #expect(
      [report.rowsAccepted, report.rowsAlreadyRecorded, report.rowsDuplicated, report.rowsRejected] == [2, 1, 1, 2])
    #expect(report.eventsAccepted == 2)
    #expect(!report.endedEarly)
  }

  @Test("An unclosed quote ends the reading; the rows before it stand")
  func unclosedQuote() throws {
    let (drafts, report) = try desk.read(
      .budgets, "program,periode,kode_wilayah,jumlah,tanggal\nS,1,18,1,2/1/2026\nS,\"2,18,1,2/1/2026\nS,3,18,1,2/1/2026\n")
    #expect(drafts.map(\.row) == [2])
    #expect(report.endedEarly)
    #expect(report.rejections == [Rejection(row: 3, line: 3, column: nil, expected: .closedQuote, found: .openQuote)])
  }

  @Test("A row in Windows-1252 is refused with a hint, the others stand")
  func windows1252() throws {
    let list = ListImport(.suppliers, signers: ["a"], session: desk.session)
    let file =
      Array("kode_pemasok,nama,kode_wilayah,tanggal\nS-1,Caf".utf8) + [0xE9] + Array(",18,2/1/2026\nS-2,Kafe,18,2/1/2026\n".utf8)
    #expect(try list.read(file).map(\.row) == [3])
    #expect(list.report.rejections == [Rejection(row: 2, line: 2, column: nil, expected: .utf8, found: .notUTF8(cell: 2))])
    #expect(list.report.rejections[0].description.contains("CSV UTF-8"))
  }

  @Test("A workbook is told as such, an empty file has no header")
  func wrongFiles() throws {
    let workbook = ListImport(.budgets, signers: ["a"], session: desk.session)
    #expect(try workbook.read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5]).isEmpty)
    #expect(try workbook.finish().isEmpty)
    #expect(workbook.report.rejections.map(\.found) == [.workbook])
    let empty = ListImport(.budgets, signers: ["a"], session: desk.session)
    #expect(throws: ColumnError.noHeader) { try empty.finish() }
  }

  @Test("Parts of any size give the same events")
  func parts() throws {
    let bytes = Array(Desk.people.utf8)
    let whole = try desk.read(.registrations, Desk.people).drafts
    for size in [1, 7, 64] {
      let list = ListImport(.registrations, signers: ["petugas-1"], session: Desk().session)
      var drafts: [DraftEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        drafts += try list.read(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      drafts += try list.finish()
      #expect(drafts == whole)
    }
  }

  @Test("Messages exist in both languages")
  func languages() throws {
    let rejection = try #require(try list(keepingCells: false).report.rejections.first)
    #expect(rejection.words.en == "row 2, column nik: expected a NIK of 16 digits; found 14 digits")
    #expect(rejection.words.id == "baris 2, kolom nik: seharusnya NIK 16 angka; ditemukan 14 angka")
    let missing = ColumnError.missing([[.number, .nik], [.date]], found: ["status"])
    #expect(missing.words.en == "missing columns: no_peserta or nik, tanggal; found: status")
    #expect(missing.words.id == "kolom tidak ada: no_peserta atau nik, tanggal; ditemukan: status")
    #expect(
      ColumnError.repeated(.date, cells: [2, 5]).words.id == "kolom tanggal ada dua kali, di sel 2 dan 5")
  }
}
