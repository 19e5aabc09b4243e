/// The members of an object in the schema's order.
struct MemberNames: Sendable {
  let names: [StaticString]
  /// A bit for each member that must be there, the first the lowest.
  let required: UInt64

  init(_ names: [StaticString], required: UInt64) {
    self.names = names
    self.required = required
  }

  func index(of name: RawText) -> Int? {
    names.firstIndex { name.equals($0) }
  }
}

/// Keys that some schema names. Only these may appear in a JSON Pointer: any other key could be somebody's data.
enum PropertyNames {}
