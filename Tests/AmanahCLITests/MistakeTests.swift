import Foundation
import Testing

/// What people do by mistake: a wrong file name, a wrong key, a number with one wrong digit.
@Suite struct MistakeTests {
  private let unlocked = ["-L", "ledger", "--passphrase-file", "sandi.txt"]

  @Test("Nothing is written over a command's own input or over the files of a ledger")
  func output() throws {
    let folder = try TinyDistrict.recorded()
    func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: "\(folder)/\(name)") }
    let names = [
      "salur-salah.csv", "ledger/ledger.sqlite", "ledger/head", "ledger/vault.sqlite", "ledger/amanah.yaml",
      "ledger/keys/keyring",
    ]
    let before = names.map(bytes)
    var transcript = Transcript(in: folder)
    let handovers = ["import", "handovers", "salur-salah.csv", "--as", "penyalur-1", "--dry-run"] + unlocked
    for target in ["salur-salah.csv", "./salur-salah.csv", "ledger/vault.sqlite"] {
      #expect(try transcript.runAll(handovers + ["--rejects", target]).status == 2)
    }
    try FileManager.default.createSymbolicLink(atPath: folder + "/tautan", withDestinationPath: "ledger/head")
    for target in ["ledger/ledger.sqlite", "ledger/ledger.sqlite-wal", "tautan", "ledger/keys/keyring"] {
      #expect(try transcript.run("verify", "ledger", "--keep", target).status == 2)
    }
    #expect(try transcript.run("report", "-L", "ledger", "-o", "ledger/head", "--lang", "id").status == 2)
    #expect(names.map(bytes) == before)
    transcript.note("elsewhere, and beside the ledger's files under another name")
    #expect(try transcript.run("report", "-L", "ledger", "-o", "ledger/laporan.txt").status == 0)
    #expect(try transcript.run("verify", "ledger").status == 0)
    try transcript.expect("mistakes-output")
  }

  @Test("A dry run refuses what the import would refuse because of a key")
  func dryRun() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let list = try #require(TinyDistrict.files["bnba.csv"]).replacingOccurrences(of: "KCL-00", with: "KCL-10")
      .replacingOccurrences(of: ";180307", with: ";180308")
    try Data(list.utf8).write(to: URL(fileURLWithPath: folder + "/baru.csv"))
    for signer in ["tidak-ada", "manajer-1"] {
      for mode in [["--dry-run"], []] {
        #expect(try transcript.runAll(["import", "registrations", "baru.csv", "--as", signer] + unlocked + mode).status == 3)
      }
    }
    try transcript.runAll(["key", "revoke", "pendaftar-1", "--reason", "lost", "--as", "pembina-1"] + unlocked)
    for mode in [["--dry-run"], []] {
      #expect(
        try transcript.runAll(["import", "registrations", "baru.csv", "--as", "pendaftar-1"] + unlocked + mode).status == 3)
    }
    try transcript.expect("mistakes-dry-run")
  }

  @Test("A reading that cannot be made is not recorded, nor anything about somebody whom the ledger does not know")
  func disclosure() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let stranger = "01980000-0000-7000-8000-000000000001"
    let before = try Tool.run(["verify", "ledger", "--json"], in: folder).output
    for arguments in [["disclose", stranger, "--purpose", "audit"], ["erase", stranger, "--basis", "courtOrder"]] {
      #expect(try transcript.runAll(arguments + ["--as", "operator-1"] + unlocked).status == 3)
    }
    #expect(try Tool.run(["verify", "ledger", "--json"], in: folder).output == before)
    #expect(try transcript.runAll(["erase", "KCL-001", "--basis", "courtOrder", "--as", "operator-1"] + unlocked).status == 0)
    let erased = try Tool.run(["verify", "ledger", "--json"], in: folder).output
    #expect(try transcript.runAll(["disclose", "KCL-001", "--purpose", "audit", "--as", "auditor-1"] + unlocked).status == 4)
    #expect(try Tool.run(["verify", "ledger", "--json"], in: folder).output == erased)
    transcript.note("somebody who may not")
    #expect(try transcript.runAll(["disclose", "KCL-002", "--purpose", "audit", "--as", "rt-1"] + unlocked).status == 3)
    try transcript.expect("mistakes-disclosure")
  }

  @Test("What reports call 10.2 can be shown and proven under that name")
  func references() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    #expect(try transcript.run("show", "event", "2.1", "-L", "ledger").status == 0)
    #expect(try transcript.run("show", "event", "2.77", "-L", "ledger", "--lang", "id").status == 3)
    #expect(try transcript.run("show", "event", "999", "-L", "ledger").status == 3)
    #expect(try transcript.run("prove", "2.1", "-L", "ledger", "-o", "bukti").status == 0)
    for wrong in ["2.1.0", "dua", "-1", "99999"] {
      #expect(try transcript.run("prove", "-L", "ledger", "--lang", "id", "--", wrong).status == 2)
    }
    try transcript.expect("mistakes-references")
  }

  @Test("A handover that was recorded wrongly is found in the report's own words and corrected, as the guide says")
  func correction() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let shown = try Tool.run(["show", "event", "8.1", "--line", "-L", "ledger"], in: folder)
    let event = try #require(try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
    #expect(event["type"] as? String == "handover.recorded")
    var data = try #require(event["data"] as? [String: Any])
    data["corrects"] = event["id"]
    data["handedOverAt"] = event["at"]
    data["reason"] = "typingError"
    data["void"] = false
    data["cash"] = 200_000
    data["fee"] = nil
    let correction: [String: Any] = [
      "type": "handover.corrected", "at": "2026-02-17T09:00:00+07:00", "data": data,
    ]
    try JSONSerialization.data(withJSONObject: correction).write(to: URL(fileURLWithPath: folder + "/koreksi.jsonl"))
    #expect(
      try transcript.runAll(
        ["record", "koreksi.jsonl", "--as", "penyalur-1", "--clock", "2026-02-17T10:00:00+07:00"] + unlocked
      ).status == 0)
    #expect(try transcript.run("show", "recipient", "KCL-002", "-L", "ledger").status == 0)
    try transcript.expect("correction")
  }

  @Test("A report bears the title that the governors signed, whatever the settings say")
  func title() throws {
    let folder = try TinyDistrict.recorded()
    let file = folder + "/ledger/amanah.yaml"
    let settings = try String(contentsOfFile: file, encoding: .utf8)
    #expect(settings.contains("Latihan Kecil"))
    try Data(settings.replacingOccurrences(of: "Latihan Kecil", with: "Laporan Lain").utf8).write(to: URL(fileURLWithPath: file))
    for format in ["text", "html", "json"] {
      let report = try Tool.run(["report", "-L", "ledger", "--format", format], in: folder).output
      #expect(!report.contains("Laporan Lain"))
      #expect(format == "text" || report.contains("Latihan Kecil"))
    }
  }

  @Test("A wrong list as a plan or as a list of keys is named, and so is a directory that holds no ledger")
  func wrongFiles() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    #expect(try transcript.runAll(["import", "--plan", "verval.csv", "--lang", "id"] + unlocked).status == 3)
    #expect(try transcript.runAll(["key", "grant", "--list", "verval.csv", "--as", "pembina-1"] + unlocked).status == 3)
    #expect(try transcript.run("event", "check", "ledger", "--lang", "id").status == 4)
    for arguments in [
      ["key", "make", "petugas-9"], ["key", "list"], ["import", "handovers", "salur.csv", "--as", "penyalur-1"],
    ] {
      #expect(try transcript.runAll(arguments + ["--passphrase-file", "sandi.txt"]).status == 4)
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/keys"))
    try transcript.expect("mistakes-files")
  }
}
