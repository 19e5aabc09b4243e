/// Text from outside made safe to show: nothing in it can move a cursor, colour a terminal or turn the direction of what follows.
enum PlainText {
  /// Control characters (C0, DEL, C1) and the marks that override the direction of text.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text with U+FFFD in place of each unsafe character.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars { safe.unicodeScalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
    return safe
  }
}
