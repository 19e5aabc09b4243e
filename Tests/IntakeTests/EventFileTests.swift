import Intake
import Testing
import TransparencyLog
import Vocabulary

@Suite("Files of events")
struct EventFileTests {
  private let desk = Desk()

  init() throws { try desk.registerPeople() }

  private func read(_ file: String, partSize: Int = 1 << 16) throws -> (drafts: [DraftEvent], report: IntakeReport) {
    let reader = EventFileImport(signers: ["pembina-1", "lampura/saksi"], session: desk.session)
    let bytes = Array(file.utf8)
    var drafts: [DraftEvent] = []
    for start in stride(from: 0, to: bytes.count, by: partSize) {
      drafts += try reader.read(Array(bytes[start..<min(start + partSize, bytes.count)]))
    }
    drafts += try reader.finish()
    desk.ledger.admit(drafts)
    return (drafts, reader.report)
  }

  private let closed =
    #"{"type":"complaint.closed","at":"2026-01-15T12:00:00+07:00","data":{"complaint":"A-1","region":"18.03","outcome":"upheld"}}"#

  @Test("An identifier that is left out is computed, whatever the order of the keys and the white space")
  func computedIdentifier() throws {
    let other =
      #"{ "data" : { "outcome" : "upheld", "region": "18.03", "complaint": "A-1" }, "at": "2026-01-15T12:00:00+07:00", "type": "complaint.closed" }"#
    let (drafts, report) = try read("\u{FEFF}" + closed + "\r\n\r\n" + other + "\n", partSize: 5)
    try #require(drafts.count == 1)
    #expect(report.rowsRead == 2)
    #expect(report.duplicates.map { [$0.row, $0.firstRow] } == [[3, 1]])
    #expect(drafts[0].signers == ["lampura/pembina-1", "lampura/saksi"])
    #expect(drafts[0].event.id.millisecondsSince1970 == UInt64(drafts[0].event.at.secondsSince1970) * 1000)
    #expect(
      String(decoding: drafts[0].line.bytes, as: UTF8.self)
        == closed.replacing(#","at""#, with: #","id":"\#(drafts[0].event.id)","at""#))
    #expect(try read(closed).report.rowsAlreadyRecorded == 1)
  }

  @Test("Another type, time or datum makes another identifier")
  func changes() throws {
    let lines = [
      closed, closed.replacing("complaint.closed", with: "complaint.answered"), closed.replacing("T12", with: "T13"),
      closed.replacing("A-1", with: "A-2"),
    ]
    #expect(Set(try read(lines.joined(separator: "\n")).drafts.map(\.event.id)).count == 4)
  }

  @Test("An identifier that is told is kept")
  func toldIdentifier() throws {
    let identifier = "019bbff0-0000-7000-8000-0123456789ab"
    let (drafts, _) = try read(closed.replacing("{\"type\"", with: "{\"id\":\"\(identifier)\",\"type\""))
    #expect(drafts.map(\.event.id.description) == [identifier])
  }

  @Test("An identifier of another event is refused, in the ledger and in the file; the same event is known again")
  func identifierOfAnother() throws {
    let told = closed.replacing("{\"type\"", with: "{\"id\":\"019bbff0-0000-7000-8000-0123456789ab\",\"type\"")
    let other = told.replacing("A-1", with: "A-2")
    let (drafts, report) = try read([told, other, told].joined(separator: "\n"))
    #expect(drafts.map(\.row) == [1])
    #expect(report.rejections.map { [$0.row] } == [[2]])
    #expect(report.rejections.map(\.found) == [.identifierOfRow(1)])
    #expect(report.duplicates.map(\.row) == [3])
    #expect(report.rowsRead == 3)
    let position = Position(UInt64(desk.ledger.drafts.count - 1))
    let again = try read([other, told].joined(separator: "\n"))
    #expect(again.drafts.isEmpty)
    #expect(again.report.rejections.map(\.expected) == [.ownIdentifier])
    #expect(again.report.rejections.map(\.found) == [.identifierOfRecorded(position: position, place: 0)])
    #expect(again.report.rowsAlreadyRecorded == 1)
    #expect(again.report.rowsRead == 2)
  }

  @Test("Participant numbers and staff numbers become identifiers")
  func names() throws {
    let (drafts, report) = try read(
      #"{"type":"duplicate.resolved","at":"2026-01-15T12:00:00+07:00","data":{"recipients":["@no_peserta:P-001","@no_peserta:P-002"],"region":"18.03","resolution":"samePerson","keep":"@no_peserta:P-001"}}"#
        + "\n"
        + #"{"type":"conflict.declared","at":"2026-01-15T12:00:00+07:00","data":{"holder":"@pemegang:PTG-00007","outlet":"EW-1","relation":"kin","region":"18.03"}}"#
    )
    #expect(report.rejections.map(\.description) == [])
    try #require(drafts.count == 2)
    guard case .duplicateResolved(let resolved) = drafts[0].event.body, case .conflictDeclared(let tie) = drafts[1].event.body
    else {
      Issue.record("\(drafts)")
      return
    }
    #expect(resolved.recipients == (try ["P-001", "P-002"].map { try desk.recipient($0).identifier }))
    #expect(resolved.keep == (try desk.recipient("P-001").identifier))
    #expect(tie.holder == desk.session.identity.holder(staffNumber: "PTG-00007"))
  }

  @Test("A name in a text stays what it is: only a whole string is replaced")
  func namesInText() throws {
    let (drafts, _) = try read(
      #"{"type":"programme.declared","at":"2026-01-15T12:00:00+07:00","data":{"programme":"S","name":"lihat @no_peserta:P-001 \"{\" , x","kind":"food","region":"18.03"}}"#
    )
    guard case .programmeDeclared(let data) = try #require(drafts.first).event.body else { return }
    #expect(data.name == #"lihat @no_peserta:P-001 "{" , x"#)
  }

  @Test("Lines that are no events are refused by line; the others stand")
  func refusals() throws {
    let (drafts, report) = try read(
      """
      \(closed)
      {"type":"complaint.closed","at":"kemarin","data":{}}
      {"type":"gaji.dibayar","at":"2026-01-15T12:00:00+07:00","data":{}}
      [1,2]
      {"type":"complaint.closed
      \(closed.replacing("A-1", with: "@no_peserta:P-999"))
      \(closed.replacing("A-1", with: "@no_peserta:P 1"))
      \(closed.replacing("A-1", with: "A-9"))
      """)
    #expect(drafts.map(\.row) == [1, 8])
    #expect(report.rowsRejected == 6)
    #expect(report.rejections.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(report.rejections[4].expected == .knownRecipient)
    #expect(report.rejections[4].found == .nobody)
    #expect(report.rejections[5].expected == .code)
    guard case .refusedEvent(let first) = report.rejections[0].found, case .refusedEvent(let second) = report.rejections[1].found
    else {
      Issue.record("\(report.rejections)")
      return
    }
    #expect(first.pointer == "/at")
    #expect(second.category == .type)
    #expect(report.rejections.allSatisfy { !$0.description.contains("kemarin") && !$0.description.contains("P-999") })
  }

  @Test("A line without end is refused before memory fills, and nothing behind it is read")
  func endlessLine() throws {
    let reader = EventFileImport(signers: ["a"], session: desk.session)
    #expect(try reader.read(Array((closed + "\n").utf8)).count == 1)
    for _ in 0..<6 { #expect(try reader.read([UInt8](repeating: 0x20, count: 1 << 18)).isEmpty) }
    #expect(try reader.finish().isEmpty)
    #expect(reader.report.endedEarly)
    #expect(reader.report.rejections.map(\.found) == [.moreBytes])
    #expect(reader.report.rejections.map(\.row) == [2])
  }
}
