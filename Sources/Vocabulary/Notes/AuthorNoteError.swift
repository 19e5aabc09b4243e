public import TransparencyLog

/// Why bytes are not an author note, or a note cannot be made. Offsets are bytes from the start of the note.
public enum AuthorNoteError: Error, Equatable, Sendable {
  /// It is not a signed note at all.
  case note(NoteError)
  /// Line 1 is not `amanah/note/v1`.
  case domain
  /// Line 2 is not the header: exactly its keys in their order, without white space or escapes.
  case header(expected: EventError.Expected, found: EventError.Found, offset: Int)
  /// Too few or too many events.
  case eventCount(expected: ClosedRange<Int>, found: Int)
  /// Too few or too many signature lines.
  case signatureCount(expected: ClosedRange<Int>, found: Int)
  /// The event at `index` (from 0) is none, or cannot be written.
  case event(index: Int, EventError)
}

extension AuthorNoteError: CustomStringConvertible {
  /// What was expected, found and where, for a person.
  public var description: String {
    switch self {
    case .note(let error): error.description
    case .domain: "line 1 of an author note must be \(AuthorNote.domain)"
    case .header(let expected, let found, let offset):
      "in the header of the note (byte \(offset)): expected \(expected), found \(found)"
    case .eventCount(let expected, let found):
      "an author note holds \(expected.lowerBound) to \(expected.upperBound) events, found \(found)"
    case .signatureCount(let expected, let found):
      "an author note has \(expected.lowerBound) to \(expected.upperBound) signatures, found \(found)"
    case .event(let index, let error): "event \(index): \(error)"
    }
  }
}
