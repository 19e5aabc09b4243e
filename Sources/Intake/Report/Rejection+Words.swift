public import Language

extension Rejection {
  /// One sentence for a person: where, what was expected, what was found.
  public var words: Bilingual {
    var place = Bilingual(id: "baris \(row)", en: "row \(row)")
    if line != row { place += Bilingual(id: " (baris berkas \(line))", en: " (line \(line))") }
    if let column { place += Bilingual(id: ", kolom \(column.name)", en: ", column \(column.name)") }
    let (expected, found) = (expected.words, found.words)
    return place
      + Bilingual(
        id: ": seharusnya \(expected.id); ditemukan \(found.id)", en: ": expected \(expected.en); found \(found.en)")
  }
}

extension Rejection: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { words.en }
}

extension CellProblem: CustomStringConvertible {
  public var description: String { "expected \(expected.words.en); found \(found.words.en)" }
}

extension ColumnError {
  /// One sentence for a person.
  public var words: Bilingual {
    switch self {
    case .noHeader: Bilingual(id: "berkas kosong: tidak ada baris judul", en: "the file is empty: no row names the columns")
    case .nothingKnown(let cells):
      Bilingual(
        id: "tidak satu pun dari \(cells) sel baris pertama adalah nama kolom: baris pertama harus menamai kolom",
        en: "none of the \(cells) cells of the first row is the name of a column: the first row must name the columns")
    case .missing(let groups, let found):
      Self.missing(groups, found)
    case .repeated(let column, let cells):
      Bilingual(
        id: "kolom \(column.name) ada dua kali, di sel \(cells.map(String.init).joined(separator: " dan "))",
        en: "column \(column.name) stands twice, in cells \(cells.map(String.init).joined(separator: " and "))")
    }
  }

  private static func missing(_ groups: [[Column]], _ found: [String]) -> Bilingual {
    let there = found.joined(separator: ", ")
    func names(_ or: String) -> String { groups.map { $0.map(\.name).joined(separator: or) }.joined(separator: ", ") }
    return Bilingual(
      id: "kolom tidak ada: \(names(" atau ")); ditemukan: \(there)", en: "missing columns: \(names(" or ")); found: \(there)")
  }
}

extension ColumnError: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { words.en }
}

extension CSVError: CustomStringConvertible {
  /// One sentence in English.
  public var description: String { Rejection(self).description }
}
