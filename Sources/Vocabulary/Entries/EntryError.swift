/// Why bytes are not an entry, or an entry cannot be made. Lines count from 1.
public enum EntryError: Error, Hashable, Sendable {
  /// The entry has, or would have, `found` bytes; at most `maximum` are allowed.
  case tooLarge(maximum: Int, found: Int)
  /// Line 1 is not `amanah/entry/v1`.
  case domain
  /// Line 2 is not a decimal number without leading zeros, at most 2^53 − 1.
  case position
  /// Line 3 is not a UTC time with three decimals that exists.
  case recordedAt
  /// Line 4 is not 32 bytes in canonical base64.
  case previous
  /// Line 5 is not blank.
  case blankLine
  /// Nothing follows the blank line: the entry is sound, its note is not (SPEC 7.1 `note.malformed`).
  case emptyNote
}

extension EntryError: CustomStringConvertible {
  /// What was expected, for a person.
  public var description: String {
    switch self {
    case .tooLarge(let maximum, let found): "an entry has at most \(maximum) bytes, found \(found)"
    case .domain: "line 1 of an entry must be \(Entry.domain)"
    case .position: "line 2 of an entry must be its position, a number without leading zeros"
    case .recordedAt: "line 3 of an entry must be an existing time such as 2026-04-16T02:12:03.123Z"
    case .previous: "line 4 of an entry must be the leaf hash of the entry before, 32 bytes in canonical base64"
    case .blankLine: "line 5 of an entry must be blank"
    case .emptyNote: "an entry must hold a note"
    }
  }
}
