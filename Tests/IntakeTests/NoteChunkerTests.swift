import Cryptography
import Intake
import Testing
import Vocabulary

@Suite("Grouping drafts into notes")
struct NoteChunkerTests {
  /// A short draft; or a longer one, by four bytes for each three of `padding`.
  private func draft(_ row: Int, _ signers: [String], padding: Int? = nil) throws -> DraftEvent {
    let complaint = try #require(Code("A-\(1000 + row)"))
    let region = try #require(Region("18"))
    var body = EventBody.complaintClosed(ComplaintClosed(complaint: complaint, region: region, outcome: .upheld))
    if let padding {
      body = .complaintReceived(
        ComplaintReceived(
          complaint: complaint, region: region, channel: .phone, category: .other,
          sealed: Sealed(box: [UInt8](repeating: 0, count: 42 + padding), commitment: .zero)))
    }
    let at = try #require(Timestamp("2026-01-15T12:00:00+07:00"))
    let event = Event(id: .make(millisecondsSince1970: 0, random: (0, UInt64(row))), at: at, body: body)
    return DraftEvent(line: try EventLine(writing: event), signers: signers, row: row)
  }

  @Test("A note holds consecutive events of the same signers, in their order")
  func signers() throws {
    let drafts = try [draft(1, ["a"]), draft(2, ["a"]), draft(3, ["a", "b"]), draft(4, ["b", "a"]), draft(5, ["a"])]
    #expect(NoteChunker.chunks(drafts).map { $0.map(\.row) } == [[1, 2], [3], [4], [5]])
  }

  @Test("A note holds at most 256 events")
  func count() throws {
    let drafts = try (1...600).map { try draft($0, ["a"]) }
    let chunks = NoteChunker.chunks(drafts)
    #expect(chunks.map(\.count) == [256, 256, 88])
    #expect(chunks.flatMap { $0.map(\.row) } == Array(1...600))
  }

  @Test("A note stays within the budget, line feeds included; what alone exceeds it stands alone")
  func budget() throws {
    let base = try draft(1, ["a"]).line.bytes.count
    var chunker = NoteChunker(maximumBytes: 3 * (base + 1))
    var chunks: [[Int]] = []
    for draft in try [
      draft(1, ["a"]), draft(2, ["a"]), draft(3, ["a"]), draft(4, ["a"]), draft(5, ["a"], padding: 3 * base), draft(6, ["a"]),
    ] {
      if let chunk = chunker.add(draft) { chunks.append(chunk.map(\.row)) }
    }
    if let chunk = chunker.finish() { chunks.append(chunk.map(\.row)) }
    #expect(chunks == [[1, 2, 3], [4], [5], [6]])
    #expect(chunker.finish() == nil)
  }

  @Test("The standing budget leaves room for every signature line of an entry of 65,535 bytes")
  func standingBudget() throws {
    let signers = (0..<16).map { "k\($0)/" + String(repeating: "x", count: 70) }
    let drafts = try (1...400).map { try draft($0, signers, padding: 600) }
    for chunk in NoteChunker.chunks(drafts) {
      let events = chunk.reduce(0) { $0 + $1.line.bytes.count + 1 }
      let signatures = signers.reduce(0) { $0 + 3 + 1 + $1.utf8.count + 1 + 92 + 1 }
      #expect(events + signatures + 1_000 <= 65_535)
    }
  }
}
