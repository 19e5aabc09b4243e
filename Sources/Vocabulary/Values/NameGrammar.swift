/// The forms of key names, origins and verifier keys (SPEC 2).
public enum NameGrammar {
  /// The longest name, in characters.
  static let maximumCount = 80

  /// `[A-Za-z0-9][A-Za-z0-9._/-]{0,79}`
  static func isName(_ text: RawText) -> Bool {
    guard text.count > 0, text.count <= maximumCount, CodeAlphabet.isAlphanumeric(text[0]) else { return false }
    return (1..<text.count).allSatisfy { CodeAlphabet.contains(text[$0]) }
  }

  /// Whether `text` is the name of a key or an origin: `[A-Za-z0-9][A-Za-z0-9._/-]{0,79}`.
  public static func isName(_ text: String) -> Bool { RawText.with(text) { isName($0) ? true : nil } == true }

  /// Name, plus, key id of eight hexadecimal digits, plus, 44 characters of base64 that begin with the byte 1.
  static func isVerifierKey(_ text: RawText) -> Bool {
    let keyCount = 44
    let tailCount = 1 + 8 + 1 + keyCount
    let nameCount = text.count - tailCount
    guard nameCount > 0, isName(text.part(0, nameCount)) else { return false }
    let plus = UInt8(ascii: "+")
    let key = nameCount + 10
    guard text[nameCount] == plus, text[nameCount + 9] == plus, Hexadecimal.decode(text.word64(at: nameCount + 1)) != nil,
      text[key] == UInt8(ascii: "A")
    else { return false }
    let second = text[key + 1]
    let hasAlgorithm =
      (UInt8(ascii: "Q")...UInt8(ascii: "Z")).contains(second) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(second)
    return hasAlgorithm && (2..<keyCount).allSatisfy { isBase64(text[key + $0]) }
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    CodeAlphabet.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }
}
