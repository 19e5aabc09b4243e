/// The columns that a list may have, and those that it must have.
public struct ColumnSet: Sendable {
  /// Each of these must be there.
  public let required: [Column]
  /// At least one of these must be there, unless there are none.
  public let oneOf: [Column]
  /// Each of these may be there.
  public let optional: [Column]

  init(required: [Column], oneOf: [Column] = [], optional: [Column] = []) {
    self.required = required
    self.oneOf = oneOf
    self.optional = optional
  }

  /// All columns that the list knows.
  public var all: [Column] { required + oneOf + optional }
}
