/// Finds the JSON Pointer (RFC 6901) of a place in a line that was read up to there.
///
/// Runs only when there is an error, so that reading keeps no path. Keys that no schema names are left out: the pointer then ends
/// at the object that holds them.
struct PointerLocator {
  private enum Level {
    case object(name: String?)
    case array(index: Int)
  }

  private var levels: [Level] = []
  private var isBehindValue = false
  private var cursor: EventCursor

  /// The pointer of what `error` is about, in the line that the cursor reads.
  static func pointer(of error: EventError, in cursor: EventCursor) -> String {
    var locator = PointerLocator(cursor: cursor)
    locator.cursor.position = 0
    while locator.cursor.position < error.offset, locator.step() {}
    // An unknown member is a fault of the object; a repeated one, of the member that the schema knows.
    return locator.pointer(at: error.offset, namesMember: error.found != .unknownMember)
  }

  private init(cursor: EventCursor) { self.cursor = cursor }

  /// Moves over one token; false where the line cannot be followed.
  private mutating func step() -> Bool {
    guard let next = cursor.next else { return false }
    switch next {
    case UInt8(ascii: "{"): open(.object(name: nil))
    case UInt8(ascii: "["): open(.array(index: 0))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      _ = levels.popLast()
      isBehindValue = true
      cursor.position += 1
    case UInt8(ascii: ","):
      advance()
      cursor.position += 1
    case UInt8(ascii: "\""): return string()
    default:
      if next != UInt8(ascii: ":") { isBehindValue = true }
      cursor.position += 1
    }
    return true
  }

  private mutating func open(_ level: Level) {
    levels.append(level)
    isBehindValue = false
    cursor.position += 1
  }

  private mutating func advance() {
    isBehindValue = false
    switch levels.popLast() {
    case .object: levels.append(.object(name: nil))
    case .array(let index): levels.append(.array(index: index + 1))
    case nil: break
    }
  }

  private mutating func string() -> Bool {
    var content: [UInt8] = []
    guard (try? JSONGrammar.string(&cursor, { content.append($0) })) != nil else { return false }
    if case .object(name: nil) = levels.last {
      levels[levels.count - 1] = .object(name: String(decoding: content, as: UTF8.self))
    } else {
      isBehindValue = true
    }
    return true
  }

  private mutating func pointer(at offset: Int, namesMember: Bool) -> String {
    // At a closing brace the object is meant, not its last member.
    if isBehindValue, cursor.next == UInt8(ascii: "}"), case .object = levels.popLast() { levels.append(.object(name: nil)) }
    if namesMember, case .object(name: nil) = levels.last, cursor.position == offset, cursor.next == UInt8(ascii: "\"") {
      _ = string()
    }
    var pointer = ""
    for level in levels {
      switch level {
      case .array(let index): pointer += "/\(index)"
      case .object(.some(let name)) where PropertyNames.all.contains(name): pointer += "/\(name)"
      case .object: return pointer
      }
    }
    return pointer
  }
}
