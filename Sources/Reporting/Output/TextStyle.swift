/// How a piece of text stands out on a terminal that shows colour (ECMA-48 SGR codes).
enum TextStyle: String, Sendable {
  case strong = "1"
  case faint = "2"
  case met = "32"
  case violated = "31"
  case notAssessable = "90"
  case banner = "30;43"

  /// The text between the codes of this style, or the text itself when colour was not asked for.
  func applied(to text: String, colour: Bool) -> String {
    guard colour, !text.isEmpty else { return text }
    return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}
