import Foundation
import Testing

/// What a command reads: a ledger's database, or published files; never the one in place of the other.
@Suite struct SourceTests {
  /// Changes an amount in the bundles of published files.
  private func forge(_ folder: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder + "/tile/entries")
    let name = try #require(names.first { $0.contains(".p/") })
    let url = URL(fileURLWithPath: "\(folder)/tile/entries/\(name)")
    var bytes = try Data(contentsOf: url)
    let range = try #require(bytes.range(of: Data("\"cash\":190000".utf8)))
    bytes.replaceSubrange(range, with: Data("\"cash\":200000".utf8))
    try bytes.write(to: url)
  }

  @Test("An honest database does not vouch for false files beside it: which is meant must be told", arguments: ["en", "id"])
  func both(language: String) throws {
    let folder = try TinyDistrict.recorded()
    let key = try TinyDistrict.key(in: folder)
    var transcript = Transcript(in: folder)
    let lang = ["--lang", language]
    #expect(try Tool.run(["publish", "ledger", "-L", "ledger"], in: folder).status == 0)
    try forge(folder + "/ledger")
    transcript.note("published files stand beside the database, and are false")
    #expect(try transcript.runAll(["verify", "ledger", "--key", key] + lang).status == 2)
    #expect(try transcript.runAll(["verify", "ledger", "--key", key, "--source", "database"] + lang).status == 0)
    #expect(try transcript.runAll(["verify", "ledger", "--key", key, "--source", "database", "--json"] + lang).status == 0)
    #expect(try transcript.runAll(["verify", "ledger", "--key", key, "--source", "files"] + lang).status == 1)
    #expect(try transcript.runAll(["verify", "ledger", "--key", key, "--source", "files", "--json"] + lang).status == 1)
    #expect(try transcript.runAll(["verify", "ledger/ledger.sqlite"] + lang).status == 0)
    for arguments in [["report"], ["show", "outlet", "EW-1"], ["prove", "3"]] {
      #expect(try transcript.runAll(arguments + ["-L", "ledger"] + lang).status == 2)
    }
    transcript.note("what is asked for is not there")
    #expect(try transcript.runAll(["verify", "ledger/ledger.sqlite", "--source", "files"] + lang).status == 2)
    #expect(try Tool.run(["publish", "terbit", "-L", "ledger"], in: folder).status == 0)
    #expect(try transcript.runAll(["verify", "terbit", "--key", key, "--source", "database"] + lang).status == 4)
    #expect(try transcript.runAll(["verify", "ledger/keys", "--key", key, "--source", "files"] + lang).status == 4)
    try transcript.expect("source.\(language)")
  }

  @Test("Report, history and receipts of published files are those of the ledger")
  func published() throws {
    let folder = try TinyDistrict.recorded()
    #expect(try Tool.run(["publish", "terbit", "-L", "ledger"], in: folder).status == 0)
    let key = try ["--key", TinyDistrict.key(in: folder)]
    func same(_ arguments: [String]) throws {
      let ours = try Tool.run(arguments + ["-L", "ledger"], in: folder)
      #expect(ours.status == 0 && !ours.output.isEmpty, "\(arguments)")
      for place in [["terbit"], ["-L", "terbit"]] {
        let theirs = try Tool.run(arguments + place + key, in: folder)
        #expect(theirs.status == 0 && theirs.output == ours.output, "\(arguments) \(place): \(theirs.errors)")
      }
    }
    for format in ["text", "csv", "json", "html", "findings", "state"] {
      try same(["report", "--as-of", TinyDistrict.asOf, "--format", format])
    }
    for subject in [["recipient", "KCL-002"], ["outlet", "EW-1"], ["event", "8.1"], ["event", "0"]] {
      try same(["show"] + subject)
      try same(["show"] + subject + ["--line"])
      try same(["show"] + subject + ["--json"])
    }
    for position in 0..<9 {
      #expect(try Tool.run(["prove", "\(position)", "-L", "ledger", "-o", "bukti"], in: folder).status == 0)
      #expect(try Tool.run(["prove", "\(position)", "terbit", "-o", "bukti-lain"] + key, in: folder).status == 0)
      for name in ["\(position).tlog-proof", "\(position).entry"] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/bukti/\(name)"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/bukti-lain/\(name)")) == bytes)
      }
      let receipt = ["check", "bukti-lain/\(position).tlog-proof", "--entry", "bukti-lain/\(position).entry"]
      #expect(try Tool.run(receipt + key, in: folder).status == 0)
    }
  }

  @Test("Who gives a key is shown nothing of a changed database, whatever its settings say")
  func changedDatabase() throws {
    let folder = try TinyDistrict.recorded()
    let file = folder + "/ledger/ledger.sqlite"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let amount = try #require(bytes.firstRange(of: Data("190000".utf8)), "the entry with the short amount")
    bytes.replaceSubrange(amount, with: Data("191000".utf8))
    try bytes.write(to: URL(fileURLWithPath: file))
    let key = try ["--key", TinyDistrict.key(in: folder)]
    for command in [["show", "outlet", "EW-1"], ["show", "event", "8.1", "--line"], ["report"]] {
      let outcome = try Tool.run(command + ["-L", "ledger"] + key, in: folder)
      #expect(outcome.status == 1 && outcome.output.isEmpty, "\(command): \(outcome.output)")
      #expect(outcome.errors.contains("FINDING entry.leaf at position 8"), "\(command): \(outcome.errors)")
    }
  }

  @Test("Of published files that are not right nothing is reported or shown, and no receipt is made of a changed entry")
  func publishedForged() throws {
    let folder = try TinyDistrict.recorded()
    #expect(try Tool.run(["publish", "terbit", "-L", "ledger"], in: folder).status == 0)
    let key = try ["--key", TinyDistrict.key(in: folder)]
    var transcript = Transcript(in: folder)
    transcript.note("without the key, and with another log's")
    for arguments in [["report", "terbit"], ["show", "outlet", "EW-1", "terbit"], ["prove", "3", "terbit"]] {
      #expect(try transcript.runAll(arguments).status == 2)
    }
    let other = try TinyDistrict.folder()
    #expect(try Tool.run(TinyDistrict.creation, in: other).status == 0)
    let stranger = try ["--key", TinyDistrict.key(in: other)]
    for arguments in [["report", "terbit"], ["show", "outlet", "EW-1", "terbit"], ["prove", "3", "terbit"]] {
      #expect(try transcript.runAll(arguments + stranger).status == 1)
    }
    transcript.note("an amount is changed in entry 8")
    try forge(folder + "/terbit")
    let show = ["show", "outlet", "EW-1", "terbit"]
    for arguments in [["report", "terbit"], show, show + ["--lang", "id"]] {
      let outcome = try transcript.runAll(arguments + key)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
    }
    #expect(try transcript.runAll(["prove", "8", "terbit", "-o", "bukti"] + key).status == 4)
    #expect(!FileManager.default.fileExists(atPath: folder + "/bukti/8.entry"))
    #expect(try transcript.runAll(["prove", "3", "terbit", "-o", "bukti"] + key).status == 0)
    transcript.note("a tile is gone")
    try FileManager.default.removeItem(atPath: folder + "/terbit/tile/0")
    #expect(try transcript.runAll(["prove", "3", "terbit", "-o", "bukti"] + key).status == 4)
    try transcript.expect("published-forged")
  }

  @Test("A database with its head alone is verified before anything of it is shown")
  func copyWithoutSettings() throws {
    let folder = try TinyDistrict.recorded()
    let key = try ["--key", TinyDistrict.key(in: folder)]
    try FileManager.default.createDirectory(atPath: folder + "/salinan", withIntermediateDirectories: false)
    for name in ["ledger.sqlite", "head"] {
      try FileManager.default.copyItem(atPath: "\(folder)/ledger/\(name)", toPath: "\(folder)/salinan/\(name)")
    }
    for place in ["salinan", "salinan/ledger.sqlite"] {
      for arguments in [["report"], ["show", "outlet", "EW-1"], ["prove", "3", "-o", "bukti"]] {
        let ours = try Tool.run(arguments + ["ledger"], in: folder)
        let theirs = try Tool.run(arguments + [place] + key, in: folder)
        #expect(theirs.status == 0 && theirs.output == ours.output, "\(arguments) \(place): \(theirs.errors)")
        #expect(try Tool.run(arguments + [place], in: folder).status == 4, "amanah.yaml is missing, and no key is given")
      }
    }
  }

  @Test("After an interruption the operator is told how it is finished, and nobody else", arguments: ["en", "id"])
  func interrupted(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let lang = ["--lang", language]
    let attest = ["attest", "--as", "auditor-1", "--as-of", TinyDistrict.asOf, "-L", "ledger", "--passphrase-file", "sandi.txt"]
    // What stands in the way of the new head leaves the ledger as a kill at that moment does: the last entry is stored, and not signed.
    let obstacle = folder + "/ledger/head.amanah-new"
    try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: false)
    #expect(try Tool.run(attest, in: folder).status == 4)
    try FileManager.default.removeItem(atPath: obstacle)
    transcript.note("a recording ended between the database and the head")
    try FileManager.default.createDirectory(atPath: folder + "/salinan", withIntermediateDirectories: false)
    for name in ["ledger.sqlite", "head", "amanah.yaml"] {
      try FileManager.default.copyItem(atPath: "\(folder)/ledger/\(name)", toPath: "\(folder)/salinan/\(name)")
    }
    #expect(try transcript.runAll(["verify", "ledger"] + lang).status == 1)
    #expect(try transcript.runAll(["verify", "ledger", "--json"] + lang).status == 1)
    #expect(try transcript.runAll(["report", "ledger"] + lang).status == 1)
    transcript.note("a copy for an auditor")
    let copy = try transcript.runAll(["verify", "salinan"] + lang)
    #expect(copy.status == 1 && !copy.errors.contains("amanah import"))
    transcript.note("the next recording")
    #expect(try transcript.runAll(attest + lang).status == 0)
    #expect(try transcript.runAll(["verify", "ledger"] + lang).status == 0)
    try transcript.expect("verify-interrupted.\(language)")
  }

  @Test("Of a file that was kept no more is read than a checkpoint may have")
  func giantMemory() throws {
    let folder = try TinyDistrict.recorded()
    #expect(FileManager.default.createFile(atPath: folder + "/raksasa", contents: nil))
    #expect(unsafe truncate(folder + "/raksasa", 1 << 40) == 0)
    for option in ["--remember", "--keep"] {
      let outcome = try Tool.run(["verify", "ledger", option, "raksasa"], in: folder)
      #expect(outcome.status == 4 && outcome.errors.contains("raksasa: "))
    }
  }

  @Test(
    "A spoiled file of --remember is named, and says nothing of the ledger; that of another log is named, too",
    arguments: ["en", "id"])
  func spoiledMemory(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let lang = ["--lang", language]
    #expect(try Tool.run(["verify", "ledger", "--keep", "checkpoint"], in: folder).status == 0)
    let kept = try String(contentsOfFile: folder + "/checkpoint", encoding: .utf8)
    let spoiled = [
      "kosong": "", "nul": String(repeating: "\0", count: kept.utf8.count),
      "windows": kept.replacing("\n", with: "\r\n"), "terpotong": String(kept.prefix(40)),
    ]
    for (name, text) in spoiled.sorted(by: { $0.key < $1.key }) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      let outcome = try transcript.runAll(["verify", "ledger", "--remember", name] + lang)
      #expect(outcome.status == 4 && outcome.output.isEmpty && outcome.errors.contains("\(name): "))
    }
    #expect(try transcript.runAll(["verify", "ledger", "--remember", "nul", "--json"] + lang).status == 4)
    #expect(try transcript.runAll(["verify", "ledger", "--remember", "hak.csv"] + lang).status == 4)
    transcript.note("of a ledger of the same name, and of another")
    #expect(try Tool.run(["init", "lain"] + TinyDistrict.creation.dropFirst(2), in: folder).status == 0)
    #expect(try transcript.runAll(["verify", "ledger", "--remember", "lain/head"] + lang).status == 1)
    let creation = ["init", "baru", "--origin", "bansos.example/baru", "--governor", "g", "--no-passphrase"]
    #expect(try Tool.run(creation, in: folder).status == 0)
    #expect(try transcript.runAll(["verify", "ledger", "--remember", "baru/head"] + lang).status == 1)
    #expect(try transcript.runAll(["verify", "ledger", "--remember", "baru/head", "--json"] + lang).status == 1)
    #expect(try transcript.runAll(["verify", "ledger", "--remember", "checkpoint"] + lang).status == 0)
    try transcript.expect("verify-spoiled.\(language)")
  }
}
