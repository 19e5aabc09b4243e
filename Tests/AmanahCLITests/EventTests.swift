import Foundation
import Testing

@Suite struct EventTests {
  private static let file = #"""
    {"type":"complaint.closed","id":"019d81e6-ec40-7b82-a4d4-8fc6f63dd183","at":"2026-01-15T12:00:00+07:00","data":{"complaint":"A-1","region":"18.03","outcome":"upheld"}}
    {"type":"complaint.closed","id":"019d81e6-ec40-7b82-a4d4-8fc6f63dd183","at":"2026-02-30T12:00:00+07:00","data":{"complaint":"A-1","region":"18.03","outcome":"upheld"}}
    {"type":"complaint.closed","id":"019d81e6-ec40-7b82-a4d4-8fc6f63dd183","at":"2026-01-15T12:00:00+07:00","data":{"complaint":"A-1","region":"18.03","outcome":"Siti Aminah"}}
    {"type":"complaint.opened","nama":"Siti Aminah"}
    {"type": "complaint.closed"}
    {}

    """#

  @Test("Lines of events are checked without a ledger, each with its place and reason", arguments: ["en", "id"])
  func check(language: String) throws {
    let folder = try TinyDistrict.folder()
    try Data(Self.file.utf8).write(to: URL(fileURLWithPath: folder + "/peristiwa.jsonl"))
    var transcript = Transcript(in: folder)
    #expect(try transcript.run("event", "check", "peristiwa.jsonl", "--lang", language).status == 3)
    #expect(try transcript.run("event", "check", "-", "--json", "--lang", language, input: Self.file).status == 3)
    let right = try #require(Self.file.split(separator: "\n").first)
    #expect(try transcript.run("event", "check", "-", "--lang", language, input: String(right)).status == 0)
    #expect(try transcript.run("event", "check", "-", "--lang", language, input: "").status == 0)
    #expect(try transcript.run("event", "check", "tidak-ada.jsonl", "--lang", language).status == 4)
    #expect(try transcript.run("event", "check", "--lang", language).status == 2)
    try transcript.expect("event.\(language)")
    for datum in TinyDistrict.personal { #expect(!transcript.text.contains(datum), "\(datum)") }
  }
}
