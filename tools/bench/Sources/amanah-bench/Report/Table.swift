import Foundation

/// Everything that a run measured, with where and how.
struct Report: Codable {
  let machine: String
  let cores: Int
  let libraries: String
  let seed: UInt64
  /// The machine's load in the last minute, before and after.
  let loadBefore: String
  var loadAfter = ""
  var notes: [String] = []
  var rows: [Row] = []

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Markdown, so that it can be kept as it is.
  func table() -> String {
    let heading = ["events", "what", "measured", "limit", "ratio", "budget", ""]
    let cells = [heading] + rows.map(Self.cells)
    let widths = heading.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let isRight = [true, false, true, false, true, true, false]
    var lines = cells.map { row in
      "| " + row.indices.map { Self.pad(row[$0], widths[$0], right: isRight[$0]) }.joined(separator: " | ") + " |"
    }
    let rule = widths.indices.map { String(repeating: "-", count: max(2, widths[$0] - 1)) + (isRight[$0] ? ":" : "-") }
    lines.insert("| " + rule.joined(separator: " | ") + " |", at: 1)
    let head = [
      "\(machine), \(cores) cores; \(libraries)", "seed \(seed); load before \(loadBefore), after \(loadAfter)",
    ]
    return (head + notes + [""] + lines).joined(separator: "\n")
  }

  private static func cells(_ row: Row) -> [String] {
    let limit = row.limit.map { "\(row.limitName) \(Figure.short($0))" } ?? ""
    return [
      row.events.map { Figure.grouped($0) } ?? "", row.what, "\(Figure.short(row.measured)) \(row.unit)", limit,
      row.ratio.map { String(format: "%.2f", $0) } ?? "", row.budget.description,
      row.isMet.map { $0 ? "met" : "SHORT" } ?? "",
    ]
  }

  private static func pad(_ text: String, _ width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }
}
