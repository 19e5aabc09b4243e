import Foundation
import Testing

/// The schemas as the files say them, with a validator that follows JSON Schema 2020-12 word by word.
struct SchemaSet: Sendable {
  let definitions: JSON
  let events: [String: JSON]
  private let expressions: [String: NSRegularExpression]

  static let shared: SchemaSet? = try? SchemaSet()

  private init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Schemas").resolvingSymlinksInPath()
    func load(_ file: URL) throws -> JSON {
      try #require(JSONParser.parse(Array(Data(contentsOf: file)), allowingSpace: true), "\(file.lastPathComponent)")
    }
    definitions = try #require(load(folder.appending(path: "definitions.json"))["$defs"])
    var events: [String: JSON] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "json" && file.lastPathComponent != "definitions.json" {
      events[file.deletingPathExtension().lastPathComponent] = try load(file)
    }
    self.events = events
    var expressions: [String: NSRegularExpression] = [:]
    for definition in definitions.members ?? [] {
      let members = [definition.value] + (definition.value["properties"]?.members ?? []).map(\.value)
      for pattern in members.compactMap({ $0["pattern"]?.string }) {
        // In this engine `$` also matches before a last line feed.
        expressions[pattern] = try NSRegularExpression(pattern: pattern.replacing("$", with: "\\z"))
      }
    }
    self.expressions = expressions
  }

  /// The schema that a reference points to, or the schema itself; with the name of the definition.
  func resolve(_ schema: JSON) throws -> (schema: JSON, name: String?) {
    guard let reference = schema["$ref"]?.string else { return (schema, nil) }
    let name = try #require(reference.split(separator: "/").last.map(String.init))
    return (try #require(definitions[name]), name)
  }

  /// JSON Pointers of the places that the schema refuses; empty if it accepts.
  func faults(_ value: JSON, _ schema: JSON, at pointer: String = "") throws -> Set<String> {
    let schema = try resolve(schema).schema
    var faults: Set<String> = []
    func demand(_ truth: Bool) { if !truth { faults.insert(pointer) } }
    if let type = schema["type"]?.string { demand(Self.isOf(type, value)) }
    if let constant = schema["const"] { demand(constant.means(value)) }
    if let choices = schema["enum"]?.items { demand(choices.contains { $0.means(value) }) }
    if let number = value.integer {
      if let minimum = schema["minimum"]?.integer { demand(number >= minimum) }
      if let maximum = schema["maximum"]?.integer { demand(number <= maximum) }
    }
    if let text = value.string {
      if let minimum = schema["minLength"]?.integer { demand(text.unicodeScalars.count >= minimum) }
      if let maximum = schema["maxLength"]?.integer { demand(text.unicodeScalars.count <= maximum) }
      if let pattern = schema["pattern"]?.string {
        let isMatch = try matches(text, pattern)
        demand(isMatch)
      }
      if schema["format"] != nil { demand(Self.dayExists(text)) }
    }
    if let items = value.items {
      if let minimum = schema["minItems"]?.integer { demand(items.count >= minimum) }
      if let maximum = schema["maxItems"]?.integer { demand(items.count <= maximum) }
      for (index, item) in items.enumerated() {
        let place = "\(pointer)/\(index)"
        if let itemSchema = schema["items"] { faults.formUnion(try self.faults(item, itemSchema, at: place)) }
        if schema["uniqueItems"] == .boolean(true), items[..<index].contains(where: { $0.means(item) }) { faults.insert(place) }
      }
    }
    if let members = value.members {
      for name in schema["required"]?.items ?? [] { demand(value[name.string ?? ""] != nil) }
      for member in members {
        guard let memberSchema = schema["properties"]?[member.name] else {
          demand(schema["additionalProperties"] != .boolean(false))
          continue
        }
        faults.formUnion(try self.faults(member.value, memberSchema, at: "\(pointer)/\(member.name)"))
      }
    }
    return faults
  }

  private static func isOf(_ type: String, _ value: JSON) -> Bool {
    switch value {
    case .object: type == "object"
    case .array: type == "array"
    case .string: type == "string"
    case .integer: type == "integer"
    case .boolean: type == "boolean"
    case .null: type == "null"
    }
  }

  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    let regex = try #require(expressions[pattern])
    let range = NSRange(text.startIndex..., in: text)
    return regex.firstMatch(in: text, range: range)?.range == range
  }

  /// Whether the calendar has the day that a date or a time begins with, counted on the fingers.
  private static func dayExists(_ text: String) -> Bool {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return false }
    let isLeap = parts[0] % 400 == 0 || (parts[0] % 4 == 0 && parts[0] % 100 != 0)
    return (1...[31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][parts[1] - 1]).contains(parts[2])
  }
}
