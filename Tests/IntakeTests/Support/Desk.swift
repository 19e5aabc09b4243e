import Intake
import Testing
import Vocabulary

/// An officer's desk: lists go in, and what they made comes out.
struct Desk {
  let ledger = MemoryLedger()
  let vault: TestVault
  let session: IntakeSession

  init(keyByte: UInt8 = 7, offsetHours: Int = 7) {
    vault = TestVault(keyByte: keyByte)
    session = IntakeSession(origin: "lampura", offsetHours: offsetHours, context: ledger, sealer: vault)
  }

  /// Reads `csv` and admits what it makes.
  @discardableResult
  func read(_ kind: ListKind, _ csv: String, as signers: [String] = ["petugas-1"]) throws -> (
    drafts: [DraftEvent], report: IntakeReport
  ) {
    let list = ListImport(kind, signers: signers, session: session)
    let drafts = try list.read(Array(csv.utf8)) + list.finish()
    ledger.admit(drafts)
    session.forget()
    return (drafts, list.report)
  }

  /// The only body that `csv` makes; every row must be accepted.
  func body(_ kind: ListKind, _ csv: String) throws -> EventBody {
    let (drafts, report) = try read(kind, csv)
    #expect(report.rejections.map(\.description) == [])
    try #require(drafts.count == 1)
    return drafts[0].event.body
  }

  /// The refusals of `csv`, without their rows.
  func problems(_ kind: ListKind, _ csv: String) throws -> [Problem] {
    try read(kind, csv).report.rejections.map { Problem($0.column, $0.expected, $0.found) }
  }

  /// Registers three people; the last has no papers.
  func registerPeople() throws {
    let report = try read(.registrations, Self.people).report
    try #require(report.rowsAccepted == 3)
  }

  func recipient(_ number: String) throws -> KnownRecipient {
    try #require(ledger.recipient(number: Code(number)!))
  }

  static let people = """
    no_peserta,nik,no_kk,nama,tanggal_lahir,alamat,telepon,kode_desa,tanggal
    P-001,1803074101550001,1803070101110001,Siti Aminah,01/01/1955,Jl. Melati 3,0812-3456-789,18.03.07.2001,15/11/2025
    P-002,1803070202600002,1803070101110001,Budi,02/02/1960,-,-,18.03.07.2002,15/11/2025
    P-003,-,-,Tanpa Surat,-,-,-,18.03.07.2001,15/11/2025

    """
}

/// A refusal without its place.
struct Problem: Equatable, CustomStringConvertible {
  let column: Column?
  let expected: CellExpectation
  let found: CellFinding

  init(_ column: Column?, _ expected: CellExpectation, _ found: CellFinding) {
    self.column = column
    self.expected = expected
    self.found = found
  }

  var description: String { "\(column?.name ?? "row"): expected \(expected), found \(found)" }
}
