import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

/// One bit of every byte of a published log is flipped, bits chosen by the seed, and the audit must say where.
@Suite struct TamperedByteTests {
  /// A copy of the published files, so that tests do not disturb each other.
  private func copy(_ attacked: AttackedTown) throws -> String {
    let copy = ScratchFolder.newPath("copy")
    try FileManager.default.createDirectory(
      atPath: (copy as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: attacked.published, toPath: copy)
    return copy
  }

  /// Calls `body` with the finding for each byte of `file`, flipped.
  private func flipEach(
    _ file: String, _ attacked: AttackedTown, _ purpose: String, _ body: (Int, [UInt8], AuditFinding?) throws -> Void
  ) throws {
    var generator = TestSeed.generator(purpose)
    let path = URL(fileURLWithPath: try copy(attacked) + "/" + file)
    let source = PublishedSource(path: String(path.path.dropLast(file.count + 1)))
    #expect(try attacked.finding(source) == nil)
    let original = [UInt8](try Data(contentsOf: path))
    for index in original.indices {
      var flipped = original
      flipped[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try Data(flipped).write(to: path)
      try body(index, flipped, try attacked.finding(source))
    }
  }

  @Test("A flipped bit in a stored entry is found at the entry: it no longer hashes to its leaf hash")
  func entries() async throws {
    let attacked = try await AttackedTown.make()
    // Where each entry's two bytes of length and its bytes are in the bundle.
    var ranges: [Range<Int>] = []
    for entry in attacked.entries {
      ranges.append((ranges.last?.upperBound ?? 0)..<(ranges.last?.upperBound ?? 0) + 2 + entry.count)
    }
    var count = 0
    try flipEach("tile/entries/000.p/8", attacked, "bundle") { index, _, finding in
      let position = try #require(ranges.firstIndex { $0.contains(index) })
      let isLength = index - ranges[position].lowerBound < 2
      let codes: [FindingCode] = isLength ? [.entryLeaf, .bundleMalformed] : [.entryLeaf]
      #expect(
        finding.map { codes.contains($0.code) && $0.position == Position(UInt64(position)) } ?? false,
        "byte \(index), entry \(position), seed \(TestSeed.value): \(finding as Any)")
      count += 1
    }
    #expect(count == ranges.last?.upperBound && count > 4000)
  }

  @Test("A flipped bit in a stored leaf hash is found at its position")
  func leaves() async throws {
    let attacked = try await AttackedTown.make()
    try flipEach("tile/0/000.p/8", attacked, "leaves") { index, _, finding in
      #expect(
        finding?.code == .entryLeaf && finding?.position == Position(UInt64(index / 32)),
        "byte \(index), seed \(TestSeed.value): \(finding as Any)")
    }
  }

  @Test("A flipped bit in the checkpoint leaves it malformed or not signed by the log, as its bytes say")
  func checkpoint() async throws {
    let attacked = try await AttackedTown.make()
    var codes: [FindingCode: Int] = [:]
    try flipEach("checkpoint", attacked, "checkpoint") { index, bytes, finding in
      let expected: FindingCode = Self.isSignedNote(bytes) ? .checkpointSignature : .checkpointMalformed
      #expect(
        finding?.code == expected && finding?.position == nil,
        "byte \(index), seed \(TestSeed.value): expected \(expected.rawValue), found \(finding as Any)")
      codes[expected, default: 0] += 1
    }
    #expect((codes[.checkpointSignature] ?? 0) > 50 && (codes[.checkpointMalformed] ?? 0) > 5)
  }

  @Test(
    "A flipped bit in a note is found at its entry by the authors' signatures, though all hashes are made anew and signed again")
  func notes() async throws {
    let attacked = try await AttackedTown.make()
    var generator = TestSeed.generator("notes")
    let forged = try attacked.forged()
    for position in forged.items.indices {
      let textEnd = try UnverifiedAuthorNote(parsing: forged.items[position].note).text.upperBound
      // Every fourth byte, from a place that the seed chooses: each costs a whole audit with hashes and checkpoint made anew.
      let first = Int.random(in: 0..<4, using: &generator)
      for index in stride(from: first, to: forged.items[position].note.count, by: 4) {
        var log = forged
        log.items[position].note[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        let finding = try attacked.finding(try log.source())
        let codes = index < textEnd ? Self.textCodes(position) : Self.signatureCodes
        #expect(
          finding.map { codes.contains($0.code) && $0.position == Position(UInt64(position)) } ?? false,
          "entry \(position), byte \(index) of the note, seed \(TestSeed.value): \(finding as Any)")
      }
    }
  }

  /// Position 0 reads its events before its signatures, since they hold the keys.
  private static func textCodes(_ position: Int) -> Set<FindingCode> {
    let codes: Set<FindingCode> = [.noteMalformed, .noteLedger, .signatureAuthor, .signatureInvalid]
    guard position == 0 else { return codes }
    return codes.union([
      .eventMalformed, .eventType, .eventSchema, .genesisMissing, .genesisOrigin, .genesisLogKey, .grantKey, .keyUnknown,
    ])
  }

  private static let signatureCodes: Set<FindingCode> = [.noteMalformed, .signatureAuthor, .keyUnknown, .signatureInvalid]

  /// Whether bytes are a signed note as SPEC 3 says, by other means than the program's.
  private static func isSignedNote(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A }),
      let blank = text.unicodeScalars.indices.last(where: { text.unicodeScalars[$0...].starts(with: "\n\n".unicodeScalars) })
    else { return false }
    let rest = String(text.unicodeScalars[text.unicodeScalars.index(blank, offsetBy: 2)...])
    guard rest.hasSuffix("\n") else { return false }
    return rest.dropLast().split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: false)
      guard fields.count == 3, fields[0] == "—", !fields[1].isEmpty, !fields[1].contains("+"),
        let data = Data(base64Encoded: String(fields[2])), data.count >= 5
      else { return false }
      return data.base64EncodedString() == fields[2]
    }
  }
}
