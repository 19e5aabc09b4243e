import Intake
import Testing

@Suite("Naming columns")
struct ColumnMapTests {
  private func map(_ header: String, _ kind: ListKind = .budgets) throws -> ColumnMap {
    var reader = CSVReader()
    reader.append(Array(header.utf8))
    reader.finish()
    var record = CSVRecord()
    try #require(try reader.next(into: &record))
    return try ColumnMap(header: record, of: kind.columns)
  }

  @Test(
    "Case, spaces, dots, dashes, underscores and language make no difference",
    arguments: [
      "program,periode,kode_wilayah,jumlah,tanggal", "PROGRAM,Periode,Kode Wilayah,JUMLAH,Tanggal",
      "Programme;Period;Region;Amount;Date", "pro-gram\tperi.ode\tKODE-WILAYAH\tjum_lah\ttang gal",
    ])
  func spellings(header: String) throws {
    let map = try map(header)
    #expect([Column.programme, .period, .region, .amount, .date].map { map.cell(of: $0) } == [0, 1, 2, 3, 4])
    #expect(map.unknown == [])
  }

  @Test("Missing columns are all named, and so is what was found")
  func missing() {
    #expect(
      throws: ColumnError.missing([[.period], [.amount]], found: ["program", "kode_wilayah", "Tanggal", "#4"])
    ) {
      try map("program,kode_wilayah,Tanggal,Keterangan")
    }
    #expect(throws: ColumnError.missing([[.number, .nik]], found: ["status", "berlaku", "tanggal"])) {
      try map("status,berlaku,tanggal", .statuses)
    }
  }

  @Test("A column that is named twice, even by two names, is refused")
  func repeated() {
    #expect(throws: ColumnError.repeated(.date, cells: [5, 6])) {
      try map("program,periode,kode_wilayah,jumlah,tanggal,Date")
    }
  }

  @Test("Unknown columns are told, unnamed ones passed over")
  func unknown() throws {
    let map = try map("No,program,periode,,kode_wilayah,jumlah,tanggal,Paraf,RT 3")
    #expect(map.unknown == ["No", "Paraf", "#9"])
    #expect(map.cell(of: .date) == 6)
    #expect(map.cell(of: .officer) == nil)
  }

  @Test("A file without a header is refused without repeating anybody's name or number")
  func dataInsteadOfHeader() {
    #expect(throws: ColumnError.nothingKnown(cells: 3)) { try map("P-1,Siti Aminah,1803074101550001") }
    #expect(
      throws: ColumnError.missing([[.programme], [.period], [.amount], [.date]], found: ["#1", "region"])
    ) { try map("1803074101550001,region") }
    // "status" is the name of a column elsewhere; a person, a street and a number with few digits are not.
    #expect(
      throws: ColumnError.missing(
        [[.programme], [.period], [.amount], [.date]], found: ["#1", "#2", "#3", "status", "region"])
    ) { try map("KCL-001,Siti Aminah,Jl. Melati 3,status,region") }
  }

  @Test("Within one list no name means two columns", arguments: ListKind.allCases)
  func namesAreUnambiguous(kind: ListKind) throws {
    var seen: [String: Column] = [:]
    for column in kind.columns.all {
      for name in column.names {
        let plain = name.filter { $0 != "_" }
        #expect(seen.updateValue(column, forKey: plain) == nil, "\(name) in \(kind)")
      }
    }
    #expect(Set(kind.columns.all).count == kind.columns.all.count)
  }

  @Test("Every column has a name")
  func everyColumnHasName() {
    for column in Column.allCases { #expect(!column.names.isEmpty, "\(column)") }
  }

  @Test("Every name and alias of a list finds it, and no two lists share one")
  func listNames() {
    let names = ListKind.allCases.flatMap { kind in ([kind.rawValue] + kind.aliases).map { ($0, kind) } }
    for (name, kind) in names {
      #expect(ListKind(name: name) == kind)
      #expect(ListKind(name: name.uppercased()) == kind)
    }
    #expect(Set(names.map(\.0)).count == names.count)
    #expect(ListKind(name: "gaji") == nil)
  }
}
