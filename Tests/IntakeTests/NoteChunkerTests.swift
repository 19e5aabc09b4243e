import Intake
import Testing
import Vocabulary

@Suite("Grouping drafts into notes")
struct NoteChunkerTests {
  private func draft(_ row: Int, _ signers: [String], bytes: Int = 100) -> DraftEvent {
    let body = EventBody.complaintClosed(
      ComplaintClosed(complaint: Code("A-\(row)")!, region: Region("18")!, outcome: .upheld))
    let event = Event(
      id: .make(millisecondsSince1970: 0, random: (0, UInt64(row))), at: Timestamp("2026-01-15T12:00:00+07:00")!, body: body)
    return DraftEvent(event: event, line: Array(repeating: 0x78, count: bytes), signers: signers, row: row)
  }

  @Test("A note holds consecutive events of the same signers, in their order")
  func signers() {
    let drafts = [draft(1, ["a"]), draft(2, ["a"]), draft(3, ["a", "b"]), draft(4, ["b", "a"]), draft(5, ["a"])]
    #expect(NoteChunker.chunks(drafts).map { $0.map(\.row) } == [[1, 2], [3], [4], [5]])
  }

  @Test("A note holds at most 256 events")
  func count() {
    let drafts = (1...600).map { draft($0, ["a"], bytes: 10) }
    let chunks = NoteChunker.chunks(drafts)
    #expect(chunks.map(\.count) == [256, 256, 88])
    #expect(chunks.flatMap { $0.map(\.row) } == Array(1...600))
  }

  @Test("A note stays within the budget, line feeds included; what alone exceeds it stands alone")
  func budget() {
    var chunker = NoteChunker(maximumBytes: 303)
    var chunks: [[Int]] = []
    for draft in [
      draft(1, ["a"]), draft(2, ["a"]), draft(3, ["a"]), draft(4, ["a"]), draft(5, ["a"], bytes: 400), draft(6, ["a"]),
    ] {
      if let chunk = chunker.add(draft) { chunks.append(chunk.map(\.row)) }
    }
    if let chunk = chunker.finish() { chunks.append(chunk.map(\.row)) }
    #expect(chunks == [[1, 2, 3], [4], [5], [6]])
    #expect(chunker.finish() == nil)
  }

  @Test("The standing budget leaves room for every signature line of an entry of 65,535 bytes")
  func standingBudget() {
    let signers = (0..<16).map { "k\($0)/" + String(repeating: "x", count: 70) }
    let drafts = (1...400).map { draft($0, signers, bytes: 1000) }
    for chunk in NoteChunker.chunks(drafts) {
      let events = chunk.reduce(0) { $0 + $1.line.count + 1 }
      let signatures = signers.reduce(0) { $0 + 3 + 1 + $1.utf8.count + 1 + 92 + 1 }
      #expect(events + signatures + 1_000 <= 65_535)
    }
  }
}
