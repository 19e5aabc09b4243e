import TransparencyLog
import Cryptography
import Vocabulary

// Short spellings of values. A wrong one is a mistake of the test, so it stops it.

func code(_ text: String) -> Code { Code(text)! }
func date(_ text: String) -> CalendarDate { CalendarDate(text)! }
/// A local time at +07:00, without offset.
func time(_ text: String) -> Timestamp { Timestamp(text + "+07:00")! }
let village = Region("18.03.07.2001")!
let regency = Region("18.03")!

/// The identifier of the person with this number.
func person(_ number: Int) -> Identifier { Identifier.make(millisecondsSince1970: 1_000_000, random: (0, UInt64(number))) }

/// A tag of its own for each number.
func tag(_ number: Int) -> Tag { Tag(bytes: (0..<16).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })! }

/// An entry with these events, recorded at so many milliseconds since 1970 UTC.
func recorded(at position: Int, _ milliseconds: Int64, by signers: [String], _ events: [Event]) -> RecordedEntry {
  RecordedEntry(
    position: Position(UInt64(position)), recordedAt: RecordedTime(millisecondsSince1970: milliseconds)!, signers: signers,
    events: events)
}

extension Line {
  /// The entry that the line is at a position.
  func entry(at position: Int) -> RecordedEntry { recorded(at: position, recordedAt, by: signers, [event]) }
}
