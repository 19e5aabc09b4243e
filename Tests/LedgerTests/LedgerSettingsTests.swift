import Language
import TestSupport
import Testing
import TransparencyLog

@testable import Ledger

@Suite("amanah.yaml")
struct LedgerSettingsTests {
  private let key = SignerKey.generate(name: try! KeyName("bansos.example/x")).verifier

  private func text(_ title: String = "Kecil") throws -> String {
    try LedgerSettings(origin: "bansos.example/x", logKey: key, title: title, zone: 8, language: .id).yaml()
  }

  @Test(
    "What is written is read again, long and strange titles, too",
    arguments: [
      "Kecil", "&a", "*a", "- a: b", "# x", "'", "\"", "{[", "a\u{2028}origin: x", "é & *",
      String(repeating: "judul yang panjang ", count: 15),
    ])
  func roundTrip(title: String) throws {
    #expect(try LedgerSettings(yaml: text(title), path: "x").title == title)
  }

  @Test("Comments, empty lines, Windows line ends and a byte order mark are passed over")
  func liberties() throws {
    let text = "\u{FEFF}" + (try text()).replacing("\n", with: "\r\n") + "\r\n  # comment\r\n"
    #expect(try LedgerSettings(yaml: text, path: "x").zone == 8)
  }

  @Test(
    "Unknown keys, anchors, aliases and whatever is not plain are refused before YAML reads them",
    arguments: [
      "titel: x", "nama: &a x", "  title: x", "\ttitle: x", "- x", "? x", "<<: x", "%YAML 1.1", "---", "\"title\": x",
      "{title: x}",
      "language: &a id", "language: *a", "language: \t&a id", "language: &\u{301} id", "language: !!str id", "language: |\n  id",
      "language: [id]", "language: {a: b}", "language:\n  &a id", "language: id\u{2028}x: &a [b]",
    ])
  func refused(line: String) throws {
    let plain = try text().split(separator: "\n").filter { !$0.hasPrefix("language") }.joined(separator: "\n")
    #expect(try LedgerSettings(yaml: plain, path: "x").language == nil)
    #expect(throws: LedgerError.self) { try LedgerSettings(yaml: line + "\n" + plain, path: "x") }
    #expect(throws: LedgerError.self) { try LedgerSettings(yaml: plain + "\n" + line, path: "x") }
  }

  @Test("The language is one of ours, or none: the file is read all the same")
  func language() throws {
    #expect(try LedgerSettings(yaml: text(), path: "x").language == .id)
    let plain = try text().split(separator: "\n").filter { !$0.hasPrefix("language") }.joined(separator: "\n")
    #expect(try LedgerSettings(yaml: plain + "\nlanguage: en", path: "x").language == .en)
    for other in ["fr", "ID", "id-ID", "''"] {
      #expect(try LedgerSettings(yaml: plain + "\nlanguage: \(other)", path: "x").language == nil, "\(other)")
    }
  }

  @Test("A file that names itself over and over is refused at once, and so is a long one", .timeLimit(.minutes(1)))
  func bomb() throws {
    var bomb = try text() + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      bomb += "a\(level): &a\(level) [" + String(repeating: "*a\(level - 1), ", count: 9) + "*a\(level - 1)]\n"
    }
    #expect(throws: LedgerError.self) { try LedgerSettings(yaml: bomb, path: "x") }
    let long = try text() + String(repeating: "# comment\n", count: 1 << 11)
    #expect(throws: LedgerError.self) { try LedgerSettings(yaml: long, path: "x") }
  }
}
