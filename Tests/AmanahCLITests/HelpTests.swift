import Foundation
import Testing

@Suite struct HelpTests {
  @Test("Help names every command, in the user's language", arguments: ["en", "id"])
  func help(language: String) throws {
    var transcript = Transcript(in: NSTemporaryDirectory())
    let locale = ["LC_ALL": language == "id" ? "id_ID.UTF-8" : "C.UTF-8"]
    try transcript.run("--help", environment: locale)
    try transcript.run("import", "--help", environment: locale)
    try transcript.run("key", "--help", environment: locale)
    try transcript.run("verify", "--help", environment: locale)
    try transcript.expect("help.\(language)")
  }

  @Test("The language asked for counts more than the locale, and every command has help")
  func everyCommand() throws {
    let folder = NSTemporaryDirectory()
    let commands = [
      "init", "key make", "key grant", "key revoke", "key list", "import", "record", "attest", "verify", "prove", "check",
      "publish",
      "report", "show", "disclose", "erase", "event check",
    ]
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let english = try Tool.run(
        words + ["--help"], in: folder, environment: ["LC_ALL": "id_ID.UTF-8", "AMANAH_LEDGER": "/nowhere"])
      #expect(english.status == 0 && english.errors.isEmpty && english.output.contains("amanah \(command)"), "\(command)")
      let other = try Tool.run(words + ["--help", "--lang", "en"], in: folder, environment: ["LC_ALL": "id_ID.UTF-8"])
      #expect(other.status == 0 && other.output != english.output, "\(command)")
    }
  }

  @Test(
    "The language may be asked for before the command or behind it",
    arguments: ["verify ledger", "key list -L ledger", "show lot X -L ledger"])
  func languageFirst(words: String) throws {
    let folder = try TinyDistrict.recorded()
    let command = words.split(separator: " ").map(String.init)
    let locale = ["LC_ALL": "C.UTF-8"]
    func answer(_ arguments: [String]) throws -> String {
      let outcome = try Tool.run(arguments, in: folder, environment: locale)
      return Volatile.hide(outcome.output + outcome.errors)
    }
    let behind = try answer(command + ["--lang", "id"])
    #expect(try answer(["--lang", "id"] + command) == behind)
    #expect(try answer(["--lang=id"] + command) == behind)
    #expect(try answer(command) != behind)
    let between = try answer([command[0], "--lang", "id"] + command.dropFirst())
    #expect(between == behind)
  }

  @Test(
    "A language that there is none of is a wrong command line everywhere",
    arguments: [
      "--lang fr verify ledger", "verify ledger --lang fr", "init baru --origin bansos.example/x --governor g --lang fr",
      "check hak.csv --entry hak.csv --key k --lang fr", "event check hak.csv --lang fr",
    ])
  func unknownLanguage(words: String) throws {
    let folder = try TinyDistrict.recorded()
    let outcome = try Tool.run(words.split(separator: " ").map(String.init), in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("--lang: id | en"), "\(words): \(outcome.errors)")
  }

  @Test("A wrong command line ends with 2 and says what is right", arguments: ["en", "id"])
  func usage(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let locale = ["LC_ALL": language == "id" ? "id_ID.UTF-8" : "C.UTF-8"]
    func wrong(_ words: String) throws {
      #expect(try transcript.runAll(words.split(separator: " ").map(String.init), environment: locale).status == 2, "\(words)")
    }
    try wrong("balance")
    try wrong("init")
    try wrong("init baru --origin bansos.example/x")
    try wrong("init baru --origin bansos.example/x --governor g --zone 6")
    try wrong("init baru --origin bansos.example/x --governor g --clock 2026-01-01T00:00:00+07:00")
    try wrong("init baru --origin bansos+x --governor g")
    try wrong("import -L ledger")
    try wrong("import stocks salur.csv -L ledger --passphrase-file sandi.txt")
    try wrong("import handovers salur.csv -L ledger --clock yesterday --passphrase-file sandi.txt")
    try wrong("verify ledger --lang fr")
    try wrong("verify ledger --key nonsense")
    try wrong("prove 999 -L ledger")
    try wrong("prove -1 -L ledger")
    try wrong("show recipient KCL/ö -L ledger")
    try wrong("show family KCL-001 -L ledger")
    try wrong("report -L ledger --format pdf")
    try wrong("report -L ledger --as-of 2026-02-30T00:00:00+07:00")
    try wrong("disclose KCL-001 --purpose curiosity --as auditor-1 -L ledger --passphrase-file sandi.txt")
    try wrong("erase KCL-001 --basis none --as operator-1 -L ledger --passphrase-file sandi.txt")
    try wrong("key revoke rt-1 --reason tired --as pembina-1 -L ledger --passphrase-file sandi.txt")
    try wrong("key grant -L ledger --as pembina-1 --passphrase-file sandi.txt")
    try wrong("key list -L ledger")
    try transcript.expect("usage.\(language)")
  }
}
