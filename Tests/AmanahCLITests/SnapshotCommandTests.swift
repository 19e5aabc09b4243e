import Foundation
import Testing

/// Snapshots hurry commands and change nothing that they say.
@Suite struct SnapshotCommandTests {
  private let rest = ["-L", "ledger", "--passphrase-file", "sandi.txt"]

  /// The district with enough status changes that an import keeps a snapshot.
  private func large() throws -> String {
    let folder = try TinyDistrict.recorded()
    let lines = (0..<5_000).map { number in
      let subject = String(format: "019d81e6-665d-7069-8dbc-%012x", number)
      return
        #"{"type":"recipient.statusChanged","at":"2026-02-16T09:00:00+07:00","data":{"recipient":"\#(subject)","region":"18.03.07.2004","status":"moved","effective":"2026-02-01"}}"#
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/pindah.jsonl"))
    let imported = ["import", "events", "pindah.jsonl", "--as", "pendaftar-1", "--clock", "2026-02-17T09:00:00+07:00"]
    let checked = try Tool.run(imported + ["--dry-run"] + rest, in: folder)
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(try snapshots(folder).isEmpty, "a dry run keeps nothing")
    let done = try Tool.run(imported + rest, in: folder)
    #expect(done.status == 0 && !done.errors.contains("snapshot"), "\(done.errors)")
    return folder
  }

  private func snapshots(_ folder: String) throws -> [String] {
    let path = folder + "/ledger/snapshots"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).map { "\(path)/\($0)" }
  }

  @Test(
    "A large import keeps a snapshot without personal data; commands say the same with it, without it, and when it is damaged")
  func keptAndUsed() throws {
    let folder = try large()
    let paths = try snapshots(folder)
    let path = try #require(paths.first)
    #expect(paths.count == 1)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for datum in TinyDistrict.personal { #expect(bytes.range(of: Data(datum.utf8)) == nil, "\(datum)") }

    let show = ["show", "recipient", "KCL-002", "-L", "ledger"]
    let whole = try Tool.run(show + ["--no-snapshot"], in: folder)
    let quick = try Tool.run(show, in: folder)
    #expect(whole.status == 0 && quick.status == 0 && quick.output == whole.output && quick.errors.isEmpty)

    var damaged = bytes
    damaged[damaged.count - 1] ^= 1
    try damaged.write(to: URL(fileURLWithPath: path))
    let passed = try Tool.run(show, in: folder)
    #expect(passed.status == 0 && passed.output == whole.output)
    #expect(passed.errors.contains("a snapshot of the state was not used") && passed.errors.contains("it is damaged"))
    #expect(try Tool.run(show + ["--no-snapshot"], in: folder).errors.isEmpty)
    let other = try Tool.run(show + ["--lang", "id"], in: folder)
    #expect(other.errors.contains("potret keadaan tidak dipakai"))

    // The next command that records has replayed all, and keeps a new one.
    let line =
      #"{"type":"recipient.statusChanged","at":"2026-02-18T09:00:00+07:00","data":{"recipient":"019d81e6-665d-7069-8dbc-000000000001","region":"18.03.07.2004","status":"active","effective":"2026-02-18"}}"#
    let record = ["record", "--as", "pendaftar-1", "--clock", "2026-02-18T09:00:00+07:00"] + rest
    #expect(try Tool.run(record, in: folder, input: line + "\n").status == 0)
    #expect(try snapshots(folder).count == 1)
    let again = try Tool.run(show, in: folder)
    #expect(again.status == 0 && again.errors.isEmpty)
    let verified = try Tool.run(["verify", "ledger"], in: folder)
    #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified.errors)")
  }

  @Test("With --no-snapshot a command keeps none, and a list is read against the snapshot as against the whole ledger")
  func ignored() throws {
    let folder = try large()
    let again = ["import", "--plan", "rencana.csv"] + rest
    let quick = try Tool.run(again, in: folder)
    let whole = try Tool.run(again + ["--no-snapshot"], in: folder)
    #expect(quick.status == 0 && quick.output == whole.output && quick.output.contains("0 recorded"))
    try FileManager.default.removeItem(atPath: folder + "/ledger/snapshots")
    #expect(try Tool.run(again + ["--no-snapshot"], in: folder).status == 0)
    #expect(try snapshots(folder).isEmpty)
    // A place that cannot be written to is told, and nothing else fails.
    try Data().write(to: URL(fileURLWithPath: folder + "/ledger/snapshots"))
    let told = try Tool.run(again, in: folder)
    #expect(told.status == 0 && told.output == whole.output)
    #expect(told.errors.contains("no snapshot of the state was kept"))
  }
}
