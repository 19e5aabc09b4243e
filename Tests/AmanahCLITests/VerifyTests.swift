import Foundation
import Testing

@Suite struct VerifyTests {
  /// Changes the first occurrence of `text` in a file, in place; the new text has the same length.
  private func forge(_ path: String, _ text: String, _ other: String) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let range = try #require(bytes.range(of: Data(text.utf8)), "\(path) does not hold \(text)")
    try #require(text.utf8.count == other.utf8.count)
    bytes.replaceSubrange(range, with: Data(other.utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  @Test("A sound ledger verifies; a changed amount is found at its entry", arguments: ["en", "id"])
  func forged(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    #expect(try transcript.run("verify", "ledger", "--lang", language).status == 0)
    #expect(try transcript.run("verify", "ledger", "--json", "--lang", language).status == 0)
    try forge(folder + "/ledger/ledger.sqlite", "\"cash\":190000", "\"cash\":200000")
    transcript.note("an amount in the database is changed")
    #expect(try transcript.run("verify", "ledger", "--lang", language).status == 1)
    #expect(try transcript.run("verify", "ledger", "--json", "--lang", language).status == 1)
    transcript.note("no report is made of it")
    let report = try transcript.run("report", "-L", "ledger", "--lang", language)
    #expect(report.status == 1 && report.output.isEmpty)
    try transcript.expect("verify.\(language)")
  }

  @Test("Verifying changes nothing in the ledger's directory")
  func readsOnly() throws {
    let folder = try TinyDistrict.recorded()
    func files() throws -> [String: Data] {
      var files: [String: Data] = [:]
      for case let name as String in try #require(FileManager.default.enumerator(atPath: folder + "/ledger")) {
        files[name] = FileManager.default.contents(atPath: "\(folder)/ledger/\(name)")
      }
      return files
    }
    let before = try files()
    for arguments in [
      ["verify", "ledger"], ["report", "-L", "ledger"], ["show", "outlet", "EW-1", "-L", "ledger"],
      ["publish", "terbit", "-L", "ledger"],
    ] {
      #expect(try Tool.run(arguments, in: folder).status == 0, "\(arguments)")
      #expect(try files() == before, "\(arguments)")
    }
  }

  @Test("A kept checkpoint recognises that a ledger has grown, was put back, or was signed by another")
  func remembered() throws {
    let folder = try TinyDistrict.recorded()
    try FileManager.default.copyItem(atPath: folder + "/ledger", toPath: folder + "/lama")
    var transcript = Transcript(in: folder)
    try transcript.run("verify", "ledger", "--keep", "checkpoint-lama")
    try transcript.run(
      "attest", "--as", "auditor-1", "--as-of", TinyDistrict.asOf, "-L", "ledger", "--passphrase-file", "sandi.txt")
    #expect(try transcript.run("verify", "ledger", "--remember", "checkpoint-lama", "--keep", "checkpoint-baru").status == 0)
    transcript.note("an older copy of the ledger")
    #expect(try transcript.run("verify", "lama").status == 0)
    #expect(try transcript.run("verify", "lama", "--remember", "checkpoint-baru").status == 1)
    transcript.note("the head is of another time than the database")
    try FileManager.default.removeItem(atPath: folder + "/lama/head")
    try FileManager.default.copyItem(atPath: folder + "/ledger/head", toPath: folder + "/lama/head")
    #expect(try transcript.run("verify", "lama").status == 1)
    let grant = [
      "key", "revoke", "rt-1", "--reason", "retired", "--as", "pembina-1", "-L", "lama", "--passphrase-file", "sandi.txt",
    ]
    #expect(try transcript.runAll(grant).status == 4)
    transcript.note("a checkpoint that is none, and one that is not there")
    #expect(try transcript.run("verify", "ledger", "--remember", "hak.csv").status == 4)
    #expect(try transcript.run("verify", "ledger", "--remember", "tidak-ada").status == 4)
    #expect(try transcript.run("verify", "ledger", "--keep", "tidak/ada").status == 4)
    try transcript.expect("verify-remembered")
  }

  @Test("What --keep would replace is compared first; a newer checkpoint and one of another log stay", arguments: ["en", "id"])
  func kept(language: String) throws {
    let folder = try TinyDistrict.recorded()
    try FileManager.default.copyItem(atPath: folder + "/ledger", toPath: folder + "/lama")
    var transcript = Transcript(in: folder)
    let lang = ["--lang", language]
    #expect(try transcript.runAll(["verify", "ledger", "--keep", "checkpoint"] + lang).status == 0)
    let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/checkpoint"))
    try first.write(to: URL(fileURLWithPath: folder + "/checkpoint-lama"))
    let attest = ["attest", "--as", "auditor-1", "--as-of", TinyDistrict.asOf, "-L", "ledger", "--passphrase-file", "sandi.txt"]
    #expect(try Tool.run(attest, in: folder).status == 0)
    #expect(try transcript.runAll(["verify", "ledger", "--keep", "checkpoint"] + lang).status == 0)
    let second = try Data(contentsOf: URL(fileURLWithPath: folder + "/checkpoint"))
    #expect(first != second)
    transcript.note("an older copy of the ledger, and the older checkpoint is given, too")
    #expect(try transcript.runAll(["verify", "lama", "--keep", "checkpoint"] + lang).status == 1)
    #expect(
      try transcript.runAll(["verify", "lama", "--remember", "checkpoint-lama", "--keep", "checkpoint"] + lang).status == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/checkpoint")) == second)
    transcript.note("files that hold something else")
    #expect(try transcript.runAll(["verify", "ledger", "--keep", "hak.csv"] + lang).status == 4)
    let creation = ["init", "baru", "--origin", "bansos.example/baru", "--governor", "g", "--no-passphrase"]
    #expect(try Tool.run(creation, in: folder).status == 0)
    #expect(try transcript.runAll(["verify", "baru", "--keep", "checkpoint"] + lang).status == 4)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/checkpoint")) == second)
    try transcript.expect("verify-keep.\(language)")
  }

  @Test("Published files verify with the log's key only, and a changed tile is found")
  func published() throws {
    let folder = try TinyDistrict.recorded()
    let key = try TinyDistrict.key(in: folder)
    var transcript = Transcript(in: folder)
    try transcript.run("publish", "terbit", "-L", "ledger")
    try transcript.run("publish", "terbit", "-L", "ledger")
    #expect(try transcript.run("verify", "terbit", "--key", key).status == 0)
    #expect(try transcript.run("verify", "terbit").status == 2)
    transcript.note("with the key of another ledger")
    let other = try TinyDistrict.folder()
    #expect(try Tool.run(TinyDistrict.creation, in: other).status == 0)
    #expect(try transcript.run("verify", "terbit", "--key", try TinyDistrict.key(in: other)).status == 1)
    transcript.note("an entry is changed")
    let bundle = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: folder + "/terbit/tile/entries").first { $0.contains("/") })
    try forge("\(folder)/terbit/tile/entries/\(bundle)", "\"cash\":190000", "\"cash\":200000")
    #expect(try transcript.run("verify", "terbit", "--key", key).status == 1)
    transcript.note("an empty directory, and none")
    #expect(try transcript.run("verify", "ledger/keys").status == 4)
    #expect(try transcript.run("verify", "tidak-ada").status == 4)
    try transcript.expect("published")
  }

  @Test("A copy that went another way is not published over its twin")
  func publishedTwin() throws {
    let folder = try TinyDistrict.recorded()
    try FileManager.default.copyItem(atPath: folder + "/ledger", toPath: folder + "/salinan")
    var transcript = Transcript(in: folder)
    let passphrase = ["--passphrase-file", "sandi.txt"]
    let attest = ["attest", "--as", "auditor-1", "--as-of", TinyDistrict.asOf]
    #expect(try transcript.runAll(attest + ["-L", "ledger"] + passphrase).status == 0)
    #expect(try transcript.run("publish", "terbit", "-L", "ledger").status == 0)
    transcript.note("a copy that was recorded to by itself")
    let revoke = ["key", "revoke", "rt-1", "--reason", "retired", "--as", "pembina-1"]
    #expect(try transcript.runAll(revoke + ["-L", "salinan"] + passphrase).status == 0)
    #expect(try transcript.run("publish", "terbit", "-L", "salinan").status == 4)
    #expect(try transcript.run("publish", "terbit", "-L", "salinan", "--lang", "id").status == 4)
    transcript.note("another ledger of the same name")
    #expect(try Tool.run(["init", "lain"] + TinyDistrict.creation.dropFirst(2), in: folder).status == 0)
    #expect(try transcript.run("publish", "terbit", "-L", "lain").status == 4)
    #expect(try transcript.run("publish", "terbit", "-L", "lain", "--lang", "id").status == 4)
    #expect(try transcript.run("verify", "terbit", "--key", try TinyDistrict.key(in: folder)).status == 0)
    try transcript.expect("published-twin")
  }

  @Test("A receipt proves its entry without the ledger, and nothing else")
  func receipts() throws {
    let folder = try TinyDistrict.recorded()
    let key = try TinyDistrict.key(in: folder)
    var transcript = Transcript(in: folder)
    #expect(try transcript.run("prove", "3", "-L", "ledger", "-o", "bukti").status == 0)
    #expect(try transcript.run("prove", "4", "-L", "ledger", "-o", "bukti", "--lang", "id").status == 0)
    try FileManager.default.removeItem(atPath: folder + "/ledger")
    #expect(try transcript.run("check", "bukti/3.tlog-proof", "--entry", "bukti/3.entry", "--key", key).status == 0)
    #expect(
      try transcript.run("check", "bukti/3.tlog-proof", "--entry", "bukti/3.entry", "--key", key, "--lang", "id").status == 0)
    transcript.note("another entry, a changed one, another key, no receipt, nothing there")
    #expect(try transcript.run("check", "bukti/3.tlog-proof", "--entry", "bukti/4.entry", "--key", key).status == 1)
    try forge(folder + "/bukti/4.entry", "amanah/note/v1", "amanah/note/v2")
    #expect(try transcript.run("check", "bukti/4.tlog-proof", "--entry", "bukti/4.entry", "--key", key).status == 1)
    let other = key.replacing("bansos.example/kecil", with: "bansos.example/lain")
    #expect(try transcript.run("check", "bukti/3.tlog-proof", "--entry", "bukti/3.entry", "--key", other).status == 2)
    #expect(try transcript.run("check", "hak.csv", "--entry", "bukti/3.entry", "--key", key, "--lang", "id").status == 1)
    #expect(try transcript.run("check", "bukti/9.tlog-proof", "--entry", "bukti/3.entry", "--key", key).status == 4)
    try transcript.expect("receipts")
  }
}
