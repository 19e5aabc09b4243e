import Intake
import Testing

@Suite("Short names of keys")
struct ShortKeyNameTests {
  @Test(
    "A name without a slash is completed with the origin; a full name, the origin and nothing stay as they are",
    arguments: [
      ("petugas-1", "bansos.example/lampura/petugas-1"), ("bansos.example/lampura", "bansos.example/lampura"),
      ("bansos.example/lampura/petugas-1", "bansos.example/lampura/petugas-1"),
      ("bansos.example/pesisir/petugas-1", "bansos.example/pesisir/petugas-1"), ("", ""),
    ])
  func completed(name: String, full: String) {
    #expect(ShortKeyName.complete(name, origin: "bansos.example/lampura") == full)
  }

  @Test("An origin without a slash names the log's key, too")
  func plainOrigin() {
    #expect(ShortKeyName.complete("lampura", origin: "lampura") == "lampura")
    #expect(ShortKeyName.complete("petugas-1", origin: "lampura") == "lampura/petugas-1")
  }
}
