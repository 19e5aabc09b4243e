/// How the cells of a column are read, and how what was read enters the identity of an event.
public struct CellFormat<Value: Sendable>: Sendable {
  /// What a cell should hold.
  public let expected: Expectation
  /// One text for each value, however the cell spelled it; holds no control characters.
  let canonical: @Sendable (Value) -> String
  private let parse: @Sendable (Cell) throws(Finding) -> Value

  init(
    _ expected: Expectation, canonical: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (Cell) throws(Finding) -> Value
  ) {
    self.expected = expected
    self.canonical = canonical
    self.parse = parse
  }

  /// The value of `cell`.
  ///
  /// - Throws: ``CellProblem``, also where the cell says that there is no value.
  public func read(_ cell: Cell) throws(CellProblem) -> Value {
    do throws(Finding) {
      if cell.isMissing { throw Finding.missing }
      return try parse(cell)
    } catch {
      throw CellProblem(expected: expected, found: error)
    }
  }
}
