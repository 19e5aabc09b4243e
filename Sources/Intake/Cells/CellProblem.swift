/// Why a cell cannot be read: what was expected, and what kind of thing was found.
public struct CellProblem: Error, Hashable, Sendable {
  public let expected: CellExpectation
  public let found: CellFinding

  public init(expected: CellExpectation, found: CellFinding) {
    self.expected = expected
    self.found = found
  }
}
