import Cryptography
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

@Suite("Author notes")
struct AuthorNoteTests {
  private let author: SignerKey
  private let witness: SignerKey
  private let header: AuthorNote.Header
  private let events: [Event]

  init() throws {
    author = SignerKey(
      name: try KeyName("lampura/petugas-017"), signingKey: try SigningKey(seed: SecretBytes([UInt8](repeating: 7, count: 32))))
    witness = SignerKey(
      name: try KeyName("lampura/saksi"), signingKey: try SigningKey(seed: SecretBytes([UInt8](repeating: 8, count: 32))))
    header = AuthorNote.Header(
      ledger: "ledger.example/lampura", author: "lampura/petugas-017", sequence: 17, previous: SHA256.hash([1]),
      seen: Head(size: 1204, root: SHA256.hash([2])), signedAt: try #require(Timestamp("2026-04-16T09:12:03+07:00")))
    events = try Vectors.bytes("events/valid.jsonl").split(separator: UInt8(ascii: "\n")).map { try EventReader.read(Array($0)) }
  }

  @Test("A note is exactly the lines of SPEC 3, and its parts are found again")
  func draftsAndParses() throws {
    let draft = try AuthorNote.Draft(header: header, events: Array(events[..<2]))
    let lines = try events[..<2].map { String(decoding: try EventWriter.write($0), as: UTF8.self) }
    let expected = """
      amanah/note/v1
      {"ledger":"ledger.example/lampura","author":"lampura/petugas-017","sequence":17,"previous":"\(SHA256.hash([1]))",\
      "seen":{"size":1204,"root":"\(SHA256.hash([2]))"},"signedAt":"2026-04-16T09:12:03+07:00"}
      \(lines[0])
      \(lines[1])

      """
    #expect(String(decoding: draft.text, as: UTF8.self) == expected)
    let bytes = try draft.signed(by: author, cosigners: [witness])
    let note = try UnverifiedAuthorNote(parsing: bytes)
    #expect(note.header == header)
    #expect(Array(bytes[note.text]) == draft.text)
    #expect(note.textDigest(in: bytes) == draft.textDigest)
    #expect(try note.readEvents(in: bytes) == Array(events[..<2]))
    #expect(try SignedNote(parsing: bytes).verify(with: [author.verifier, witness.verifier]).count == 2)
    #expect(String(decoding: bytes[note.layout.signatures[0].name], as: UTF8.self) == "lampura/petugas-017")
  }

  @Test("Lines that exist already are kept verbatim")
  func keepsLines() throws {
    let line = Array(
      "{\"data\":{\"outcome\":\"upheld\",\"region\":\"18\",\"complaint\":\"A\"},\"at\":\"2026-04-16T09:11:40+07:00\",".utf8)
    let whole = line + Array("\"id\":\"019d81e6-ec40-7b82-a4d4-8fc6f63dd183\",\"type\":\"complaint.closed\"}".utf8)
    let bytes = try AuthorNote.Draft(header: header, lines: [whole]).signed(by: author)
    let note = try UnverifiedAuthorNote(parsing: bytes)
    #expect(Array(bytes[try #require(note.events.first)]) == whole)
    let error = try #require(throws: AuthorNoteError.self) { try AuthorNote.Draft(header: header, lines: [whole, line]) }
    guard case .event(index: 1, let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.category == .malformed)
  }

  @Test("A note holds 1 to 256 events")
  func eventsAreCounted() throws {
    #expect(throws: AuthorNoteError.eventCount(expected: 1...256, found: 0)) { try AuthorNote.Draft(header: header, events: []) }
    let many = [Event](repeating: try #require(events.first), count: 257)
    #expect(throws: AuthorNoteError.eventCount(expected: 1...256, found: 257)) {
      try AuthorNote.Draft(header: header, events: many)
    }
    let full = try AuthorNote.Draft(header: header, events: Array(many[..<256]))
    #expect(try UnverifiedAuthorNote(parsing: full.signed(by: author)).events.count == 256)
    let line = try EventWriter.write(many[0]) + [UInt8(ascii: "\n")]
    #expect(throws: AuthorNoteError.eventCount(expected: 1...256, found: 257)) {
      try UnverifiedAuthorNote(parsing: SignedNote.sign(full.text + line, with: [author]).bytes)
    }
  }

  @Test("A note has 1 to 16 signatures")
  func signaturesAreCounted() throws {
    let draft = try AuthorNote.Draft(header: header, events: Array(events[..<1]))
    let witnesses = [SignerKey](repeating: witness, count: 16)
    #expect(
      try UnverifiedAuthorNote(parsing: draft.signed(by: author, cosigners: Array(witnesses[..<15]))).layout.signatures.count
        == 16)
    #expect(throws: AuthorNoteError.signatureCount(expected: 1...16, found: 17)) {
      try draft.signed(by: author, cosigners: witnesses)
    }
    #expect(throws: AuthorNoteError.signatureCount(expected: 1...16, found: 17)) {
      try UnverifiedAuthorNote(parsing: SignedNote.sign(draft.text, with: [author] + witnesses).bytes)
    }
  }

  @Test("A header that could not be read again is not written")
  func headersAreChecked() throws {
    func refusal(_ change: (inout AuthorNote.Header) -> Void) -> Bool {
      var changed = header
      change(&changed)
      do {
        _ = try AuthorNote.Draft(header: changed, events: Array(events[..<1]))
        return false
      } catch {
        if case .header = error { return true }
        return false
      }
    }
    #expect(!refusal { $0.sequence = 1 })
    #expect(refusal { $0.sequence = 0 })
    #expect(refusal { $0.sequence = 1 << 53 })
    #expect(refusal { $0.ledger = "" })
    #expect(refusal { $0.ledger = "a b" })
    #expect(refusal { $0.author = "a+b" })
    #expect(refusal { $0.author = String(repeating: "a", count: 81) })
    #expect(refusal { $0.seen = Head(size: -1, root: .zero) })
    #expect(!refusal { $0.seen = nil })
  }

  @Test(
    "A header of any other spelling is refused",
    arguments: [
      ("\"sequence\":17", "\"sequence\":017"), ("\"sequence\":17", "\"sequence\":0"), ("\"sequence\":17", "\"sequence\":-1"),
      ("\"sequence\":17", "\"sequence\":17.0"), ("\"sequence\":17", "\"sequence\":\"17\""),
      ("\"sequence\":17", "\"sequence\": 17"),
      ("\"sequence\":17", "\"sequence\":9007199254740992"), ("\"ledger\"", "\"Ledger\""), ("\"ledger\"", "\"\\u006cedger\""),
      ("ledger.example", "ledger.\\u0065xample"), ("ledger.example", "ledger example"), ("\"author\"", "\"writer\""),
      ("petugas-017", "petugas+017"), ("+07:00\"}", "+07:00\"} "), ("+07:00\"}", "+07:00\",\"note\":1}"),
      ("+07:00\"}", "+06:00\"}"),
      ("{\"ledger", " {\"ledger"), ("\"size\":1204", "\"size\":-0"), ("\"seen\":{", "\"seen\":{\"root\":\"\","),
      ("\"seen\"", "\"saw\""),
      ("09:12:03", "24:12:03"), (",\"seen\":{\"size\":1204", ",\"seen\":{"), ("}\n{\"type", "}\n\n{\"type"),
      ("\"sequence\":17,", ""),
    ])
  func otherHeadersAreRefused(part: String, replacement: String) throws {
    let draft = try AuthorNote.Draft(header: header, events: Array(events[..<1]))
    let text = String(decoding: draft.text, as: UTF8.self)
    try #require(text.contains(part))
    let changed = text.replacing(part, with: replacement, maxReplacements: 1)
    let bytes = try SignedNote.sign(Array(changed.utf8), with: [author]).bytes
    do {
      let note = try UnverifiedAuthorNote(parsing: bytes)
      // A blank line after the header belongs to the events: the note is sound, its first event is not.
      #expect(replacement == "}\n\n{\"type")
      #expect(throws: AuthorNoteError.self) { try note.readEvents(in: bytes) }
    } catch {
      guard case .header(_, _, let offset) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(offset >= "amanah/note/v1\n".utf8.count && offset < changed.utf8.count)
    }
  }

  @Test("What is no signed note, or another kind of note, is refused")
  func otherNotesAreRefused() throws {
    let draft = try AuthorNote.Draft(header: header, events: Array(events[..<1]))
    #expect(throws: AuthorNoteError.note(.unterminated)) { try UnverifiedAuthorNote(parsing: Array("x".utf8)) }
    #expect(throws: AuthorNoteError.note(.noSignatures)) { try UnverifiedAuthorNote(parsing: draft.text) }
    for domain in ["amanah/note/v2", "amanah/note/v1 ", "ledger.example/lampura"] {
      let text = Array("\(domain)\n".utf8) + draft.text.dropFirst("amanah/note/v1\n".utf8.count)
      #expect(throws: AuthorNoteError.domain) { try UnverifiedAuthorNote(parsing: SignedNote.sign(text, with: [author]).bytes) }
    }
    let onlyDomain = try SignedNote.sign(Array("amanah/note/v1\n".utf8), with: [author]).bytes
    #expect(throws: AuthorNoteError.self) { try UnverifiedAuthorNote(parsing: onlyDomain) }
    let lines = draft.text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let onlyHeader = Array(lines[..<2].joined(separator: [10])) + [10]
    #expect(throws: AuthorNoteError.eventCount(expected: 1...256, found: 0)) {
      try UnverifiedAuthorNote(parsing: SignedNote.sign(onlyHeader, with: [author]).bytes)
    }
  }

  @Test("Damaged notes never crash the parser, and what still parses keeps its text")
  func damagedNotes() throws {
    var generator = TestSeed.generator("notes")
    let bytes = try AuthorNote.Draft(header: header, events: Array(events[..<3])).signed(by: author, cosigners: [witness])
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<damaged.count, using: &generator)
        if generator.oneIn(2) {
          damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        } else {
          damaged.remove(at: index)
        }
      }
      guard let note = try? UnverifiedAuthorNote(parsing: damaged) else { continue }
      guard let events = try? note.readEvents(in: damaged) else { continue }
      let again = try AuthorNote.Draft(header: note.header, lines: note.events.map { Array(damaged[$0]) })
      #expect(again.text == Array(damaged[note.text]), "seed \(TestSeed.value)")
      #expect(events.count == note.events.count)
    }
  }
}
