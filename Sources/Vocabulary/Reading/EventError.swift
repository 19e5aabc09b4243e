/// Why a line is not an event, or why an event cannot be written: what was expected, what was found, and where.
///
/// Names only keys that a schema names. Never holds the payload.
public struct EventError: Error, Hashable, Sendable {
  /// Which of the three refusals of SPEC 7.1 it is.
  public enum Category: String, Hashable, Sendable {
    /// Not JSON as SPEC 6 says: `event.malformed`.
    case malformed
    /// No schema for its type: `event.type`.
    case type
    /// Refused by its schema: `event.schema`.
    case schema
  }

  /// Malformed, of no known type, or refused by the schema.
  public internal(set) var category: Category
  /// JSON Pointer (RFC 6901) to the value at fault; to the object where a member is missing or unknown.
  public internal(set) var pointer: String
  /// Bytes from the start of the line.
  public internal(set) var offset: Int
  /// What would have been right.
  public internal(set) var expected: Expected
  /// What was there instead.
  public internal(set) var found: Found

  init(_ expected: Expected, found: Found, at offset: Int, category: Category = .schema) {
    self.category = category
    self.pointer = ""
    self.offset = offset
    self.expected = expected
    self.found = found
  }
}

extension EventError: CustomStringConvertible {
  /// One sentence for a person, such as `at /data/items/0/quantity (byte 312): expected an integer from 0 to 9, found a fraction`.
  public var description: String {
    "at \(pointer.isEmpty ? "the top" : pointer) (byte \(offset)): expected \(expected), found \(found)"
  }
}
