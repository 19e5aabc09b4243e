/// Text made safe to stand between tags and inside quoted attributes of HTML.
enum HTMLEscape {
  /// The text with `&`, `<`, `>`, `"` and `'` as character references and what ``PlainText`` calls unsafe as U+FFFD.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(PlainText.isUnsafe(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}
