/// One reason why a row was refused: where, what was expected, and what kind of thing was found.
///
/// Holds nothing of the content. A row with several problems has several rejections.
public struct Rejection: Hashable, Sendable {
  /// The row of the file, from 1, header and empty rows included, as a spreadsheet numbers them.
  public let row: Int
  /// The line of the file on which the row begins, from 1, as a text editor numbers them.
  public let line: Int
  /// The column, or nil where the row as a whole is at fault.
  public let column: Column?
  public let expected: CellExpectation
  public let found: CellFinding

  public init(row: Int, line: Int, column: Column?, expected: CellExpectation, found: CellFinding) {
    self.row = row
    self.line = line
    self.column = column
    self.expected = expected
    self.found = found
  }

  /// What is wrong with the bytes of a row.
  init(_ error: CSVError) {
    switch error {
    case .workbook: self.init(row: 1, line: 1, column: nil, expected: .csv, found: .workbook)
    case .utf16: self.init(row: 1, line: 1, column: nil, expected: .utf8, found: .utf16)
    case .notUTF8(let row, let line, let column):
      self.init(row: row, line: line, column: nil, expected: .utf8, found: .notUTF8(cell: column))
    case .unclosedQuote(let row, let line):
      self.init(row: row, line: line, column: nil, expected: .closedQuote, found: .openQuote)
    case .textAfterQuote(let row, let line, let column):
      self.init(row: row, line: line, column: nil, expected: .closedQuote, found: .textAfterQuote(cell: column))
    case .cellCount(let row, let line, let expected, let found):
      self.init(row: row, line: line, column: nil, expected: .cells(expected), found: .cells(found))
    case .recordTooLong(let row, let line, let limit):
      self.init(row: row, line: line, column: nil, expected: .recordOf(bytes: limit), found: .moreBytes)
    }
  }
}
