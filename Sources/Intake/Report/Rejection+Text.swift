extension Rejection {
  /// One sentence for a person: where, what was expected, what was found.
  public func text(_ language: IntakeLanguage) -> String {
    var place = language.pick("baris \(row)", "row \(row)")
    if line != row { place += language.pick(" (baris berkas \(line))", " (line \(line))") }
    if let column { place += language.pick(", kolom \(column.name)", ", column \(column.name)") }
    let expected = expected.text(language)
    let found = found.text(language)
    return place + language.pick(": seharusnya \(expected); ditemukan \(found)", ": expected \(expected); found \(found)")
  }
}

extension Rejection: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { text(.english) }
}

extension CellProblem: CustomStringConvertible {
  public var description: String { "expected \(expected.text(.english)); found \(found.text(.english))" }
}

extension ColumnError {
  /// One sentence for a person.
  public func text(_ language: IntakeLanguage) -> String {
    switch self {
    case .noHeader: language.pick("berkas kosong: tidak ada baris judul", "the file is empty: no row names the columns")
    case .nothingKnown(let cells):
      language.pick(
        "tidak satu pun dari \(cells) sel baris pertama adalah nama kolom: baris pertama harus menamai kolom",
        "none of the \(cells) cells of the first row is the name of a column: the first row must name the columns")
    case .missing(let groups, let found):
      Self.missing(groups, found, language)
    case .repeated(let column, let cells):
      language.pick(
        "kolom \(column.name) ada dua kali, di sel \(cells.map(String.init).joined(separator: " dan "))",
        "column \(column.name) stands twice, in cells \(cells.map(String.init).joined(separator: " and "))")
    }
  }

  private static func missing(_ groups: [[Column]], _ found: [String], _ language: IntakeLanguage) -> String {
    let or = language.pick(" atau ", " or ")
    let names = groups.map { $0.map(\.name).joined(separator: or) }.joined(separator: ", ")
    let there = found.joined(separator: ", ")
    return language.pick("kolom tidak ada: \(names); ditemukan: \(there)", "missing columns: \(names); found: \(there)")
  }
}

extension ColumnError: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { text(.english) }
}

extension CSVError: CustomStringConvertible {
  /// One sentence in English.
  public var description: String { Rejection(self).description }
}
