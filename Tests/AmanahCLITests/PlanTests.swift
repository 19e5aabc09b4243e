import Foundation
import Testing

/// What is told of several files, and of files that say less than they should.
@Suite struct PlanTests {
  private static let rest = ["-L", "ledger", "--passphrase-file", "sandi.txt"]
  private static let clock = ["--clock", "2026-02-16T16:00:00+07:00"]

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test("Each file of a plan has a reject file of its own, also where names differ in the ending or a file is read twice")
  func rejectNames() throws {
    let folder = try TinyDistrict.recorded()
    let list = try String(contentsOfFile: folder + "/salur-salah.csv", encoding: .utf8)
    for name in ["gab.csv", "gab.txt", "lain.csv"] { try write(list, to: "\(folder)/\(name)") }
    let plan =
      "daftar,berkas,petugas\nhandovers,gab.csv,penyalur-1\nhandovers,gab.txt,penyalur-1\nhandovers,lain.csv,penyalur-1\n"
    try write(plan + "entitlements,gab.csv,manajer-1\n", to: folder + "/rencana-2.csv")
    // The last step stops the import: the list lacks a column. What was done before is told nevertheless.
    let arguments = ["import", "--plan", "rencana-2.csv", "--rejects", "ditolak", "--json"] + Self.clock + Self.rest
    let run = try Tool.run(arguments, in: folder)
    #expect(run.status == 3)
    #expect(run.output.components(separatedBy: "\"file\"").count == 4)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/ditolak").sorted()
    #expect(names == ["gab.csv.handovers.ditolak.csv", "gab.txt.handovers.ditolak.csv", "lain.ditolak.csv"])
    try write(plan + "handovers,gab.csv,penyalur-1\nhandovers,tidak-ada.csv,penyalur-1\n", to: folder + "/rencana-3.csv")
    let twice = try Tool.run(["import", "--plan", "rencana-3.csv", "--rejects", "dua"] + Self.clock + Self.rest, in: folder)
    #expect(twice.status == 4)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/dua").sorted() == [
        "gab.csv.handovers.2.ditolak.csv", "gab.csv.handovers.ditolak.csv", "gab.txt.handovers.ditolak.csv", "lain.ditolak.csv",
      ])
  }

  @Test("JSON says whether it tells of a dry run")
  func dryRun() throws {
    let folder = try TinyDistrict.recorded()
    let arguments = ["import", "handovers", "salur-salah.csv", "--as", "penyalur-1", "--json"] + Self.clock + Self.rest
    #expect(try Tool.run(arguments + ["--dry-run"], in: folder).output.contains(#""dryRun" : true"#))
    #expect(try Tool.run(arguments, in: folder).output.contains(#""dryRun" : false"#))
  }

  @Test("A register of two provinces is told for each of them, once")
  func twoProvinces() throws {
    let folder = try TinyDistrict.recorded()
    try write(
      "kunci,pemegang,peran,wilayah,program,mulai\npendaftar-2,P-009,pendaftar,,,2026-01-01\n", to: folder + "/kunci-2.csv")
    #expect(
      try Tool.run(["key", "grant", "--list", "kunci-2.csv", "--as", "pembina-1"] + Self.rest, in: folder).status == 0)
    let register = """
      no_peserta,nama,kode_desa,tanggal
      KCL-010,Mardiana,18.03.07.2004,2026-02-17
      KCL-011,Mardiana,18.03.08.2001,2026-02-17
      KCL-012,Mardiana,31.01.02.1003,2026-02-17

      """
    try write(register, to: folder + "/baru.csv")
    for _ in 0..<2 {
      #expect(try Tool.run(["import", "bnba", "baru.csv", "--as", "pendaftar-2"] + Self.rest, in: folder).status == 0)
    }
    #expect(try Tool.run(["publish", "terbit", "-L", "ledger"], in: folder).status == 0)
    let entries = try FileManager.default.subpathsOfDirectory(atPath: folder + "/terbit/tile/entries").filter {
      $0.contains(".p/")
    }
    let name = try #require(entries.first)
    let bundle = try #require(FileManager.default.contents(atPath: "\(folder)/terbit/tile/entries/\(name)"))
    let lines = String(decoding: bundle, as: UTF8.self).split(separator: "\n").filter { $0.contains("\"registry.imported\"") }
    #expect(lines.count == 3)
    for region in ["18.03", "31.01.02.1003"] {
      let told = lines.filter { $0.contains(#""rows":3,"accepted":3,"rejected":0,"region":"\#(region)""#) }
      #expect(told.count == 1, "\(region)")
    }
    #expect(try Tool.run(["verify", "ledger"], in: folder).status == 0)
  }

  @Test("A clock that is set to before the last entry is told, with the time that entries get")
  func clockBehind() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let event = """
      {"type":"recipient.statusChanged","at":"2026-01-17T09:00:00+07:00","data":{"recipient":"@no_peserta:KCL-004",\
      "region":"18.03.07.2004","status":"moved","effective":"2026-01-17"}}

      """
    let arguments = ["record", "--as", "pendaftar-1", "--clock", "2026-01-17T10:00:00+07:00"] + Self.rest
    let run = try transcript.runAll(arguments, input: event)
    #expect(run.status == 0)
    #expect(run.errors.contains("WARNING"))
    transcript.note("nothing to record, nothing to warn of")
    #expect(try transcript.runAll(arguments, input: event).errors.isEmpty)
    try transcript.expect("exercise-clock")
  }

  @Test("A grant that ends before it begins is a usage error, in a list a refused row")
  func emptyGrant() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let grant = ["key", "grant", "rt-2", "--holder", "P-010", "--role", "verifikator_rt", "--as", "pembina-1"] + Self.rest
    #expect(try transcript.runAll(grant + ["--from", "2026-03-01", "--until", "2026-02-28"]).status == 2)
    #expect(try transcript.runAll(grant + ["--from", "2026-03-01", "--until", "2026-02-28", "--lang", "id"]).status == 2)
    try write(
      "kunci,pemegang,peran,wilayah,program,mulai,sampai\nrt-2,P-010,verifikator_rt,,,2026-03-01,2026-02-28\n",
      to: folder + "/kunci-2.csv")
    #expect(try transcript.runAll(["key", "grant", "--list", "kunci-2.csv", "--as", "pembina-1"] + Self.rest).status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder + "/ledger/keys/bansos.example=kecil=rt-2.key"))
    transcript.note("one day is enough")
    #expect(try transcript.runAll(grant + ["--from", "2026-03-01", "--until", "2026-03-01"]).status == 0)
    try transcript.expect("key-until")
  }

  @Test("A grant that cannot be written is told as refused, not as recorded already")
  func unwritableGrant() throws {
    let folder = try TinyDistrict.recorded()
    let name = "bansos.example/" + String(repeating: "a", count: 70)
    let run = try Tool.run(
      ["key", "grant", name, "--holder", "P-010", "--role", "verifikator_rt", "--as", "pembina-1"] + Self.rest, in: folder)
    #expect(run.status == 3, "\(run.output + run.errors)")
    #expect(!run.output.contains("already"))
  }
}
