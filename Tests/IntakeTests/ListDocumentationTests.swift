import Foundation
import Intake
import Testing

@Suite("docs/lists.md")
struct ListDocumentationTests {
  /// One row of the table of lists.
  private struct Row {
    var kind = ""
    var aliases: Set<String> = []
    var required: Set<String> = []
    var oneOf: Set<String> = []
    var optional: Set<String> = []
    /// Other names by the name before them.
    var names: [String: Set<String>] = [:]
  }

  private static let page: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "docs/lists.md"), encoding: .utf8)) ?? ""
  }()

  private static func rows() -> [Row] {
    page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      var row = Row()
      let name = cells[0].split(separator: "(")
      row.kind = name[0].filter { $0 != "`" && $0 != " " }
      if name.count > 1 { row.aliases = words(name[1].filter { $0 != ")" }) }
      for part in parts(of: cells[1]) { add(part, to: &row) }
      return row
    }
  }

  /// The columns: what is between commas outside parentheses and brackets.
  private static func parts(of cell: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in cell {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func add(_ part: String, to row: inout Row) {
    let name = String(part.prefix { !"[(".contains($0) }).trimmingCharacters(in: .whitespaces)
    let plain = name.filter { $0 != "*" }
    if let start = part.firstIndex(of: "["), let end = part.firstIndex(of: "]") {
      row.names[plain] = words(String(part[part.index(after: start)..<end]))
    }
    if plain.contains(" or ") {
      let either = plain.components(separatedBy: " or ")
      if name.hasSuffix("*") { row.oneOf.formUnion(either) } else { row.optional.formUnion(either) }
    } else if name.hasSuffix("*") {
      row.required.insert(plain)
    } else {
      row.optional.insert(plain)
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  @Test("Tells every list with its aliases, and no other")
  func lists() {
    let rows = Self.rows()
    #expect(rows.map(\.kind) == ListKind.allCases.map(\.rawValue))
    for row in rows { #expect(row.aliases == Set(ListKind(name: row.kind)?.aliases ?? []), "\(row.kind)") }
  }

  @Test("Tells which columns each list has, and which must be there")
  func columns() throws {
    // Every list may have these two; proposals are told by what registrations have.
    let everywhere: Set = ["petugas", "jam"]
    for row in Self.rows() where row.kind != "proposals" {
      let columns = try #require(ListKind(name: row.kind)).columns
      #expect(row.required == Set(columns.required.map(\.name)), "\(row.kind)")
      #expect(row.oneOf == Set(columns.oneOf.map(\.name)), "\(row.kind)")
      #expect(
        row.optional.subtracting(everywhere) == Set(columns.optional.map(\.name)).subtracting(everywhere), "\(row.kind)")
    }
  }

  @Test("Tells only names that headers may have")
  func names() throws {
    for row in Self.rows() where row.kind != "proposals" {
      let columns = try #require(ListKind(name: row.kind)).columns.all
      for (name, others) in row.names {
        let column = try #require(columns.first { $0.name == name }, "\(row.kind) \(name)")
        #expect(others.isSubset(of: column.names), "\(row.kind) \(name)")
      }
    }
  }
}
