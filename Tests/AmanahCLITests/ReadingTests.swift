import Foundation
import Testing

@Suite struct ReadingTests {
  @Test("The report tells verdicts, sums and reasons", arguments: ["en", "id"])
  func text(language: String) throws {
    var transcript = Transcript(in: try TinyDistrict.recorded())
    try transcript.run("report", "-L", "ledger", "--as-of", TinyDistrict.asOf, "--lang", language)
    try transcript.expect("report.\(language)")
  }

  @Test("Every machine-readable format of the report", arguments: ["csv", "findings", "json"])
  func formats(format: String) throws {
    var transcript = Transcript(in: try TinyDistrict.recorded())
    try transcript.run("report", "-L", "ledger", "--as-of", TinyDistrict.asOf, "--format", format)
    try transcript.expect("report.\(format)")
  }

  @Test("The state is written as the lines that its digest is made of")
  func state() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let outcome = try Tool.run(["report", "-L", "ledger", "--as-of", TinyDistrict.asOf, "--format", "state"], in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    // Sorted by identifiers, which are others in every ledger; sorted once more without them.
    let lines = Volatile.hide(outcome.output).split(separator: "\n").sorted()
    transcript.note("the lines of --format state, sorted:\n" + lines.map { "# \($0)" }.joined(separator: "\n"))
    try transcript.expect("report.state")
  }

  @Test("The page is one self-contained file, written as a whole or not at all")
  func page() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let arguments = ["report", "-L", "ledger", "--as-of", TinyDistrict.asOf, "--format", "html"]
    try transcript.runAll(arguments + ["-o", "laporan.html"])
    try transcript.runAll(arguments + ["-o", "tidak/ada.html"])
    try transcript.runAll(arguments + ["-o", "laporan.html", "--regions", "tidak-ada.csv"])
    let page = try String(contentsOfFile: folder + "/laporan.html", encoding: .utf8)
    #expect(page.hasPrefix("<!doctype html>") || page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("Latihan Kecil") && page.contains("KCL-002"))
    #expect(!page.contains("src=\"http") && !page.contains("href=\"http"))
    for datum in TinyDistrict.personal { #expect(!page.contains(datum), "\(datum)") }
    try transcript.expect("report-page")
  }

  @Test("The history of a recipient and of an outlet", arguments: ["en", "id"])
  func show(language: String) throws {
    var transcript = Transcript(in: try TinyDistrict.recorded())
    try transcript.run("show", "recipient", "KCL-002", "-L", "ledger", "--lang", language)
    try transcript.run("show", "outlet", "EW-1", "-L", "ledger", "--lang", language)
    try transcript.run("show", "recipient", "KCL-099", "-L", "ledger", "--lang", language)
    try transcript.run("show", "supplier", "PMS-1", "-L", "ledger", "--lang", language)
    try transcript.run("show", "recipient", "KCL-002", "-L", "tidak-ada", "--lang", language)
    try transcript.expect("show.\(language)")
    for datum in TinyDistrict.personal { #expect(!transcript.text.contains(datum), "\(datum)") }
  }

  @Test("The history as JSON holds every event verbatim")
  func showJSON() throws {
    let outcome = try Tool.run(["show", "recipient", "KCL-002", "-L", "ledger", "--json"], in: try TinyDistrict.recorded())
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect(value is [String: Any] || value is [Any])
    for type in ["recipient.registered", "verification.recorded", "entitlement.granted", "handover.recorded"] {
      #expect(outcome.output.contains(type), "\(type)")
    }
  }
}
