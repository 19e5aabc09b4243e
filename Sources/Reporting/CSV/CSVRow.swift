/// One record of RFC 4180 with LF at its end.
enum CSVRow {
  /// The fields joined by commas. A field is quoted when it holds a comma, a quote, CR or LF, or a space at either end.
  ///
  /// Fields are codes, integers and region codes of SPEC 6, none of which can begin with `=`, `+`, `-` or `@`, so a spreadsheet takes
  /// none of them for a formula; one that does all the same is quoted behind an apostrophe.
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+@\t".contains(first) || (first == "-" && Int(text) == nil) { text = "'" + text }
    let needsQuotes =
      text.first == " " || text.last == " "
      || text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 13 || $0 == 10 }
    guard needsQuotes else { return text }
    return "\"" + text.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}
