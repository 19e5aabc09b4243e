/// What the generated code reads and writes.
protocol EventValue {
  /// Any value: stands in a variable until the member is read.
  static var placeholder: Self { get }

  /// The value at the cursor.
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Self

  /// Appends the canonical JSON.
  func write(to output: inout EventOutput) throws(EventError)
}

/// An enumeration of the schemas.
protocol EventChoice: Choice, EventValue {
  /// The case with these characters.
  static func matching(_ text: RawText) -> Self?
}

extension EventChoice {
  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Self {
    try cursor.string(matching, orElse: { .choice(allCases.map(\.rawValue)) })
  }

  func write(to output: inout EventOutput) {
    output.plainString(rawValue.utf8)
  }
}
