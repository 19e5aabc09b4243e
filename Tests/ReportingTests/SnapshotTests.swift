import Language
import Testing

@testable import Compliance
@testable import Reporting

@Suite("Reports of a small judgement")
struct SnapshotTests {
  @Test("The text report reads as committed", arguments: Language.allCases)
  func text(language: Language) throws {
    let report = TextReport(Sample.report(), .init(language: language, violationLimit: nil))
    try Snapshot.expect(report.text, is: "report.\(language.rawValue).txt")
  }

  @Test("An exercise says so at the beginning and the end of the text report")
  func exercise() throws {
    let text = TextReport(Sample.report(isExercise: true), .init(language: .id)).text
    try Snapshot.expect(text, is: "exercise.id.txt")
    let lines = text.split(separator: "\n")
    #expect(lines.first?.contains("LATIHAN") == true)
    #expect(lines.suffix(2).contains { $0.contains("LATIHAN") })
  }

  @Test("The CSV of reasons is as committed, whatever the order of the units")
  func reasons() throws {
    try Snapshot.expect(ReasonsCSV(Sample.report()).text, is: "reasons.csv")
    #expect(ReasonsCSV(Sample.report(units: Sample.units.reversed())).text == ReasonsCSV(Sample.report()).text)
  }

  @Test("The CSV of findings is as committed")
  func findings() throws { try Snapshot.expect(FindingsCSV(Sample.report()).text, is: "findings.csv") }

  @Test("The JSON is as committed")
  func json() throws { try Snapshot.expect(JSONReport(Sample.report()).text, is: "report.json") }

  @Test("The page is as committed", arguments: Language.allCases)
  func html(language: Language) throws {
    try Snapshot.expect(HTMLReport(Sample.report(), .init(language: language)).text, is: "report.\(language.rawValue).html")
  }

  @Test("The history reads as committed", arguments: Language.allCases)
  func history(language: Language) throws {
    try Snapshot.expect(HistorySample.history.text(language), is: "history.\(language.rawValue).txt")
  }

  @Test("The JSON of a history is as committed")
  func historyJSON() throws { try Snapshot.expect(HistorySample.history.json, is: "history.json") }
}
