import TestSupport

/// Changes a JSON value so that a schema will probably refuse it.
struct JSONMutator {
  var generator: SeededGenerator

  /// The value with one change somewhere.
  mutating func mutate(_ value: JSON) -> JSON {
    switch value {
    case .object(var members) where !members.isEmpty && !generator.oneIn(12):
      let index = Int.random(in: 0..<members.count, using: &generator)
      // Most members of an event lie in `data`: go there more often than chance would.
      let target = members.firstIndex { $0.name == "data" && !generator.oneIn(6) } ?? index
      switch Int.random(in: 0..<12, using: &generator) {
      case 0 where members[target].name != "data": members.remove(at: target)
      case 1: members.insert(JSON.Member(name: "note", value: .string("x")), at: target)
      default: members[target].value = mutate(members[target].value)
      }
      return .object(members)
    case .array(var items) where !items.isEmpty && !generator.oneIn(6):
      let index = Int.random(in: 0..<items.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: items.remove(at: index)
      case 1: items.append(items[index])
      case 2: items += Array(repeating: items[index], count: 300)
      default: items[index] = mutate(items[index])
      }
      return .array(items)
    case .string(let text) where !generator.oneIn(5): return .string(mutate(text))
    case .integer(let number) where !generator.oneIn(5):
      let numbers = [-1, 0, number + 1, number - 1, -number, (1 << 53) - 1, 1 - (1 << 53), 100_001, 36_501]
      return .integer(max(1 - (1 << 53), min((1 << 53) - 1, numbers[Int.random(in: 0..<numbers.count, using: &generator)])))
    default: return other()
    }
  }

  /// A value that probably has the wrong type.
  private mutating func other() -> JSON {
    let values: [JSON] = [
      .null, .boolean(true), .boolean(false), .integer(1), .integer(-7), .string(""), .string("x"), .array([]), .object([]),
      .array([.array([]), .null]), .object([JSON.Member(name: "kind", value: .string("photo"))]),
    ]
    return values[Int.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func mutate(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let likely = Array("AaZz09+/=-_.:T \"\\é😀g".unicodeScalars)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: return ""
    case 1: return text + text
    case 2: return text.uppercased()
    case 3: return String(repeating: text.isEmpty ? "A" : text, count: 301)
    default: break
    }
    let index = scalars.isEmpty ? 0 : Int.random(in: 0..<scalars.count, using: &generator)
    let scalar = likely[Int.random(in: 0..<likely.count, using: &generator)]
    if scalars.isEmpty || generator.oneIn(3) {
      scalars.insert(scalar, at: index)
    } else if generator.oneIn(2) {
      scalars[index] = scalar
    } else {
      scalars.remove(at: index)
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }
}
