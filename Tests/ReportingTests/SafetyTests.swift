import Cryptography
import Foundation
import Language
import Testing

@testable import Compliance
@testable import Reporting

@Suite("Text from the ledger cannot do harm")
struct SafetyTests {
  private let hostile = "</title><script>alert('1')</script>\" onload=\"x&y\u{1B}[31m\u{202E}"

  private func hostileReport() -> Report {
    var report = Sample.report(isExercise: true)
    report.provenance.title = hostile
    report.provenance.origin = hostile
    report.provenance.verifyCommand = hostile
    report.provenance.checkpoint = hostile
    for key in report.names.outlets.keys { report.names.outlets[key] = hostile }
    for key in report.names.regions.keys { report.names.regions[key] = hostile }
    for key in report.names.programmes.keys { report.names.programmes[key] = hostile }
    return report
  }

  @Test("Markup in titles and names is shown, not obeyed")
  func markup() {
    let html = HTMLReport(hostileReport(), .init(language: .en)).text
    #expect(!html.contains("<script>alert"))
    #expect(!html.contains("\" onload=\""))
    #expect(!html.contains("\u{1B}"))
    #expect(!html.contains("\u{202E}"))
    #expect(html.matches(of: /<script>/).count == 1)
    #expect(html.matches(of: /<\/script>/).count == 1)
    #expect(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;y"))
  }

  @Test("Control characters and marks that turn the direction of text never reach a terminal")
  func terminal() {
    let text = TextReport(hostileReport(), .init(language: .id, violationLimit: nil)).text
    #expect(!text.unicodeScalars.contains { PlainText.isUnsafe($0) && $0 != "\n" })
    var history = HistorySample.history
    history.title = hostile
    history.items[0].author = hostile
    #expect(!history.text(.id).unicodeScalars.contains { PlainText.isUnsafe($0) && $0 != "\n" })
  }

  @Test("The page allows nothing but its own style sheet and script, by their hashes")
  func policy() throws {
    let html = HTMLReport(Sample.report(isExercise: true), .init(language: .id)).text
    for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
      let start = try #require(html.range(of: "<\(tag)>")?.upperBound)
      let end = try #require(html.range(of: "</\(tag)>")?.lowerBound)
      let digest = SHA256.hash(Array(html[start..<end].utf8))
      #expect(html.contains("\(directive) 'sha256-\(digest.base64)'"))
    }
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("style=\""))
  }

  @Test("The page refers to nothing outside itself")
  func selfContained() {
    let html = HTMLReport(Sample.report(), .init(language: .id)).text
    for reference in ["http:", "https:", "src=\"", "@import", "<link", "<img", "<iframe"] {
      #expect(!html.contains(reference))
    }
    let targets = html.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
    #expect(!targets.isEmpty)
    #expect(targets.allSatisfy { $0.hasPrefix("#") && html.contains("id=\"\($0.dropFirst())\"") })
  }

  @Test("Every identifier of the page is used once")
  func identifiers() {
    let html = HTMLReport(Sample.report(), .init(language: .id)).text
    let identifiers = html.matches(of: /[ ]id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test("An exercise says so on the page, at its beginning, its end and on paper; a real ledger does not")
  func exercise() {
    let exercise = HTMLReport(Sample.report(isExercise: true), .init(language: .en)).text
    #expect(exercise.matches(of: /<p class="banner"/).count == 2)
    #expect(exercise.contains("<title>EXERCISE"))
    #expect(exercise.contains("@top-right { content: \"EXERCISE\""))
    #expect(!HTMLReport(Sample.report(), .init(language: .en)).text.contains("EXERCISE"))
  }

  @Test("A field of CSV with a comma, a quote or a line break is quoted, and a formula is defused")
  func csv() {
    #expect(CSVRow.line(["a", "b,c", "d\"e", "f\ng", "", "h\r\ni"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",,\"h\r\ni\"\n")
    #expect(CSVRow.line(["=1+1", "-5", "@x", "-x"]) == "'=1+1,-5,'@x,'-x\n")
  }

  @Test("JSON is read back as what was written")
  func json() throws {
    let object = try JSONSerialization.jsonObject(with: Data(JSONReport(hostileReport()).text.utf8)) as? [String: Any]
    let ledger = object?["ledger"] as? [String: Any]
    #expect(ledger?["title"] as? String == hostile)
    #expect((object?["violations"] as? [Any])?.count == 5)
    let history = try JSONSerialization.jsonObject(with: Data(HistorySample.history.json.utf8)) as? [String: Any]
    #expect((history?["events"] as? [Any])?.count == 4)
  }

  @Test("A history shows no sealed box, digest, tag or identifier")
  func privacy() {
    for language in Language.allCases {
      let text = HistorySample.history.text(language)
      for secret in ["SECRET", "TAG", "AAAA", "BBBB", "019d9433"] { #expect(!text.contains(secret)) }
    }
  }
}
