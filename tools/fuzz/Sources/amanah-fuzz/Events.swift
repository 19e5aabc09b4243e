import Cryptography
import Foundation
import TransparencyLog
@testable import Vocabulary

extension Fuzzer {
  /// An event line: SPEC 6.
  static let event = Fuzzer(name: "event", options: ["-max_len=8192"]) { line in
    let event: Event
    do throws(EventError) {
      event = try EventReader.read(line)
    } catch {
      law(error.offset >= 0 && error.offset <= line.count, "an offset outside of the line")
      law(error.description.utf8.count < 400, "an error that may hold the payload")
      return
    }
    checkCanonical(event)
    // Another reader of JSON must understand what ours accepts, and see the same members.
    let other = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    law(other?["type"] as? String == event.type.rawValue, "another type for another reader")
    law(other?["id"] as? String == event.id.description, "another identifier for another reader")
    law(other?["at"] as? String == event.at.description, "another time for another reader")
    // The way for keys in the usual order and the way for any order agree.
    let general = unsafe line.withUnsafeBytes { bytes -> Event? in
      var cursor = unsafe EventCursor(bytes)
      return try? EventEnvelope.read(&cursor)
    }
    law(general == event, "the fast way and the general way differ")
  }

  /// Writing is the inverse of reading, and has one result.
  static func checkCanonical(_ event: Event) {
    guard let written = try? EventWriter.write(event) else { fatalError("an event that was read cannot be written") }
    guard let again = try? EventReader.read(written) else { fatalError("an event that was written cannot be read") }
    law(again == event, "written and read again it is another event")
    law((try? EventWriter.write(again)) == written, "two spellings are canonical")
  }

  /// An author note: SPEC 3.
  static let note = Fuzzer(name: "note", options: ["-max_len=16384"]) { bytes in
    guard let signed = accepted({ try SignedNote(parsing: bytes) }) else {
      law((try? UnverifiedAuthorNote(parsing: bytes)) == nil, "an author note that is no signed note")
      return
    }
    law(signed.signatures.count == signed.layout.signatures.count, "a signature line was lost")
    let rebuilt = accepted { try SignedNote(text: Array(signed.text), signatures: signed.signatures) }
    law(rebuilt?.bytes == bytes, "a signed note has two spellings")
    guard let note = accepted({ try UnverifiedAuthorNote(parsing: bytes) }) else { return }
    law(note.layout == signed.layout, "the layouts differ")
    law(note.textDigest(in: bytes) == SHA256.hash(Array(bytes[note.text])), "the digest is not that of the text")
    let lines = note.events.map { Array(bytes[$0]) }
    guard let events = accepted({ try note.readEvents(in: bytes) }) else {
      law((try? AuthorNote.Draft(header: note.header, lines: lines)) == nil, "a draft of lines that are no events")
      return
    }
    law(events.count == lines.count, "an event was lost")
    let draft = accepted { try AuthorNote.Draft(header: note.header, lines: lines) }
    law(draft?.text == Array(bytes[note.text]), "a note's text has two spellings")
    let signer = Keys.signer("fuzz/author")
    let resigned = draft.flatMap { draft in accepted { try draft.signed(by: signer) } }
    guard let resigned, let reopened = accepted({ try SignedNote(parsing: resigned) }) else { return }
    law((try? reopened.verify(with: [signer.verifier])) == [signer.verifier], "a note does not verify under its own key")
    var damaged = resigned
    damaged[damaged.count / 3] ^= 1
    law((try? SignedNote.open(damaged, verifiers: [signer.verifier])) == nil, "a changed note verifies")
  }

  /// An entry: SPEC 4.
  static let entry = Fuzzer(name: "entry", options: ["-max_len=16384"]) { bytes in
    // An entry may end before its note; then it is the note that is refused.
    guard let parts = accepted({ try UnverifiedEntry(parsing: bytes) }), !parts.note.isEmpty else { return }
    let again = accepted {
      try Entry.encode(
        position: parts.position, recordedAt: parts.recordedAt, previous: parts.previous, note: Array(bytes[parts.note]))
    }
    law(again == bytes, "an entry has two spellings")
    law(RecordedTime(parts.recordedAt.description) == parts.recordedAt, "a time is not the one that it spells")
  }
}
