public import Language

/// The file that tells an officer which rows were refused, as CSV with a byte order mark so that spreadsheets show it well.
///
/// It has a record for each rejection: row, line, column, expected, found. It holds nothing of the rows, unless their cells are given to
/// be mended and brought again; then it holds personal data and must stay on the officer's machine.
public enum RejectFile {
  /// The bytes of the file.
  ///
  /// - Parameter cells: what ``ListImport/rejectedCells`` kept; its columns follow behind those above, under their own names. A cell
  ///   that a spreadsheet would take for a formula gets an apostrophe before it.
  public static func bytes(
    of rejections: [Rejection], _ language: Language, cells: RejectedCells? = nil
  ) -> [UInt8] {
    var writer = CSVWriter(separator: .semicolon, marksByteOrder: true)
    let header = Bilingual(id: "baris;baris_berkas;kolom;seharusnya;ditemukan", en: "row;line;column;expected;found")[language]
    writer.append(header.split(separator: ";").map(String.init) + (cells?.header.map(withoutFormula) ?? []))
    for rejection in rejections {
      let place = [String(rejection.row), String(rejection.line), rejection.column?.name ?? ""]
      let what = [rejection.expected.words[language], rejection.found.words[language]]
      let row = cells?.rows[rejection.row]?.map(withoutFormula) ?? []
      writer.append(place + what + row)
    }
    return writer.bytes
  }

  private static func withoutFormula(_ cell: String) -> String {
    guard let first = cell.utf8.first, cell.utf8.count > 1 else { return cell }
    let starts = Array("=+-@\t\r".utf8)
    return starts.contains(first) ? "'" + cell : cell
  }
}
