import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import Testing
import TransparencyLog

/// The cases of Tests/Vectors/admission, which the independent verifier runs too.
@Suite struct AdmissionVectorsTests {
  struct Case: Decodable, CustomTestStringConvertible {
    struct Expected: Decodable {
      let code: String
      let position: UInt64?
    }
    let name: String
    let key: String
    let entries: [String]
    let leaves: [String]?
    let checkpoint: String
    let remember: String?
    let expected: Expected
    var testDescription: String { name }
  }

  static func cases(_ file: String) throws -> [Case] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("Vectors/admission/\(file).json"))
    return try JSONDecoder().decode([Case].self, from: data)
  }

  @Test(
    "Every vector gets the code and position that the independent verifier gives it",
    arguments: ["sound", "notes", "events", "genesis", "authority", "entries", "checkpoints", "malleability"])
  func vectors(file: String) throws {
    let cases = try Self.cases(file)
    #expect(!cases.isEmpty)
    for vector in cases {
      let source = try MemorySource(
        entries: vector.entries.map { try #require(Base64.decode($0)) },
        leaves: vector.leaves?.map { try #require(Base64.decode($0)) }, checkpoint: Array(vector.checkpoint.utf8))
      let audit = LogAudit(
        source: source, key: try VerifierKey(vector.key), remembered: vector.remember.map { Array($0.utf8) })
      let finding = try audit.run().finding
      #expect(
        finding?.code.rawValue ?? "ok" == vector.expected.code && finding?.position?.rawValue == vector.expected.position,
        "\(file): \(vector.name): expected \(vector.expected.code) at \(vector.expected.position as Any), found \(finding as Any)"
      )
    }
  }
}
