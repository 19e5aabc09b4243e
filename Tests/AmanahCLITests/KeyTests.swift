import Foundation
import Testing

@Suite struct KeyTests {
  private let rest = ["-L", "ledger", "--passphrase-file", "sandi.txt"]

  @Test("A key is granted, used, revoked, and refused from then on")
  func life() throws {
    let folder = try TinyDistrict.recorded()
    try Data("no_peserta,status,berlaku,tanggal\nKCL-004,pindah,2026-02-17,2026-02-17\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/status.csv"))
    try Data("no_peserta,status,berlaku,tanggal\nKCL-004,aktif,2026-02-18,2026-02-18\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/status-2.csv"))
    var transcript = Transcript(in: folder)
    let list = ["import", "statuses", "status.csv", "--as", "pendaftar-2"]
    transcript.note("before it is made, and before it is granted")
    #expect(try transcript.runAll(list + rest).status == 3)
    #expect(try transcript.runAll(["key", "make", "pendaftar-2"] + rest).status == 0)
    #expect(try transcript.runAll(["key", "make", "pendaftar-2"] + rest).status == 4)
    #expect(try transcript.runAll(list + rest).status == 3)
    let grant = ["key", "grant", "pendaftar-2", "--holder", "P-009", "--role", "pendaftar", "--from", "2026-01-01"]
    transcript.note("granted by one who may not, then by a governor, twice")
    #expect(try transcript.runAll(grant + ["--as", "manajer-1", "--region", "18.03.07"] + rest).status == 3)
    #expect(try transcript.runAll(grant + ["--as", "pembina-1", "--region", "18.03.07"] + rest).status == 0)
    #expect(try transcript.runAll(grant + ["--as", "pembina-1", "--region", "18.03.07"] + rest).status == 0)
    #expect(try transcript.runAll(list + rest).status == 0)
    transcript.note("revoked by one who may not, then by a governor, twice")
    let revoke = ["key", "revoke", "pendaftar-2", "--reason", "stolen", "--as"]
    #expect(try transcript.runAll(revoke + ["manajer-1"] + rest).status == 3)
    #expect(try transcript.runAll(revoke + ["pembina-1"] + rest).status == 0)
    #expect(try transcript.runAll(revoke + ["pembina-1"] + rest + ["--lang", "id"]).status == 3)
    #expect(try transcript.runAll(["import", "statuses", "status-2.csv", "--as", "pendaftar-2"] + rest).status == 3)
    #expect(
      try transcript.runAll(["import", "statuses", "status-2.csv", "--as", "pendaftar-2", "--lang", "id"] + rest).status == 3)
    #expect(try transcript.runAll(grant + ["--as", "pembina-1", "--region", "18.03"] + rest).status == 3)
    transcript.note("what it signed before is still right")
    #expect(try transcript.run("verify", "ledger").status == 0)
    try transcript.expect("key")
  }

  @Test("Rows outside of an officer's region are not admitted, the others are, and a dry run tells so before")
  func region() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let register = """
      no_peserta,nama,kode_desa,tanggal
      KCL-010,Mardiana,18.03.07.2004,2026-02-17
      KCL-011,Mardiana,18.03.08.2001,2026-02-17
      KCL-012,Mardiana,18.03.07.2004,2026-02-17
      KCL-013,Mardiana,18.03.08.2001,2026-02-17

      """
    try Data(register.utf8).write(to: URL(fileURLWithPath: folder + "/baru.csv"))
    #expect(try transcript.runAll(["import", "bnba", "baru.csv", "--as", "pendaftar-1", "--dry-run"] + rest).status == 3)
    #expect(try transcript.runAll(["import", "bnba", "baru.csv", "--as", "pendaftar-1"] + rest).status == 3)
    #expect(try transcript.runAll(["import", "bnba", "baru.csv", "--as", "pendaftar-1", "--json"] + rest).status == 3)
    #expect(try transcript.run("verify", "ledger").status == 0)
    try transcript.expect("key-region")
    for datum in TinyDistrict.personal { #expect(!transcript.text.contains(datum), "\(datum)") }
  }

  @Test("A key that was made elsewhere is granted by its verifier key")
  func elsewhere() throws {
    let folder = try TinyDistrict.recorded()
    var transcript = Transcript(in: folder)
    let made = try transcript.run("key", "make", "\(TinyDistrict.origin)/jauh-1", "--keyring", "gantungan", "--no-passphrase")
    let key = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    let grant = ["key", "grant", "jauh-1", "--holder", "P-010", "--role", "auditor", "--from", "2026-01-01", "--as", "pembina-1"]
    #expect(try transcript.runAll(grant + ["--key", key] + rest).status == 0)
    transcript.note("another name, and no key at all")
    #expect(try transcript.runAll(["key", "grant", "jauh-2"] + grant.dropFirst(3) + ["--key", key] + rest).status == 2)
    #expect(try transcript.runAll(["key", "grant", "jauh-2"] + grant.dropFirst(3) + ["--key", "kunci"] + rest).status == 2)
    #expect(try transcript.run("verify", "ledger").status == 0)
    try transcript.expect("key-elsewhere")
  }

  @Test("A second writer waits outside while the first one works")
  func locked() throws {
    let folder = try TinyDistrict.recorded()
    let descriptor = unsafe open(folder + "/ledger/lock", O_RDWR)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    defer { close(descriptor) }
    var transcript = Transcript(in: folder)
    #expect(try transcript.runAll(["import", "handovers", "salur.csv", "--as", "penyalur-1"] + rest).status == 4)
    #expect(try transcript.run("verify", "ledger").status == 0)
    try transcript.expect("locked")
  }
}
