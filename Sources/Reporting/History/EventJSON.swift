/// One JSON value of an event line, read without knowing its schema, so that event types newer than this code can be shown.
///
/// Members keep their order. Only for showing: what counts was read by `Vocabulary` when the note was admitted.
indirect enum EventJSON: Hashable, Sendable {
  case text(String)
  case number(Int64)
  case flag(Bool)
  case null
  case list([EventJSON])
  case object([Member])

  struct Member: Hashable, Sendable {
    let name: String
    let value: EventJSON
  }

  /// The value that the whole text spells, or nil where it is not JSON of integers at most 16 deep.
  init?(_ text: String) {
    var reader = EventJSONReader(Array(text.utf8))
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  /// The first member with this name, if this is an object that has one.
  subscript(name: String) -> EventJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var number: Int64? {
    if case .number(let number) = self { return number }
    return nil
  }
}
