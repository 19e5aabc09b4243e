import Foundation
import Testing

@Suite struct PrivacyTests {
  private let rest = ["-L", "ledger", "--passphrase-file", "sandi.txt"]

  @Test(
    "Personal data are read only by who may, and the reading is recorded; once erased they are gone, and the ledger still verifies"
  )
  func disclosedAndErased() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let disclose = ["disclose", "KCL-001", "--purpose", "audit", "--as"]
    let read = try transcript.runAll(disclose + ["auditor-1"] + rest)
    #expect(read.status == 0 && read.output.contains("Siti Aminah") && read.output.contains("1803075001700001"))
    #expect(
      try Tool.run(["show", "recipient", "KCL-001", "-L", "ledger", "--json"], in: folder).output.contains("subject.disclosed"))
    transcript.note("by one who may not: nothing is printed")
    let refused = try transcript.runAll(disclose + ["penyalur-1"] + rest)
    #expect(refused.status == 3 && refused.output.isEmpty)
    transcript.note("erased")
    #expect(try transcript.runAll(["erase", "KCL-001", "--basis", "subjectRequest", "--as", "auditor-1"] + rest).status == 3)
    #expect(try transcript.runAll(disclose + ["auditor-1"] + rest + ["--lang", "id"]).output.contains("Siti Aminah"))
    #expect(try transcript.runAll(["erase", "KCL-001", "--basis", "subjectRequest", "--as", "operator-1"] + rest).status == 0)
    let gone = try transcript.runAll(disclose + ["auditor-1"] + rest)
    #expect(gone.status == 4 && gone.output.isEmpty)
    #expect(try transcript.runAll(["erase", "KCL-001", "--basis", "subjectRequest", "--as", "operator-1"] + rest).status == 0)
    #expect(try transcript.run("verify", "ledger").status == 0)
    transcript.note("the others are still there")
    #expect(
      try transcript.runAll(["disclose", "KCL-002", "--purpose", "audit", "--as", "auditor-1"] + rest).output.contains("Kosasih"))
    #expect(try transcript.runAll(["disclose", "KCL-099", "--purpose", "audit", "--as", "auditor-1"] + rest).status == 3)
    try transcript.expect("privacy")
  }

  /// The identifier of a recipient.
  private func identifier(_ number: String, in folder: String) throws -> String {
    let line = try Tool.run(["show", "recipient", number, "-L", "ledger", "--line"], in: folder).output
    return String(try #require(line.firstMatch(of: /"recipient":"([0-9a-f-]{36})"/)).output.1)
  }

  private func readings(_ number: String, in folder: String) throws -> Int {
    try Tool.run(["show", "recipient", number, "-L", "ledger", "--line"], in: folder).output.components(
      separatedBy: "\"subject.disclosed\""
    ).count - 1
  }

  @Test(
    "The erased stay erased when an old vault brings their key back, and when a later list names them", arguments: ["en", "id"])
  func staysErased(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let lang = ["--lang", language]
    let disclose = ["disclose", "KCL-001", "--purpose", "audit", "--as", "auditor-1"] + rest
    let old = try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger/vault.sqlite"))
    #expect(
      try Tool.run(["erase", "KCL-001", "--basis", "subjectRequest", "--as", "operator-1"] + rest, in: folder).status == 0)
    transcript.note("vault.sqlite is restored from a backup")
    try old.write(to: URL(fileURLWithPath: folder + "/ledger/vault.sqlite"))
    let again = try transcript.runAll(disclose + lang)
    #expect(again.status == 4 && again.output.isEmpty)
    #expect(try transcript.runAll(disclose + lang).status == 4)
    #expect(try readings("KCL-001", in: folder) == 0, "what did not open was not read")
    transcript.note("and once more, and the erasure is given again")
    try old.write(to: URL(fileURLWithPath: folder + "/ledger/vault.sqlite"))
    let erase = ["erase", "KCL-001", "--basis", "subjectRequest", "--as", "operator-1"] + rest
    #expect(try transcript.runAll(erase + lang).status == 0)
    transcript.note("lists of the next year")
    let register = """
      no_peserta;nik;no_kk;nama;alamat;telepon;kode_desa;desil;status_identitas;tanggal
      KCL-001;1803075001700001;1803070101050001;Siti Aminah;Jl. Melati 3;081200000001;18.03.07.2004;3;nik;01/02/2026
      KCL-002;1803071202650002;1803070101050002;Kosasih;Jl. Kenanga 4;;18.03.07.2004;4;nik;01/02/2026

      """
    try Data(register.utf8).write(to: URL(fileURLWithPath: folder + "/bnba-2.csv"))
    let registrations = ["import", "bnba", "bnba-2.csv", "--as", "pendaftar-1"] + rest
    #expect(try transcript.runAll(registrations + ["--dry-run"] + lang).status == 0)
    #expect(try transcript.runAll(registrations + lang).status == 0)
    #expect(try transcript.runAll(registrations + lang).status == 0)
    let vault = try #require(FileManager.default.contents(atPath: folder + "/ledger/vault.sqlite"))
    #expect(vault.range(of: Data(try identifier("KCL-001", in: folder).utf8)) == nil, "no key was made")
    #expect(vault.range(of: Data(try identifier("KCL-002", in: folder).utf8)) != nil)
    #expect(try transcript.runAll(disclose + lang).status == 4)
    #expect(try transcript.run("verify", "ledger", "--lang", language).status == 0)
    try transcript.expect("stays-erased.\(language)")
    for datum in TinyDistrict.personal { #expect(!transcript.text.contains(datum), "\(datum)") }
  }

  @Test("A reading is recorded only when a box opens")
  func damagedKey() throws {
    let folder = try TinyDistrict.recorded()
    let url = URL(fileURLWithPath: folder + "/ledger/vault.sqlite")
    var vault = try Data(contentsOf: url)
    // The wrapped key stands behind its subject.
    let place = try #require(vault.range(of: Data(try identifier("KCL-001", in: folder).utf8)))
    vault[place.upperBound + 30] ^= 1
    try vault.write(to: url)
    let outcome = try Tool.run(["disclose", "KCL-001", "--purpose", "audit", "--as", "auditor-1"] + rest, in: folder)
    #expect(outcome.status == 4 && outcome.output.isEmpty)
    #expect(try readings("KCL-001", in: folder) == 0)
    let other = try Tool.run(["disclose", "KCL-002", "--purpose", "audit", "--as", "auditor-1"] + rest, in: folder)
    #expect(other.status == 0 && other.output.contains("Kosasih"))
    #expect(try readings("KCL-002", in: folder) == 1)
  }

  @Test("Without the vault a ledger verifies and reports, and personal data cannot be read")
  func withoutVault() throws {
    let folder = try TinyDistrict.recorded()
    try FileManager.default.removeItem(atPath: folder + "/ledger/vault.sqlite")
    var transcript = Transcript(in: folder)
    #expect(try transcript.run("verify", "ledger").status == 0)
    #expect(try Tool.run(["report", "-L", "ledger"], in: folder).status == 0)
    #expect(try transcript.runAll(["disclose", "KCL-001", "--purpose", "audit", "--as", "auditor-1"] + rest).status == 4)
    try transcript.expect("without-vault")
  }
}
