/// Which cell of a row holds which column.
public struct ColumnMap: Sendable {
  /// How many cells the header has, and so every row should have.
  public let width: Int
  /// Names of the columns that the list does not know, as the file has them.
  public let unknown: [String]

  // The cell of each column by its raw value, or -1.
  private let cells: [Int]

  /// Reads the header.
  ///
  /// Names are compared without regard to case, spaces, dots, dashes and underscores. Cells without a name are passed over. The first
  /// row of a file without a header holds personal data: an error repeats of it only what is the name of a column in some list, and
  /// tells other cells as `#<cell>`.
  ///
  /// - Throws: ``ColumnError``.
  public init(header: CSVRecord, of columns: ColumnSet) throws(ColumnError) {
    var known: [String: Column] = [:]
    for column in columns.all {
      for name in column.names { known[PlainName.of(name)] = column }
    }
    var cells = [Int](repeating: -1, count: Column.allCases.count)
    var names: [String] = []
    var unknown: [String] = []
    for index in 0..<header.count {
      let cell = Cell(header[index])
      guard !cell.bytes.isEmpty else { continue }
      let name = PlainName.of(cell.bytes)
      names.append(Self.everyName.contains(name) ? cell.text : "#\(index + 1)")
      guard let column = known[name] else {
        unknown.append(Self.shown(cell, at: index))
        continue
      }
      let earlier = cells[Int(column.rawValue)]
      guard earlier < 0 else { throw .repeated(column, cells: [earlier + 1, index + 1]) }
      cells[Int(column.rawValue)] = index
    }
    guard !names.isEmpty else { throw .noHeader }
    guard unknown.count < names.count else { throw .nothingKnown(cells: names.count) }
    self.width = header.count
    self.cells = cells
    self.unknown = unknown
    var missing = columns.required.filter { cells[Int($0.rawValue)] < 0 }.map { [$0] }
    if !columns.oneOf.isEmpty, columns.oneOf.allSatisfy({ cells[Int($0.rawValue)] < 0 }) { missing.append(columns.oneOf) }
    guard missing.isEmpty else { throw .missing(missing, found: names) }
  }

  /// The cell that holds `column`, counted from 0, or nil where the file does not have it.
  public func cell(of column: Column) -> Int? {
    let cell = cells[Int(column.rawValue)]
    return cell < 0 ? nil : cell
  }

  /// The names of all columns of all lists.
  private static let everyName = Set(Column.allCases.flatMap(\.names).map { PlainName.of($0) })

  /// The name of a column that is passed over. A row that names every column that the list must have is a header, so that its other
  /// cells are names, too, which the user needs to see. Those with digits, or as long as an address, are not shown all the same.
  private static func shown(_ cell: Cell, at index: Int) -> String {
    cell.bytes.contains { CellCursor.isDigit($0) } || cell.bytes.count > 40 ? "#\(index + 1)" : cell.text
  }
}
