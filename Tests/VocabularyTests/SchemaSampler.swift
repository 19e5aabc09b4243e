import Cryptography
import TestSupport
import Testing

/// Makes random values that a schema accepts, from the schema alone.
struct SchemaSampler {
  let schemas: SchemaSet
  var generator: SeededGenerator

  private static let codeCharacters = Array("ABCXYZabcxyz0189._/-")
  private static let nameStart = Array("AZaz09")
  private static let textScalars: [Unicode.Scalar] = [
    "a", "Z", "0", " ", "\"", "\\", "/", "é", "\u{301}", "—", "国", "😀", "\u{80}", "\u{feff}", "~",
  ]

  /// An event of this type, members in the schema's order.
  mutating func event(_ type: String) throws -> JSON {
    try value(try #require(schemas.events[type]))
  }

  /// A value that the schema accepts.
  mutating func value(_ reference: JSON) throws -> JSON {
    let (schema, name) = try schemas.resolve(reference)
    if let constant = schema["const"] { return constant }
    if let choices = schema["enum"]?.items { return choices[Int.random(in: 0..<choices.count, using: &generator)] }
    switch schema["type"]?.string {
    case "object": return try object(schema)
    case "array": return try array(schema)
    case "boolean": return .boolean(generator.oneIn(2))
    case "integer": return .integer(try integer(schema))
    case "string": return .string(try string(schema, name: name))
    default: throw JSONParser.Refusal()
    }
  }

  private mutating func object(_ schema: JSON) throws -> JSON {
    let required = (schema["required"]?.items ?? []).compactMap(\.string)
    var members: [JSON.Member] = []
    for property in schema["properties"]?.members ?? [] where required.contains(property.name) || generator.oneIn(2) {
      members.append(JSON.Member(name: property.name, value: try value(property.value)))
    }
    return .object(members)
  }

  private mutating func array(_ schema: JSON) throws -> JSON {
    let minimum = try #require(schema["minItems"]?.integer)
    let maximum = try #require(schema["maxItems"]?.integer)
    let wanted = generator.oneIn(8) ? maximum : Int.random(in: minimum...min(maximum, minimum + 3), using: &generator)
    var items: [JSON] = []
    var attempts = 0
    while items.count < wanted, attempts < 40 * wanted {
      attempts += 1
      let item = try value(try #require(schema["items"]))
      if schema["uniqueItems"] != .boolean(true) || !items.contains(item) { items.append(item) }
    }
    try #require(items.count >= minimum)
    return .array(items)
  }

  private mutating func integer(_ schema: JSON) throws -> Int {
    let minimum = try #require(schema["minimum"]?.integer)
    let maximum = try #require(schema["maximum"]?.integer)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return minimum
    case 1: return maximum
    case 2: return Int.random(in: minimum...maximum, using: &generator)
    default: return Int.random(in: minimum...min(maximum, minimum + 50_000), using: &generator)
    }
  }

  private mutating func string(_ schema: JSON, name: String?) throws -> String {
    switch name {
    case "uuid": return uuid()
    case "code": return named(maximum: 38)
    case "keyName", "origin": return named(maximum: generator.oneIn(4) ? 79 : 20)
    case "region": return region()
    case "date": return "\(generator.oneIn(2) ? 19 : 20)\(day())"
    case "dateTime":
      return "20\(day())T\(two(0...23)):\(two(0...59)):\(two(0...59))+0\(Int.random(in: 7...9, using: &generator)):00"
    case "digest": return base64(32)
    case "tag": return base64(16)
    case "verifierKey": return verifierKey()
    default: break
    }
    let minimum = try #require(schema["minLength"]?.integer)
    let maximum = try #require(schema["maxLength"]?.integer)
    if schema["pattern"]?.string?.contains("{4}") == true {
      return base64(Int.random(in: (minimum / 4 * 3)...min(maximum / 4 * 3, 200), using: &generator))
    }
    let count = generator.oneIn(8) ? maximum : Int.random(in: minimum...min(maximum, minimum + 20), using: &generator)
    var text = ""
    for _ in 0..<count {
      text.unicodeScalars.append(Self.textScalars[Int.random(in: 0..<Self.textScalars.count, using: &generator)])
    }
    return text
  }

  private mutating func two(_ range: ClosedRange<Int>) -> String {
    let number = Int.random(in: range, using: &generator)
    return number < 10 ? "0\(number)" : "\(number)"
  }

  /// Two digits of the year, month and a day that every month has, or 29 February of a leap year.
  private mutating func day() -> String {
    generator.oneIn(10) ? "04-02-29" : "\(two(0...99))-\(two(1...12))-\(two(1...28))"
  }

  private mutating func named(maximum: Int) -> String {
    var text = String(Self.nameStart[Int.random(in: 0..<Self.nameStart.count, using: &generator)])
    for _ in 0..<(generator.oneIn(6) ? maximum : Int.random(in: 0...min(maximum, 12), using: &generator)) {
      text.append(Self.codeCharacters[Int.random(in: 0..<Self.codeCharacters.count, using: &generator)])
    }
    return text
  }

  private mutating func region() -> String {
    let parts = [two(10...99), two(0...99), two(0...99), "\(Int.random(in: 1000...3999, using: &generator))"]
    return parts.prefix(Int.random(in: 1...4, using: &generator)).joined(separator: ".")
  }

  private mutating func hexadecimal(_ count: Int) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<count).map { _ in digits[Int.random(in: 0..<16, using: &generator)] })
  }

  private mutating func uuid() -> String {
    let variant = ["8", "9", "a", "b"][Int.random(in: 0..<4, using: &generator)]
    return "\(hexadecimal(8))-\(hexadecimal(4))-7\(hexadecimal(3))-\(variant)\(hexadecimal(3))-\(hexadecimal(12))"
  }

  private mutating func base64(_ count: Int) -> String {
    Base64.encode((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private mutating func verifierKey() -> String {
    let key = Base64.encode([1] + (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    return "\(named(maximum: 79))+\(hexadecimal(8))+\(key)"
  }
}
