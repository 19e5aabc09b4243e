/// Rows of cells in aligned columns that fit a given width.
///
/// When the cells need more room than there is, the widest flexible columns give way first, and what does not fit ends with `…`.
public struct TextTable: Sendable {
  /// How a column is laid out.
  public struct Column: Sendable {
    /// The title above the column; no titles are written when all are empty.
    public var title: String
    /// Numbers read best from the right.
    public var isRightAligned: Bool
    /// Whether the column may be made narrower than its contents.
    public var isFlexible: Bool

    public init(_ title: String = "", isRightAligned: Bool = false, isFlexible: Bool = false) {
      self.title = title
      self.isRightAligned = isRightAligned
      self.isFlexible = isFlexible
    }
  }

  struct Cell: Sendable {
    /// What the cell says, in pieces of their own style.
    let parts: [(text: String, style: TextStyle?)]

    init(_ text: String, _ style: TextStyle? = nil) { parts = [(text, style)] }

    init(parts: [(text: String, style: TextStyle?)]) { self.parts = parts }

    var text: String { parts.map(\.text).joined() }

    /// The text cut to `width`; cut text of several parts takes the style of the first.
    func fitted(to width: Int, colour: Bool) -> (text: String, width: Int) {
      let plain = DisplayWidth.truncated(text, to: width)
      let styled =
        plain == text
        ? parts.map { $0.style?.applied(to: $0.text, colour: colour) ?? $0.text }.joined()
        : parts.first?.style?.applied(to: plain, colour: colour) ?? plain
      return (styled, DisplayWidth.of(plain))
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []

  /// An empty table with these columns, of which there must be at least one.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells are empty and surplus ones are dropped.
  public mutating func append(_ cells: [String]) { append(cells.map { Cell($0) }) }

  mutating func append(_ cells: [Cell]) {
    rows.append((0..<columns.count).map { $0 < cells.count ? cells[$0] : Cell("") })
  }

  /// Whether there is no row.
  public var isEmpty: Bool { rows.isEmpty }

  /// The lines of the table, none wider than `width` unless the columns that may not shrink demand it.
  public func lines(width: Int = 80, indent: Int = 0) -> [String] { lines(width: width, indent: indent, colour: false) }

  func lines(width: Int, indent: Int, colour: Bool) -> [String] {
    let widths = fittedWidths(room: width - indent)
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines.append(margin + line(columns.map { Cell($0.title, .faint) }, widths, colour))
    }
    for row in rows { lines.append(margin + line(row, widths, colour)) }
    return lines
  }

  private static let gap = 2

  private func fittedWidths(room: Int) -> [Int] {
    var widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column].text)) }
    }
    var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - room
    while excess > 0 {
      let flexible = columns.indices.filter { columns[$0].isFlexible && widths[$0] > 4 }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ colour: Bool) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let (styled, width) = cell.fitted(to: max(1, widths[index]), colour: colour)
      let padding = String(repeating: " ", count: max(0, widths[index] - width))
      let isLast = index == cells.count - 1
      if columns[index].isRightAligned { line += padding + styled } else { line += styled + (isLast ? "" : padding) }
      if !isLast { line += String(repeating: " ", count: Self.gap) }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
