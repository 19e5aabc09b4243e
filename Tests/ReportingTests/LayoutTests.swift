import Foundation
import Language
import Testing

@testable import Compliance
@testable import Reporting

@Suite("The layout of reports")
struct LayoutTests {
  @Test("No line of a text report is wider than 80 columns", arguments: Language.allCases)
  func width(language: Language) {
    for report in [Sample.report(isExercise: true), LargeSample.report(units: 3000)] {
      let text = TextReport(report, .init(language: language, violationLimit: 200)).text
      let wide = text.split(separator: "\n").filter { DisplayWidth.of($0) > 80 }
      #expect(wide.isEmpty)
    }
  }

  @Test("Colour adds codes and changes nothing else")
  func colour() {
    let plain = TextReport(Sample.report(isExercise: true), .init(language: .en)).text
    let coloured = TextReport(Sample.report(isExercise: true), .init(language: .en, usesColour: true)).text
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test("A long history stays within 80 columns", arguments: Language.allCases)
  func history(language: Language) {
    var history = HistorySample.history
    history.title = String(repeating: "kata ", count: 40)
    history.items[0].author = String(repeating: "a", count: 200)
    history.items[1].line = HistorySample.line("event.unheardOf", "{\"code\":\"\(String(repeating: "X", count: 300))\"}")
    #expect(history.text(language).split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test("A large page lists what it was told to, every kind of reason among it, and says what it leaves out")
  func limit() throws {
    let report = LargeSample.report(units: 12_000)
    let all = report.judgement.units.reduce(0) { sum, unit in
      sum + unit.reportedReasons.count { $0.reason.code.outcome == .violated }
    }
    #expect(all > 2000)
    let html = HTMLReport(report, .init(language: .en, violationLimit: 500)).text
    let anchors = html.matches(of: /<tr id="/).count
    #expect(anchors == 500)
    #expect(html.contains("Showing 500 of \(Figures(.en).number(all)); the CSV file has all of them."))
    for reason in ReportTotals(report.judgement).reasons(.violated) {
      #expect(html.contains("<section class=\"group\" id=\"\(reason.code.rawValue)\""))
    }
    #expect(ReasonsCSV(report).text.split(separator: "\n").count { $0.contains(",violated,") } == all)
    if let folder = ProcessInfo.processInfo.environment["AMANAH_KEEP_REPORTS"] {
      for language in Language.allCases {
        let page = HTMLReport(LargeSample.report(units: 2400), .init(language: language, violationLimit: 120)).text
        try page.write(toFile: "\(folder)/large.\(language.rawValue).html", atomically: true, encoding: .utf8)
      }
      let text = TextReport(LargeSample.report(units: 2400), .init(language: .id, usesColour: true)).text
      try text.write(toFile: "\(folder)/large.txt", atomically: true, encoding: .utf8)
    }
  }

  @Test("The text report ends its list of violations where it was told to")
  func textLimit() {
    let text = TextReport(Sample.report(), .init(language: .en, violationLimit: 2)).text
    #expect(text.contains("Showing 2 of 5; the CSV file has all of them."))
    #expect(text.contains("KPM-0002 · SEMBAKO 2026-04"))
    #expect(!text.contains("KPM-0003 · SEMBAKO 2026-04"))
  }

  @Test("A report without units is written all the same", arguments: Language.allCases)
  func empty(language: Language) {
    let report = Sample.report(units: [])
    let none = Words(language)(.headlineNone)
    #expect(TextReport(report, .init(language: language)).text.contains(none))
    #expect(HTMLReport(report, .init(language: language)).text.contains(none))
    #expect(ReasonsCSV(report).text == ReasonsCSV.columns.joined(separator: ",") + "\n")
    #expect(JSONReport(report).text.contains("\"violations\": []"))
  }
}
