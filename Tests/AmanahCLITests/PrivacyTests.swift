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
