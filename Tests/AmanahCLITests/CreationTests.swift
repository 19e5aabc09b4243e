import Foundation
import Testing

@Suite struct CreationTests {
  @Test("A ledger is created once", arguments: ["en", "id"])
  func once(language: String) throws {
    let folder = try TinyDistrict.folder()
    var transcript = Transcript(in: folder)
    let arguments = TinyDistrict.creation + ["--lang", language]
    #expect(try transcript.runAll(arguments).status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/ledger").sorted()
    #expect(files == ["amanah.yaml", "head", "keys", "ledger.sqlite", "lock", "vault.sqlite"])
    let before = try contents(folder + "/ledger")
    #expect(try transcript.runAll(arguments).status == 4)
    #expect(try contents(folder + "/ledger") == before)
    try transcript.run("verify", "ledger", "--lang", language)
    try transcript.expect("init.\(language)")
  }

  @Test("Keys and the vault are readable for their owner only")
  func permissions() throws {
    let folder = try TinyDistrict.recorded()
    let keys = folder + "/ledger/keys"
    func mode(_ path: String) throws -> Int? { try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int }
    #expect(try mode(keys) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: keys) {
      #expect(try mode("\(keys)/\(name)") == 0o600, "\(name)")
    }
    #expect(try mode(folder + "/ledger/vault.sqlite") == 0o600)
  }

  @Test("Without the right passphrase nothing is opened and nothing is created")
  func passphrases() throws {
    let folder = try TinyDistrict.recorded()
    let before = try contents(folder + "/ledger")
    var transcript = Transcript(in: folder)
    transcript.note("a wrong one, none, and a file that is not there")
    try transcript.run("import", "handovers", "salur.csv", "-L", "ledger", "--passphrase-file", "sandi-salah.txt")
    try transcript.run("import", "handovers", "salur.csv", "-L", "ledger")
    try transcript.run("import", "handovers", "salur.csv", "-L", "ledger", "--passphrase-file", "tidak-ada.txt")
    try transcript.run("key", "list", "-L", "ledger", environment: ["AMANAH_PASSPHRASE": "bukan itu"])
    try transcript.run("key", "list", "-L", "ledger", environment: ["AMANAH_PASSPHRASE": "kata sandi latihan"])
    try transcript.run("key", "list", "-L", "ledger", "--keyring", "tidak-ada", "--passphrase-file", "sandi.txt")
    transcript.note("a ledger whose keys have none")
    try transcript.run("init", "terbuka", "--origin", "bansos.example/terbuka", "--governor", "g", "--no-passphrase")
    try transcript.run("key", "list", "-L", "terbuka", "--no-passphrase")
    try transcript.expect("passphrases")
    #expect(try contents(folder + "/ledger") == before)
  }

  @Test("What no ledger can begin with is a usage error, and nothing is made", arguments: ["en", "id"])
  func impossibleOpenings(language: String) throws {
    let folder = try TinyDistrict.folder()
    var transcript = Transcript(in: folder)
    let long = String(repeating: "a", count: 61)
    let governors = (1...17).flatMap { ["--governor", "g-\($0)"] }
    let title = String(repeating: "judul ", count: 51)
    let lines: [[String]] = [
      ["--governor", ""], ["--governor", "="], ["--governor", "=P-001"], ["--governor", "g="], ["--governor", "g h"],
      ["--governor", TinyDistrict.origin], ["--governor", "g=P-001", "--governor", "bansos.example/kecil/g=P-002"],
      ["--governor", "g", "--title", ""], ["--governor", "g", "--title", title], governors, ["--governor", long],
    ]
    for more in lines {
      let run = try transcript.runAll(
        ["init", "baru", "--origin", TinyDistrict.origin] + more + ["--passphrase-file", "sandi.txt", "--lang", language])
      #expect(run.status == 2, "\(more)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/baru"), "\(more)")
    }
    try transcript.expect("init-impossible.\(language)")
  }

  @Test("A passphrase is the first line of its file, whichever way the line ends; an empty one is refused")
  func passphraseFiles() throws {
    let folder = try TinyDistrict.recorded()
    func list(_ text: String, in ledger: String = "ledger") throws -> Tool.Outcome {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/sandi-lain.txt"))
      return try Tool.run(["key", "list", "-L", ledger, "--passphrase-file", "sandi-lain.txt"], in: folder)
    }
    for text in ["kata sandi latihan", "kata sandi latihan\r\n", "kata sandi latihan\r\ncatatan\r\n"] {
      #expect(try list(text).status == 0, "\(text)")
    }
    #expect(try list("kata sandi latihan\rcatatan").status == 4)
    for text in ["", "\n", "\r\n", "\nkata sandi latihan\n"] {
      let run = try list(text)
      #expect(run.status == 2)
      #expect(run.errors.contains("sandi-lain.txt") && run.errors.contains("--no-passphrase"))
    }
    let creation = ["init", "baru", "--origin", "bansos.example/baru", "--governor", "g", "--passphrase-file", "sandi-lain.txt"]
    #expect(try Tool.run(creation, in: folder).status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder + "/baru"))
  }

  @Test("The clock of a production ledger cannot be set")
  func production() throws {
    let folder = try TinyDistrict.folder()
    var transcript = Transcript(in: folder)
    try transcript.run(
      "init", "ledger", "--origin", TinyDistrict.origin, "--governor", "pembina-1=P-001", "--passphrase-file", "sandi.txt")
    try transcript.run(
      "key", "grant", "--list", "kunci.csv", "--as", "pembina-1", "-L", "ledger", "--passphrase-file", "sandi.txt")
    try transcript.run(
      "record", "program.jsonl", "--as", "manajer-1", "--clock", "2026-01-03T08:00:00+07:00", "-L", "ledger", "--passphrase-file",
      "sandi.txt")
    try transcript.run("verify", "ledger")
    try transcript.expect("production-clock")
  }

  /// The bytes of every file, without the lock.
  private func contents(_ path: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: path)) where name != "lock" {
      contents[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
    }
    return contents
  }

  @Test("Paths of one letter are paths like others: ledger, plan, report, proof, publication, kept checkpoint")
  func shortPaths() throws {
    let folder = try TinyDistrict.folder()
    try FileManager.default.copyItem(atPath: folder + "/rencana.csv", toPath: folder + "/r")
    let passphrase = ["--passphrase-file", "sandi.txt"]
    for arguments in [
      ["init", "L"] + TinyDistrict.creation.dropFirst(2), ["import", "--plan", "r", "-L", "L"] + passphrase,
      ["verify", "L", "--keep", "k"], ["report", "-L", "L", "--format", "html", "-o", "h"],
      ["prove", "3", "-L", "L", "-o", "x"], ["publish", "p", "-L", "L"],
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.count == 1 }
    #expect(files.sorted() == ["L", "h", "k", "p", "r", "x"])
  }
}
