import Cryptography
import TestSupport
import TransparencyLog
import Testing
import Vocabulary

@Suite("Entries")
struct EntryTests {
  private static let time = RecordedTime("2026-04-16T02:12:03.123Z")
  private static let hash = SHA256.hash(Array("previous".utf8))

  private static func text(
    _ lines: [String] = ["amanah/entry/v1", "17", "2026-04-16T02:12:03.123Z", hash.base64, ""], note: String = "note\n"
  ) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n" + note).utf8)
  }

  @Test("An entry is exactly the lines of SPEC 4, and its parts are found again")
  func encodesAndParses() throws {
    let time = try #require(Self.time)
    let note = Array("note\n".utf8)
    let bytes = try Entry.encode(position: 17, recordedAt: time, previous: Self.hash, note: note)
    #expect(bytes == Self.text())
    let entry = try UnverifiedEntry(parsing: bytes)
    #expect(entry.position == 17)
    #expect(entry.recordedAt == time)
    #expect(entry.previous == Self.hash)
    #expect(Array(bytes[entry.note]) == note)
  }

  @Test("Random entries come back whole")
  func roundTrips() throws {
    var generator = TestSeed.generator("entries")
    for _ in 0..<300 {
      let number = UInt64.random(in: 0...(1 << 53) - 1, using: &generator) >> UInt64.random(in: 0...53, using: &generator)
      let position = Position(number)
      let milliseconds = Int64.random(in: 946_684_800_000..<4_102_444_800_000, using: &generator)
      let time = try #require(RecordedTime(millisecondsSince1970: milliseconds))
      let previous = SHA256.hash((0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) })
      let note = (0..<Int.random(in: 1...500, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let bytes = try Entry.encode(position: position, recordedAt: time, previous: previous, note: note)
      let entry = try UnverifiedEntry(parsing: bytes)
      #expect(
        entry.position == position && entry.recordedAt == time && entry.previous == previous && Array(bytes[entry.note]) == note,
        "seed \(TestSeed.value)")
    }
  }

  @Test(
    "A line that is not as SPEC 4 says is named",
    arguments: [
      (0, "amanah/entry/v2", EntryError.domain), (0, "amanah/entry/v1 ", .domain), (0, "\u{feff}amanah/entry/v1", .domain),
      (0, "amanah/entry/v1\r", .domain), (0, "", .domain),
      (1, "", .position), (1, "017", .position), (1, "-1", .position), (1, "-0", .position), (1, "+1", .position),
      (1, "1.0", .position),
      (1, "1e3", .position), (1, " 1", .position), (1, "1 ", .position), (1, "1\r", .position), (1, "0x1", .position),
      (1, "9007199254740992", .position), (1, "99999999999999999999", .position),
      (2, "", .recordedAt), (2, "2026-04-16T02:12:03Z", .recordedAt), (2, "2026-04-16T02:12:03.123+00:00", .recordedAt),
      (2, "2026-02-30T02:12:03.123Z", .recordedAt), (2, "2026-04-16T02:12:03.123Z ", .recordedAt),
      (3, "", .previous), (3, "AAAA", .previous), (3, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=", .previous),
      (3, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", .previous), (4, " ", .blankLine), (4, "x", .blankLine),
    ])
  func namesTheLine(index: Int, replacement: String, error: EntryError) {
    var lines = ["amanah/entry/v1", "17", "2026-04-16T02:12:03.123Z", Self.hash.base64, ""]
    lines[index] = replacement
    #expect(throws: error) { try UnverifiedEntry(parsing: Self.text(lines)) }
  }

  @Test("Every cut of an entry before its note is refused; an entry that ends there has a note of no bytes")
  func cutsAreRefused() throws {
    let text = Self.text(note: "")
    for count in 0..<text.count {
      #expect(throws: EntryError.self) { try UnverifiedEntry(parsing: Array(text[..<count])) }
    }
    #expect(try UnverifiedEntry(parsing: text).note.isEmpty)
  }

  @Test("An entry has at most 65,535 bytes, in both directions")
  func sizeIsLimited() throws {
    let time = try #require(Self.time)
    let room = 65_535 - Self.text(note: "").count
    let note = [UInt8](repeating: UInt8(ascii: "n"), count: room)
    let largest = try Entry.encode(position: 17, recordedAt: time, previous: Self.hash, note: note)
    #expect(largest.count == 65_535)
    #expect(try UnverifiedEntry(parsing: largest).note.count == room)
    #expect(throws: EntryError.tooLarge(maximum: 65_535, found: 65_536)) {
      try Entry.encode(position: 17, recordedAt: time, previous: Self.hash, note: note + [0])
    }
    #expect(throws: EntryError.tooLarge(maximum: 65_535, found: 65_536)) { try UnverifiedEntry(parsing: largest + [0]) }
    #expect(throws: EntryError.position) {
      try Entry.encode(position: Position(1 << 53), recordedAt: time, previous: .zero, note: note)
    }
  }
}
