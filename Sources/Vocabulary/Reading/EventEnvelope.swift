/// The members of an event in any order.
enum EventEnvelope {
  private static let memberNames = MemberNames(["type", "id", "at", "data"], required: 0xf)

  /// The event that the whole line is. `data` is read last, since only the type says how.
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Event {
    var seen: UInt64 = 0
    var type = EventType.placeholder
    var id = Identifier.placeholder
    var at = Timestamp.placeholder
    var data = 0
    try cursor.openObject()
    while try cursor.nextMember(isFirst: seen == 0) {
      switch try cursor.member(of: memberNames, seen: &seen) {
      case 0: type = try EventType.read(&cursor)
      case 1: id = try Identifier.read(&cursor)
      case 2: at = try Timestamp.read(&cursor)
      default:
        data = cursor.position
        try JSONGrammar.skipValue(&cursor, depth: 1)
      }
    }
    try cursor.requireMembers(of: memberNames, required: memberNames.required, seen: seen)
    guard cursor.position == cursor.end else {
      throw EventError(.endOfLine, found: .trailingBytes(cursor.end - cursor.position), at: cursor.position, category: .malformed)
    }
    cursor.position = data
    let body = try EventBody.read(type, &cursor)
    return Event(id: id, at: at, body: body)
  }

  /// What is wrong with the type of a well-formed line; nil if there is a schema for it.
  static func typeProblem(_ cursor: inout EventCursor) -> EventError? {
    do throws(EventError) {
      try cursor.openObject()
      var isFirst = true
      while try cursor.nextMember(isFirst: isFirst) {
        isFirst = false
        let isType = try cursor.string({ $0.equals("type") }, orElse: { .string })
        guard cursor.take(UInt8(ascii: ":")) else { return nil }
        guard isType else {
          try JSONGrammar.skipValue(&cursor, depth: 1)
          continue
        }
        let offset = cursor.position
        guard (try? EventType.read(&cursor)) != nil else {
          cursor.position = offset
          return EventError(.eventType, found: cursor.kindOfNext(), at: offset, category: .type)
        }
        return nil
      }
      return EventError(.member("type"), found: .missingMember, at: cursor.position - 1, category: .type)
    } catch {
      return EventError(error.expected, found: error.found, at: error.offset, category: .type)
    }
  }
}
