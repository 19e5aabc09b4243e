import TestSupport

/// A JSON value with its members in order: the tests' own model, sharing nothing with the reader.
indirect enum JSON: Equatable, Sendable {
  case object([Member])
  case array([JSON])
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null

  struct Member: Equatable, Sendable {
    var name: String
    var value: JSON
  }

  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }
  var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

  /// Equal as JSON Schema has it: the order of members does not matter, strings by code points.
  func means(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.object(let left), .object(let right)):
      left.count == right.count && left.allSatisfy { member in other[member.name].map(member.value.means) ?? false }
    case (.array(let left), .array(let right)): left.count == right.count && zip(left, right).allSatisfy { $0.means($1) }
    case (.string(let left), .string(let right)): left.unicodeScalars.elementsEqual(right.unicodeScalars)
    default: self == other
    }
  }
}

extension JSON {
  /// How a value is spelled.
  struct Spelling {
    /// Shuffles the members of objects with this generator.
    var shuffles = false
    /// Spells one character in so many as `\uXXXX`; 0 for none.
    var escapeOneIn = 0
  }

  /// The text without white space and with as few escapes as possible.
  var text: String {
    var generator = SeededGenerator(seed: 0)
    return text(Spelling(), &generator)
  }

  func text(_ spelling: Spelling, _ generator: inout SeededGenerator) -> String {
    switch self {
    case .object(let members):
      let ordered = spelling.shuffles ? members.shuffled(using: &generator) : members
      var parts: [String] = []
      for member in ordered {
        parts.append("\(Self.quoted(member.name, spelling, &generator)):\(member.value.text(spelling, &generator))")
      }
      return "{\(parts.joined(separator: ","))}"
    case .array(let items):
      var parts: [String] = []
      for item in items { parts.append(item.text(spelling, &generator)) }
      return "[\(parts.joined(separator: ","))]"
    case .string(let text): return Self.quoted(text, spelling, &generator)
    case .integer(let value): return String(value)
    case .boolean(let value): return value ? "true" : "false"
    case .null: return "null"
    }
  }

  private static func quoted(_ text: String, _ spelling: Spelling, _ generator: inout SeededGenerator) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if spelling.escapeOneIn > 0, generator.oneIn(spelling.escapeOneIn) {
        for unit in String(Character(scalar)).utf16 {
          let digits = String(unit, radix: 16, uppercase: generator.oneIn(2))
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else if scalar == "\"" || scalar == "\\" {
        result += "\\\(scalar)"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
