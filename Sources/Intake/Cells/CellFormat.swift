/// How the cells of a column are read, and how what was read enters the identity of an event.
public struct CellFormat<Value: Sendable>: Sendable {
  /// What a cell should hold.
  public let expected: CellExpectation
  /// One text for each value, however the cell spelled it; holds no control characters.
  let canonical: @Sendable (Value) -> String
  private let parse: @Sendable (Cell) throws(CellFinding) -> Value

  init(
    _ expected: CellExpectation, canonical: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (Cell) throws(CellFinding) -> Value
  ) {
    self.expected = expected
    self.canonical = canonical
    self.parse = parse
  }

  /// The value of `cell`.
  ///
  /// - Throws: ``CellProblem``, also where the cell says that there is no value.
  public func read(_ cell: Cell) throws(CellProblem) -> Value {
    do throws(CellFinding) {
      if cell.isMissing { throw CellFinding.missing }
      return try parse(cell)
    } catch {
      throw CellProblem(expected: expected, found: error)
    }
  }
}
