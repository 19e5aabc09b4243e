import Foundation
import Intake
import Language
import Testing

@Suite("samples/abung-selatan")
struct SampleListTests {
  /// What a reading of the whole plan found.
  private struct Outcome {
    var rows = 0
    var events = 0
    var alreadyRecorded = 0
    var keys = 0
    /// `file,row,line,column` of each refusal.
    var refusals: [String] = []
    var rejectFiles = ""
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples/abung-selatan")

  private static func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: name))) }

  private static func lines(_ name: String) throws -> [Substring] {
    String(decoding: try bytes(name), as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  private static func follow(_ desk: Desk) throws -> Outcome {
    var outcome = Outcome()
    let (plan, report) = try Plan.read(try bytes("rencana.csv"), session: desk.session)
    #expect(report.rejections.map(\.description) == [])
    for step in plan.steps {
      let file = try bytes(step.file)
      let report: IntakeReport
      switch step.content {
      case .keys:
        let (requests, read) = try KeyList.read(file, session: desk.session)
        outcome.keys += requests.count
        outcome.refusals += read.rejections.map(\.description)
        continue
      case .events:
        let events = EventFileImport(signers: step.signers, session: desk.session)
        desk.ledger.admit(try events.read(file) + events.finish())
        report = events.report
      case .list(let kind):
        let list = ListImport(kind, signers: step.signers, session: desk.session)
        desk.ledger.admit(try list.read(file) + list.finish())
        report = list.report
      }
      desk.session.forget()
      outcome.rows += report.rowsRead
      outcome.events += report.eventsAccepted
      outcome.alreadyRecorded += report.rowsAlreadyRecorded
      outcome.refusals += report.rejections.map { "\(step.file),\($0.row),\($0.line),\($0.column?.name ?? "")" }
      outcome.rejectFiles += String(decoding: RejectFile.bytes(of: report.rejections, .id), as: UTF8.self)
      #expect(report.rowsDuplicated == 0, "\(step.file)")
    }
    return outcome
  }

  @Test("Exactly the rows that are meant to be refused are refused, and reading all again adds nothing")
  func wholePlan() throws {
    let expected = try Self.lines("expected-rejects.csv").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]),\(cells[1]),\(cells[2]),\(cells[4])"
    }
    try #require(expected.count > 10)
    let desk = Desk()
    let first = try Self.follow(desk)
    #expect(first.refusals.sorted() == expected.sorted())
    #expect(first.keys > 10)
    #expect(first.alreadyRecorded == 0)
    #expect(first.events >= first.rows - expected.count)
    let second = try Self.follow(desk)
    #expect(second.events == 0)
    #expect(second.alreadyRecorded == first.rows - expected.count)
    #expect(second.refusals == first.refusals)
  }

  @Test("No reject file holds anything of anybody")
  func rejectFilesHoldNoPersonalData() throws {
    let secrets = try Self.lines("personal-data.txt").filter { $0.utf8.count > 3 }
    try #require(secrets.count > 100)
    let text = try Self.follow(Desk()).rejectFiles
    #expect(secrets.filter { text.contains($0) } == [])
  }
}
