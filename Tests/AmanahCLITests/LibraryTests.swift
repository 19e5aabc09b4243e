import Foundation
import TestSupport
import Testing

/// What the program does on a libsodium that lacks the patch for CVE-2025-69277: played by a library that is loaded before the real one.
@Suite struct LibraryTests {
  /// Builds the library, with the compiler that links Swift programs.
  private static func unpatched() throws -> String {
    let folder = try ScratchFolder.make()
    try Data("int crypto_core_ed25519_is_valid_point(const unsigned char *p) { return 1; }\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/unpatched.c"))
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["clang", "-shared", "-fPIC", "-o", folder + "/unpatched.so", folder + "/unpatched.c"]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "clang, which comes with Swift, could not build the library")
    return folder + "/unpatched.so"
  }

  @Test(
    "On a libsodium that accepts weak keys every command ends with status 4 and says what to install", arguments: ["en", "id"])
  func refusesToStart(language: String) throws {
    let folder = try TinyDistrict.recorded()
    let library = try Self.unpatched()
    for arguments in [["verify", "ledger"], ["report", "-L", "ledger"], ["--version"]] {
      let outcome = try Tool.run(
        arguments, in: folder, environment: ["LD_PRELOAD": library, "LC_ALL": language == "id" ? "id_ID.UTF-8" : "C.UTF-8"])
      #expect(outcome.status == 4, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("libsodium 1.") && outcome.errors.contains("CVE-2025-69277"))
      #expect(outcome.errors.contains(language == "id" ? "pasang paket" : "install a patched package"), "\(outcome.errors)")
      #expect(try Tool.run(arguments, in: folder).status == 0, "with the library of this machine")
    }
  }
}
