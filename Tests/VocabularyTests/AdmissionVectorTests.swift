import Testing
import Vocabulary

/// `Tests/Vectors/admission`: whole logs, judged here as far as this target reads them.
@Suite("Entries, notes and events of the admission vectors")
struct AdmissionVectorTests {
  struct Case: Decodable {
    struct Expected: Decodable {
      let code: String
      let position: Int?
    }
    let name: String
    let entries: [Encoded]
    let expected: Expected
  }

  /// The codes that reading alone can find.
  private static let codes: Set = ["entry.malformed", "note.malformed", "event.malformed", "event.type", "event.schema"]

  @Test(
    "Reading finds what the vectors say, and nothing before it",
    arguments: ["sound", "entries", "notes", "events", "genesis", "authority", "malleability"])
  func readingAgrees(file: String) throws {
    let cases: [Case] = try Vectors.load("admission/\(file).json")
    #expect(!cases.isEmpty)
    for item in cases {
      let end = item.expected.position ?? item.entries.count
      for (position, entry) in item.entries.enumerated().prefix(min(end, item.entries.count)) {
        #expect(Self.code(entry.bytes) == nil, "\(item.name): position \(position)")
      }
      guard Self.codes.contains(item.expected.code), end < item.entries.count else { continue }
      #expect(Self.code(item.entries[end].bytes) == item.expected.code, "\(item.name)")
    }
  }

  /// The first code that reading an entry gives, or nil.
  private static func code(_ bytes: [UInt8]) -> String? {
    let entry: UnverifiedEntry
    do {
      entry = try UnverifiedEntry(parsing: bytes)
    } catch {
      return "entry.malformed"
    }
    let noteBytes = Array(bytes[entry.note])
    guard let note = try? UnverifiedAuthorNote(parsing: noteBytes) else { return "note.malformed" }
    switch Result(catching: { () throws(AuthorNoteError) in try note.readEvents(in: noteBytes) }) {
    case .success: return nil
    case .failure(.event(_, let error)): return "event.\(error.category)"
    case .failure: return "note.malformed"
    }
  }
}
