import Foundation
import Testing

/// The table of SPEC 13.
@Suite struct ExitStatusTests {
  @Test(
    "Every exit status means what SPEC 13 says",
    arguments: [
      ("--version", 0), ("verify ledger", 0), ("report -L ledger", 0),
      ("verify ledger --remember hak.csv", 4), ("check hak.csv --entry hak.csv --key KEY", 1),
      ("verify", 4), ("nothing", 2), ("verify --depth 3", 2), ("check hak.csv --entry hak.csv", 2),
      ("show recipient KCL-099 -L ledger", 3),
      ("import bnba salur-salah.csv -L ledger --as pendaftar-1 --passphrase-file sandi.txt", 3),
      ("show recipient KCL-001 -L elsewhere", 4),
      ("import bnba none.csv -L ledger --as pendaftar-1 --passphrase-file sandi.txt", 4),
      ("key list -L ledger --passphrase-file sandi-salah.txt", 4), ("publish hak.csv -L ledger", 4),
      ("prove 1 -L ledger -o hak.csv", 4),
    ])
  func table(words: String, status: Int32) throws {
    let folder = try TinyDistrict.recorded()
    let arguments = try words.split(separator: " ").map { $0 == "KEY" ? try TinyDistrict.key(in: folder) : String($0) }
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome.status == status, "\(words): \(outcome.errors)")
    #expect(
      outcome.errors.isEmpty == (status == 0), "\(words): a failure says why on standard error, a success says nothing there")
    for datum in TinyDistrict.personal { #expect(!(outcome.output + outcome.errors).contains(datum), "\(words): \(datum)") }
  }
}
