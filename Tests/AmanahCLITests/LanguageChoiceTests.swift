import Foundation
import Language
import Testing

@testable import AmanahCLI

@Suite("Which language is spoken")
struct LanguageChoiceTests {
  private func choice(_ words: String, _ environment: [String: String] = [:]) -> LanguageChoice {
    LanguageChoice(arguments: words.split(separator: " ").map(String.init), environment: environment)
  }

  @Test("What is asked for on the command line counts most, wherever it stands")
  func option() {
    let english = ["LC_ALL": "en_US.UTF-8"]
    for words in ["--lang id verify x", "--lang=id verify x", "verify x --lang id", "verify x --lang=id", "key --lang id list"] {
      #expect(choice(words, english).language(ledger: .en) == .id, "\(words)")
    }
    #expect(choice("verify x --lang fr", english).language(ledger: .id) == .en)
    #expect(choice("verify x --lang").language(ledger: .id) == .id)
  }

  @Test(
    "A locale counts where it is Indonesian or English",
    arguments: [
      ("id_ID.UTF-8", Language.id), ("id", .id), ("id@x", .id), ("en_GB", .en), ("en", .en), ("C", nil), ("C.UTF-8", nil),
      ("POSIX", nil), ("fr_FR.UTF-8", nil), ("idx_ID", nil), ("", nil),
    ])
  func locale(name: String, language: Language?) {
    #expect(choice("verify x", ["LC_ALL": name]).asked == language)
    #expect(choice("verify x", ["LANG": name]).asked == language)
  }

  @Test("Of the locale's variables the first that is set counts, and an empty one is not set")
  func variables() {
    #expect(choice("", ["LC_ALL": "", "LC_MESSAGES": "id_ID", "LANG": "en_US"]).asked == .id)
    #expect(choice("", ["LC_ALL": "C", "LC_MESSAGES": "id_ID", "LANG": "id_ID"]).asked == nil)
  }

  @Test("Where the user asks for none the ledger's is spoken, else English")
  func ledger() {
    #expect(choice("verify x", ["LC_ALL": "C"]).language(ledger: .id) == .id)
    #expect(choice("verify x", ["LC_ALL": "C"]).language() == .en)
  }

  /// The lists and the ledger, which names `language`.
  private func district(_ language: String) throws -> String {
    let folder = try TinyDistrict.recorded()
    let path = folder + "/ledger/amanah.yaml"
    let settings = try String(contentsOfFile: path, encoding: .utf8)
    try Data((settings + "language: \(language)\n").utf8).write(to: URL(fileURLWithPath: path))
    return folder
  }

  @Test(
    "A command on a ledger speaks the language of its amanah.yaml, unless another is asked for",
    arguments: ["verify ledger", "verify -L ledger", "verify ledger/ledger.sqlite"])
  func ledgers(words: String) throws {
    let folder = try district("id")
    let command = words.split(separator: " ").map(String.init)
    func answer(_ more: [String] = [], locale: String = "C.UTF-8") throws -> String {
      try Tool.run(command + more, in: folder, environment: ["LC_ALL": locale]).output
    }
    #expect(try answer().hasPrefix("BENAR"))
    #expect(try answer(["--lang", "en"]).hasPrefix("OK"))
    #expect(try answer(locale: "en_US.UTF-8").hasPrefix("OK"))
    #expect(try answer(locale: "fr_FR.UTF-8").hasPrefix("BENAR"))
  }

  @Test("Reports, errors and warnings on a ledger are in its language, too, and one that there is none of is English")
  func everything() throws {
    let folder = try district("id")
    let report = try Tool.run(["report", "-L", "ledger", "--as-of", TinyDistrict.asOf], in: folder)
    let asked = try Tool.run(["report", "-L", "ledger", "--as-of", TinyDistrict.asOf, "--lang", "id"], in: folder)
    #expect(report.status == 0 && report.output == asked.output)
    let missing = try Tool.run(["show", "lot", "X", "-L", "ledger"], in: folder)
    #expect(missing.status == 3 && missing.errors == "amanah: lot X: tidak ada dalam buku besar\n")
    try FileManager.default.removeItem(atPath: folder + "/ledger/head")
    let recording = ["attest", "--as", "x", "-L", "ledger", "--passphrase-file", "sandi.txt"]
    #expect(try Tool.run(recording, in: folder).errors.contains("pulihkan berkas head dari cadangan"))
    let other = try Tool.run(["show", "lot", "X", "-L", "ledger"], in: try district("fr"))
    #expect(other.errors == "amanah: lot X: not in the ledger\n")
  }
}
