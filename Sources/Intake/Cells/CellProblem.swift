/// Why a cell cannot be read: what was expected, and what kind of thing was found.
public struct CellProblem: Error, Hashable, Sendable {
  public let expected: Expectation
  public let found: Finding

  public init(expected: Expectation, found: Finding) {
    self.expected = expected
    self.found = found
  }
}
