/// Reads one event from one line of strict JSON (SPEC 6).
///
/// Accepts exactly what the event's schema accepts, written without white space, duplicate keys and the rest that SPEC 6 refuses.
/// Law: `write(read(line)) == line` for lines that ``EventWriter`` wrote, and `read(write(event)) == event`.
public enum EventReader {
  /// The event on `line`, which has no line feed at its end.
  ///
  /// - Throws: ``EventError`` with the category that SPEC 7.1 gives priority: malformed before type before schema.
  public static func read(_ line: UnsafeRawBufferPointer) throws(EventError) -> Event {
    var cursor = unsafe EventCursor(line)
    do throws(EventError) {
      return try event(&cursor)
    } catch {
      throw unsafe diagnosis(of: error, line)
    }
  }

  /// The event on `line`, which has no line feed at its end.
  ///
  /// - Throws: ``EventError``.
  public static func read(_ line: [UInt8]) throws(EventError) -> Event {
    try unsafe line.withUnsafeBufferPointer { (line) throws(EventError) in try unsafe read(UnsafeRawBufferPointer(line)) }
  }

  @inline(__always)
  private static func event(_ cursor: inout EventCursor) throws(EventError) -> Event {
    guard cursor.take("{\"type\":") else { return try restart(&cursor) }
    let type = try EventType.read(&cursor)
    guard cursor.take(",\"id\":") else { return try restart(&cursor) }
    let id = try Identifier.read(&cursor)
    guard cursor.take(",\"at\":") else { return try restart(&cursor) }
    let at = try Timestamp.read(&cursor)
    guard cursor.take(",\"data\":") else { return try restart(&cursor) }
    let body = try EventBody.read(type, &cursor)
    guard cursor.take(UInt8(ascii: "}")), cursor.position == cursor.end else { return try restart(&cursor) }
    return Event(id: id, at: at, body: body)
  }

  /// Keys in another order, or an error that the general way tells better.
  @inline(never)
  private static func restart(_ cursor: inout EventCursor) throws(EventError) -> Event {
    cursor.position = 0
    return try EventEnvelope.read(&cursor)
  }

  /// The error that counts: SPEC 7.1 puts malformed lines before unknown types, and these before what a schema refuses.
  @inline(never)
  private static func diagnosis(of error: EventError, _ line: UnsafeRawBufferPointer) -> EventError {
    var diagnosis = error
    var cursor = unsafe EventCursor(line)
    do throws(EventError) {
      try JSONGrammar.checkLine(&cursor)
      cursor.position = 0
      guard cursor.next == UInt8(ascii: "{") else { throw JSONGrammar.malformed(.object, cursor) }
      if let problem = EventEnvelope.typeProblem(&cursor) { diagnosis = problem }
    } catch {
      diagnosis = error
    }
    unsafe diagnosis.pointer = PointerLocator.pointer(of: diagnosis, in: EventCursor(line))
    return diagnosis
  }
}
