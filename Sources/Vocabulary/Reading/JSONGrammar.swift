/// JSON as SPEC 6 narrows it, whatever the schema: the check of what no schema reads, and of lines that a schema refused.
enum JSONGrammar {
  /// The deepest nesting of objects and arrays.
  static let maximumDepth = 8
  /// 2^53 − 1.
  static let largestInteger = 9_007_199_254_740_991

  /// Checks that the whole line is one value.
  static func checkLine(_ cursor: inout EventCursor) throws(EventError) {
    try skipValue(&cursor, depth: 0)
    guard cursor.position == cursor.end else {
      throw EventError(.endOfLine, found: .trailingBytes(cursor.end - cursor.position), at: cursor.position, category: .malformed)
    }
  }

  /// Moves behind a value inside `depth` objects and arrays.
  static func skipValue(_ cursor: inout EventCursor, depth: Int) throws(EventError) {
    switch cursor.next {
    case UInt8(ascii: "{"): try skipObject(&cursor, depth: depth + 1)
    case UInt8(ascii: "["): try skipArray(&cursor, depth: depth + 1)
    case UInt8(ascii: "\""): try string(&cursor) { _ in }
    case UInt8(ascii: "t") where cursor.take("true"), UInt8(ascii: "f") where cursor.take("false"): break
    case UInt8(ascii: "n") where cursor.take("null"): break
    case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: try integer(&cursor)
    case UInt8(ascii: "t")?, UInt8(ascii: "f")?, UInt8(ascii: "n")?:
      throw EventError(.value, found: .strayByte, at: cursor.position, category: .malformed)
    default: throw malformed(.value, cursor)
    }
  }

  private static func skipObject(_ cursor: inout EventCursor, depth: Int) throws(EventError) {
    try checkDepth(depth, cursor)
    cursor.position += 1
    var names: Set<[UInt8]> = []
    if cursor.take(UInt8(ascii: "}")) { return }
    repeat {
      let offset = cursor.position
      guard cursor.next == UInt8(ascii: "\"") else { throw malformed(.string, cursor) }
      var name: [UInt8] = []
      try string(&cursor) { name.append($0) }
      guard names.insert(name).inserted else {
        throw EventError(.distinctMembers, found: .repeatedMember, at: offset, category: .malformed)
      }
      guard cursor.take(UInt8(ascii: ":")) else { throw malformed(.punctuation(.colon), cursor) }
      try skipValue(&cursor, depth: depth)
    } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "}")) else { throw malformed(.punctuation(.commaOrBrace), cursor) }
  }

  private static func skipArray(_ cursor: inout EventCursor, depth: Int) throws(EventError) {
    try checkDepth(depth, cursor)
    cursor.position += 1
    if cursor.take(UInt8(ascii: "]")) { return }
    repeat { try skipValue(&cursor, depth: depth) } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "]")) else { throw malformed(.punctuation(.commaOrBracket), cursor) }
  }

  private static func checkDepth(_ depth: Int, _ cursor: EventCursor) throws(EventError) {
    guard depth <= maximumDepth else {
      throw EventError(.depth(maximumDepth), found: .deeperNesting, at: cursor.position, category: .malformed)
    }
  }

  /// Moves behind an integer.
  static func integer(_ cursor: inout EventCursor) throws(EventError) {
    let offset = cursor.position
    func refused(_ found: EventError.Found) -> EventError {
      EventError(.plainInteger, found: found, at: offset, category: .malformed)
    }
    let isNegative = cursor.take(UInt8(ascii: "-"))
    let digits = cursor.position
    var value = 0
    while let next = cursor.next, next &- UInt8(ascii: "0") < 10 {
      value = min(largestInteger + 1, value * 10 + Int(next &- UInt8(ascii: "0")))
      cursor.position += 1
    }
    let count = cursor.position - digits
    guard count > 0 else { throw malformed(.value, cursor) }
    let startsWithZero = cursor.byte(at: digits) == UInt8(ascii: "0")
    if startsWithZero, count > 1 { throw refused(.leadingZero) }
    if cursor.next == UInt8(ascii: ".") { throw refused(.fraction) }
    if let next = cursor.next, next | 0x20 == UInt8(ascii: "e") { throw refused(.exponent) }
    if startsWithZero, isNegative { throw refused(.negativeZero) }
    if value > largestInteger { throw refused(.tooLarge) }
  }

  static func malformed(_ expected: EventError.Expected, _ cursor: EventCursor) -> EventError {
    EventError(expected, found: cursor.kindOfNext(), at: cursor.position, category: .malformed)
  }
}
