internal import Vocabulary

/// The events of one file with the row that made each.
struct SeenEvents {
  private var rows: [Identifier: Int32] = [:]

  /// The row that made this event before; nil where none did, and then `row` is remembered as the one that does now.
  mutating func firstRow(of identifier: Identifier, orNow row: Int) -> Int? {
    if let first = rows[identifier] { return Int(first) }
    rows[identifier] = Int32(clamping: row)
    return nil
  }
}
