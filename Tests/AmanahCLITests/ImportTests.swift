import Foundation
import Testing

@Suite struct ImportTests {
  @Test("A plan is recorded, and recording it again adds nothing", arguments: ["en", "id"])
  func plan(language: String) throws {
    let folder = try TinyDistrict.folder()
    var transcript = Transcript(in: folder)
    try transcript.runAll(TinyDistrict.creation + ["--lang", language])
    for _ in 0..<2 {
      let outcome = try transcript.run(
        "import", "--plan", "rencana.csv", "-L", "ledger", "--passphrase-file", "sandi.txt", "--lang", language)
      #expect(outcome.status == 0)
    }
    try transcript.expect("import-plan.\(language)")
  }

  @Test("A dry run says what would be recorded, records nothing and makes no keys")
  func dryRun() throws {
    let folder = try TinyDistrict.folder()
    try make(folder)
    let before = try keysAndHead(folder)
    var transcript = Transcript(in: folder)
    try transcript.run("import", "--plan", "rencana.csv", "--dry-run", "-L", "ledger", "--passphrase-file", "sandi.txt")
    try transcript.run(
      "import", "bnba", "bnba.csv", "--as", "pendaftar-1", "--dry-run", "-L", "ledger", "--passphrase-file", "sandi.txt")
    #expect(try keysAndHead(folder) == before)
    #expect(before.keys.contains("head") && before.keys.contains("keys/keyring"))
    try transcript.run("verify", "ledger")
    try transcript.expect("import-dry-run")
  }

  @Test(
    "Refused rows are told by file, row and column, never by their content; the other rows are recorded", arguments: ["en", "id"])
  func refusedRows(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let arguments = [
      "import", "handovers", "salur-salah.csv", "--as", "penyalur-1", "-L", "ledger", "--passphrase-file", "sandi.txt", "--clock",
      "2026-02-16T16:00:00+07:00", "--lang", language,
    ]
    #expect(try transcript.runAll(arguments + ["--rejects", "ditolak.csv"]).status == 3)
    let rejects = try String(contentsOfFile: folder + "/ditolak.csv", encoding: .utf8)
    transcript.note("ditolak.csv:\n" + rejects.split(whereSeparator: \.isNewline).map { "# \($0)" }.joined(separator: "\n"))
    #expect(try transcript.runAll(arguments + ["--json"]).status == 3)
    try transcript.run("verify", "ledger", "--lang", language)
    try transcript.expect("import-refused.\(language)")
    for datum in TinyDistrict.personal { #expect(!transcript.text.contains(datum), "\(datum)") }
  }

  @Test("What is recorded about a list counts the rows that the ledger admitted, no others")
  func partlyAdmitted() throws {
    let folder = try TinyDistrict.recorded()
    let register = """
      no_peserta,nama,kode_desa,tanggal,petugas
      KCL-010,Mardiana,18.03.07.2004,2026-02-17,pendaftar-1
      KCL-011,Mardiana,18.03.08.2001,2026-02-17,rt-1

      """
    try Data(register.utf8).write(to: URL(fileURLWithPath: folder + "/baru.csv"))
    var transcript = Transcript(in: folder)
    #expect(try transcript.run("import", "bnba", "baru.csv", "-L", "ledger", "--passphrase-file", "sandi.txt").status == 3)
    #expect(try transcript.run("verify", "ledger").status == 0)
    try transcript.expect("import-partly-admitted")
    #expect(try Tool.run(["publish", "terbit", "-L", "ledger"], in: folder).status == 0)
    let bundle = try #require(FileManager.default.contents(atPath: folder + "/terbit/tile/entries/000.p/11"))
    let lines = String(decoding: bundle, as: UTF8.self).split(separator: "\n").filter { $0.contains("\"registry.imported\"") }
    #expect(lines.count == 2)
    #expect(lines.last?.contains(#""rows":2,"accepted":1,"rejected":1,"region":"18.03.07.2004""#) ?? false)
  }

  @Test("That a list was read is told also where an earlier run had recorded its rows, and is told once")
  func interruptedList() throws {
    let folder = try TinyDistrict.recorded()
    // The same rows in another file: as if the run before had ended between the last row and the telling.
    let list = try String(contentsOfFile: folder + "/bnba.csv", encoding: .utf8)
    try Data((list + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/lagi.csv"))
    for _ in 0..<2 {
      let run = try Tool.run(
        ["import", "bnba", "lagi.csv", "--as", "pendaftar-1", "-L", "ledger", "--passphrase-file", "sandi.txt"], in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("5 rows, 0 recorded, 5 were already"))
    }
    #expect(try Tool.run(["export", "terbit", "-L", "ledger"], in: folder).status == 0)
    let entries = try FileManager.default.subpathsOfDirectory(atPath: folder + "/terbit/tile/entries").filter {
      $0.contains(".p/")
    }
    let name = try #require(entries.first)
    let bundle = try #require(FileManager.default.contents(atPath: "\(folder)/terbit/tile/entries/\(name)"))
    let lines = String(decoding: bundle, as: UTF8.self).split(separator: "\n").filter { $0.contains("\"registry.imported\"") }
    #expect(lines.count == 2)
    for line in lines { #expect(line.contains(#""rows":5,"accepted":5,"rejected":0"#)) }
  }

  @Test("An officer's key that cannot be read stops the import; the rows are not called refused")
  func unreadableKey() throws {
    let folder = try TinyDistrict.recorded()
    let key = folder + "/ledger/keys/bansos.example=kecil=manajer-1.key"
    try FileManager.default.moveItem(atPath: key, toPath: key + ".away")
    try FileManager.default.createDirectory(atPath: key, withIntermediateDirectories: false)
    try Data(
      "no_peserta,program,periode,kode_outlet,nilai,tanggal\nKCL-001,SEMBAKO,2026-02,EW-1,Rp250.000,2026-02-03\n".utf8
    ).write(to: URL(fileURLWithPath: folder + "/baru.csv"))
    let arguments = [
      "import", "entitlements", "baru.csv", "--as", "manajer-1", "-L", "ledger", "--passphrase-file", "sandi.txt", "--clock",
      "2026-02-16T16:00:00+07:00",
    ]
    let stopped = try Tool.run(arguments, in: folder)
    #expect(stopped.status == 4)
    #expect(stopped.errors.contains("manajer-1.key: reading failed: expected a file"))
    #expect(!stopped.output.contains("recorded"))
    try FileManager.default.removeItem(atPath: key)
    try FileManager.default.moveItem(atPath: key + ".away", toPath: key)
    #expect(try Tool.run(["verify", "ledger"], in: folder).status == 0)
  }

  @Test("A file that cannot be read as the list that it should be is refused as a whole")
  func wrongFiles() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let rest = ["--as", "penyalur-1", "-L", "ledger", "--passphrase-file", "sandi.txt"]
    try Data("daftar,berkas\nhandovers,tidak-ada.csv\n".utf8).write(to: URL(fileURLWithPath: folder + "/rencana-2.csv"))
    try Data("daftar,berkas\nstocks,salur.csv\n".utf8).write(to: URL(fileURLWithPath: folder + "/rencana-3.csv"))
    #expect(try transcript.runAll(["import", "entitlements", "bnba.csv"] + rest).status == 3)
    #expect(try transcript.runAll(["import", "handovers", "tidak-ada.csv"] + rest).status == 4)
    #expect(try transcript.runAll(["import", "--plan", "tidak-ada.csv"] + rest).status == 4)
    #expect(try transcript.runAll(["import", "--plan", "rencana-2.csv"] + rest).status == 4)
    #expect(try transcript.runAll(["import", "--plan", "rencana-3.csv"] + rest).status == 3)
    #expect(try transcript.runAll(["import", "handovers", "ledger/ledger.sqlite"] + rest).status == 3)
    try transcript.expect("import-wrong-files")
  }

  @Test("One event is recorded from standard input, once; what is not one is refused")
  func record() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let rest = ["-L", "ledger", "--passphrase-file", "sandi.txt"]
    let event = """
      {"type":"recipient.statusChanged","at":"2026-02-17T09:00:00+07:00","data":{"recipient":"@no_peserta:KCL-004",\
      "region":"18.03.07.2004","status":"moved","effective":"2026-02-17"}}

      """
    let asRegistrar = ["record", "--as", "pendaftar-1", "--clock", "2026-02-17T10:00:00+07:00"] + rest
    #expect(try transcript.runAll(asRegistrar, input: event).status == 0)
    #expect(try transcript.runAll(asRegistrar, input: event).status == 0)
    transcript.note("by one who may not, by nobody, not an event, and not in the schema")
    let other = event.replacing("moved", with: "active")
    #expect(try transcript.runAll(["record", "--as", "penyalur-1"] + rest, input: other).status == 3)
    #expect(try transcript.runAll(["record", "--as", "siapa"] + rest, input: other).status == 3)
    #expect(try transcript.runAll(asRegistrar, input: "{\"type\":\n").status == 3)
    #expect(try transcript.runAll(asRegistrar, input: event.replacing("moved", with: "rich")).status == 3)
    try transcript.run("verify", "ledger")
    try transcript.expect("record")
  }

  @Test("An event under the id of another is refused and says where that one is", arguments: ["en", "id"])
  func identifierOfAnother(language: String) throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let event = """
      {"type":"period.opened","id":"019bbff0-0000-7000-8000-0123456789ab","at":"2026-02-17T09:00:00+07:00","data":\
      {"programme":"SEMBAKO","period":"2026-03","from":"2026-03-08","until":"2026-03-15","region":"18.03"}}

      """
    let other = event.replacing("2026-03-15", with: "2026-03-16")
    let arguments = [
      "record", "--as", "manajer-1", "--clock", "2026-02-17T10:00:00+07:00", "-L", "ledger", "--passphrase-file", "sandi.txt",
      "--lang", language,
    ]
    transcript.note("two events with one id, then again, then the other one alone")
    #expect(try transcript.runAll(arguments, input: event + other).status == 3)
    #expect(try transcript.runAll(arguments, input: event).status == 0)
    #expect(try transcript.runAll(arguments, input: other).status == 3)
    try transcript.expect("record-identifier.\(language)")
  }

  @Test("A list without its header is refused and nothing of its first person is shown")
  func listWithoutHeader() throws {
    let folder = try TinyDistrict.recorded()
    let list = "KCL-001;1803075001700001;1803070101050001;Siti Aminah;Jl. Melati 3;081200000001;status;2;nik;05/01/2026\n"
    try Data(list.utf8).write(to: URL(fileURLWithPath: folder + "/tanpa-judul.csv"))
    let run = try Tool.run(
      ["import", "bnba", "tanpa-judul.csv", "--as", "pendaftar-1", "-L", "ledger", "--passphrase-file", "sandi.txt"], in: folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("found: #1, #2, #3, #4, #5, #6, status, #8, nik, #10"))
    for datum in TinyDistrict.personal { #expect(!(run.output + run.errors).contains(datum), "\(datum)") }
  }

  private func make(_ folder: String) throws {
    #expect(try Tool.run(TinyDistrict.creation, in: folder).status == 0)
  }

  /// The databases are left out: SQLite counts in their headers how often they were opened for writing.
  private func keysAndHead(_ folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: folder + "/ledger"))
    where !name.hasSuffix(".sqlite") {
      contents[name] = FileManager.default.contents(atPath: "\(folder)/ledger/\(name)")
    }
    return contents
  }
}
