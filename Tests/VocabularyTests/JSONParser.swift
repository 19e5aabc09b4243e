/// Parses JSON as SPEC 6 narrows it. Written for the tests from the RFC, slowly and plainly, to check the reader against.
struct JSONParser {
  struct Refusal: Error {}

  private let units: [UInt8]
  private var next = 0
  private let allowsSpace: Bool

  /// The value that the whole of `bytes` spells, or nil.
  static func parse(_ bytes: [UInt8], allowingSpace: Bool = false) -> JSON? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var parser = JSONParser(units: bytes, allowsSpace: allowingSpace)
    guard let value = try? parser.value(depth: 0) else { return nil }
    parser.space()
    return parser.next == bytes.count ? value : nil
  }

  private init(units: [UInt8], allowsSpace: Bool) {
    self.units = units
    self.allowsSpace = allowsSpace
  }

  private var character: Character? { next < units.count ? Character(Unicode.Scalar(units[next])) : nil }

  private mutating func space() {
    while allowsSpace, let character, " \n\t\r".contains(character) { next += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    space()
    guard units[next...].starts(with: text.utf8) else { return false }
    next += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard take(text) else { throw Refusal() }
  }

  private mutating func value(depth: Int) throws -> JSON {
    space()
    switch character {
    case "{": return try object(depth: depth + 1)
    case "[": return try array(depth: depth + 1)
    case "\"": return .string(try string())
    case "t": try expect("true")
    case "f":
      try expect("false")
      return .boolean(false)
    case "n":
      try expect("null")
      return .null
    default: return .integer(try integer())
    }
    return .boolean(true)
  }

  private mutating func object(depth: Int) throws -> JSON {
    try expect("{")
    guard depth <= 8 else { throw Refusal() }
    var members: [JSON.Member] = []
    if take("}") { return .object(members) }
    repeat {
      space()
      let name = try string()
      guard !members.contains(where: { $0.name.unicodeScalars.elementsEqual(name.unicodeScalars) }) else { throw Refusal() }
      try expect(":")
      members.append(JSON.Member(name: name, value: try value(depth: depth)))
    } while take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func array(depth: Int) throws -> JSON {
    try expect("[")
    guard depth <= 8 else { throw Refusal() }
    var items: [JSON] = []
    if take("]") { return .array(items) }
    repeat { items.append(try value(depth: depth)) } while take(",")
    try expect("]")
    return .array(items)
  }

  private mutating func integer() throws -> Int {
    var text = ""
    while let character, "+-0123456789.eE".contains(character) {
      text.append(character)
      next += 1
    }
    guard let value = Int(text), String(value) == text, abs(value) <= (1 << 53) - 1 else { throw Refusal() }
    return value
  }

  private mutating func string() throws -> String {
    guard next < units.count, units[next] == UInt8(ascii: "\"") else { throw Refusal() }
    next += 1
    var utf16: [UInt16] = []
    var plain: [UInt8] = []
    func flush() { utf16 += Array(String(decoding: plain, as: UTF8.self).utf16) }
    while next < units.count {
      let unit = units[next]
      next += 1
      if unit == UInt8(ascii: "\"") {
        flush()
        guard let text = String(validating: utf16, as: UTF16.self) else { throw Refusal() }
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else { throw Refusal() }
        return text
      }
      guard unit == UInt8(ascii: "\\") else {
        plain.append(unit)
        continue
      }
      flush()
      plain = []
      utf16.append(try escape())
    }
    throw Refusal()
  }

  private mutating func escape() throws -> UInt16 {
    guard let character else { throw Refusal() }
    next += 1
    if let index = Array("\"\\/bfnrt").firstIndex(of: character) { return [34, 92, 47, 8, 12, 10, 13, 9][index] }
    guard character == "u", next + 4 <= units.count else { throw Refusal() }
    let digits = String(decoding: units[next..<(next + 4)], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { throw Refusal() }
    next += 4
    return unit
  }
}
