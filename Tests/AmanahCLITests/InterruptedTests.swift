import Foundation
import Testing

/// What a program that ends in the middle of an import leaves: nothing personal, on no screen and in no file.
@Suite struct InterruptedTests {
  /// In each row, so that the memory of the program is full of them.
  private static let personal = ["Siti Aminah", "Gang Melati Tujuh", "1803075001", "1803070101", "08120000"]

  /// A list of so many rows, longer than what is read at a time.
  private static func list(_ rows: Int) -> Data {
    var text = "no_peserta;nik;no_kk;nama;alamat;telepon;kode_desa;desil;status_identitas;tanggal\n"
    for row in 0..<rows {
      let number = String(String(1_000_000 + row).dropFirst())
      text += "KCL-1\(number);1803075001\(number);1803070101\(number);Siti Aminah \(row);Gang Melati Tujuh \(row);08120000\(row);"
      text += "18.03.07.2004;2;nik;05/01/2026\n"
    }
    return Data(text.utf8)
  }

  /// A ledger with its keys granted, and a directory for temporary files beside it.
  private static func ledger() throws -> String {
    let folder = try TinyDistrict.folder()
    try FileManager.default.createDirectory(atPath: folder + "/tmp", withIntermediateDirectories: true)
    let plan = "daftar,berkas,petugas,waktu_catat\nkeys,kunci.csv,pembina-1,2026-01-02T08:30:00+07:00\n"
    try Data(plan.utf8).write(to: URL(fileURLWithPath: folder + "/kunci-saja.csv"))
    for arguments in [
      TinyDistrict.creation, ["import", "--plan", "kunci-saja.csv", "-L", "ledger", "--passphrase-file", "sandi.txt"],
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    return folder
  }

  private static let arguments = [
    "import", "registrations", "-", "-L", "ledger", "--as", "pendaftar-1", "--clock", "2026-01-05T15:00:00+07:00",
    "--passphrase-file", "sandi.txt",
  ]

  /// The files below `folder`, but for those that the test itself put there, in which a personal string stands, as text of 8 or 16 bits.
  private static func leaks(in folder: String) throws -> [String] {
    var leaks: [String] = []
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains("/") }
    #expect(files.contains { $0.hasSuffix("ledger.sqlite") } && files.contains { $0.hasSuffix("vault.sqlite") })
    for file in files {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { continue }
      for text in personal {
        let wide = try #require(text.data(using: .utf16LittleEndian))
        if data.range(of: Data(text.utf8)) != nil || data.range(of: wide) != nil { leaks.append("\(file): \(text)") }
      }
    }
    return leaks
  }

  @Test(
    "A program that is killed or crashes in the middle of an import shows and leaves nothing personal, and the import can be repeated",
    arguments: [SIGKILL, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGQUIT])
  func interrupted(signal: Int32) throws {
    let folder = try Self.ledger()
    let rows = 4000
    let list = Self.list(rows)
    let run = try Tool.Interrupted(Self.arguments, in: folder, environment: ["TMPDIR": folder + "/tmp"])
    // Only when all but the last part of the list was read does writing it come back: the program is in the middle then.
    run.write(list)
    let limits = try String(contentsOfFile: "/proc/\(run.identifier)/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
    #expect(core.split(separator: " ").dropFirst(4).first == "1", "a core file would hold everything: \(core)")
    let outcome = try run.end(signal)
    #expect(outcome.status == signal)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.errors.prefix(200))")
    #expect(try Self.leaks(in: folder) == [])
    try list.write(to: URL(fileURLWithPath: folder + "/bnba.csv"))
    let again = try Tool.run(Self.arguments.map { $0 == "-" ? "bnba.csv" : $0 }, in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Tool.run(["verify", "ledger"], in: folder).status == 0)
    #expect(try Self.leaks(in: folder) == [])
  }
}
