/// Text broken at spaces into lines that fit.
enum WrappedText {
  /// The lines; the first after `lead`, the others indented as far. A word wider than the room stands alone on its line, cut with `…`.
  static func lines(_ text: String, width: Int = 80, lead: String = "") -> [String] {
    let indent = String(repeating: " ", count: DisplayWidth.of(lead))
    let room = max(1, width - indent.count)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let fitted = DisplayWidth.truncated(String(word), to: room)
      if line.isEmpty {
        line = fitted
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(fitted) <= room {
        line += " " + fitted
      } else {
        lines.append(line)
        line = fitted
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.enumerated().map { ($0.offset == 0 ? lead : indent) + $0.element }
  }
}
