/// Writes JSON (RFC 8259) with keys in the order given, so that the same report is the same bytes.
///
/// A container is laid out over several lines or, when `inline`, on one; the text gathers in a buffer that `drain` empties,
/// so a long list never has to be in memory at once.
struct JSONWriter {
  private var buffer = ""
  private var depth = 0
  private var isFirst = true
  private var isInline = false
  private var isAfterKey = false

  /// What was written since the last call.
  mutating func drain() -> String {
    defer { buffer.removeAll(keepingCapacity: true) }
    return buffer
  }

  mutating func object(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    open("{", inline: inline) { body(&$0) }
    close("}")
  }

  mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    open("[", inline: inline) { body(&$0) }
    close("]")
  }

  /// Starts the value of a member of the object that is open.
  mutating func key(_ name: String) {
    separate()
    buffer += Self.quoted(name) + (isInline ? ":" : ": ")
    isAfterKey = true
  }

  mutating func value(_ text: String) { scalar(Self.quoted(text)) }
  mutating func value(_ number: Int) { scalar(String(number)) }
  mutating func value(_ flag: Bool) { scalar(flag ? "true" : "false") }
  mutating func null() { scalar("null") }

  mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array(inline: true) { for text in texts { $0.value(text) } }
  }

  /// A line feed after the whole text.
  mutating func end() { buffer += "\n" }

  private var enclosing: [Bool] = []

  private mutating func open(_ bracket: String, inline: Bool, _ body: (inout JSONWriter) -> Void) {
    separate()
    buffer += bracket
    enclosing.append(isInline)
    isInline = isInline || inline
    depth += 1
    isFirst = true
    body(&self)
  }

  private mutating func close(_ bracket: String) {
    depth -= 1
    if !isFirst, !isInline { newLine() }
    buffer += bracket
    isInline = enclosing.removeLast()
    isFirst = false
  }

  private mutating func scalar(_ text: String) {
    separate()
    buffer += text
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { buffer += "," }
    isFirst = false
    if depth > 0, !isInline { newLine() }
  }

  private mutating func newLine() { buffer += "\n" + String(repeating: "  ", count: depth) }

  private static func quoted(_ text: String) -> String {
    // Codes, numbers and most sentences need no escape.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      return "\"" + text + "\""
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
