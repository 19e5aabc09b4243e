import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import Testing
import TransparencyLog
import Vocabulary

/// SPEC 14: the bytes in Tests/Vectors/worked-example, made again from their seeds.
@Suite struct WorkedExampleTests {
  static let origin = "bansos.example/ledger"
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Vectors/worked-example")

  /// The key whose seed is the bytes `first` to `first` + 31.
  static func signer(_ name: String, seedFrom first: UInt8) throws -> SignerKey {
    SignerKey(name: try KeyName(name), signingKey: try SigningKey(seed: SecretBytes((0..<32).map { first + $0 })))
  }

  static func identifier(_ number: UInt64) -> Identifier {
    .make(millisecondsSince1970: 1_776_305_520_000, random: (0, number))
  }

  /// The files of the example by name.
  static func files() throws -> [String: [UInt8]] {
    let log = try signer(origin, seedFrom: 0x00)
    let governor = try signer("\(origin)/pembina-1", seedFrom: 0x20)
    let officer = try signer("\(origin)/petugas-017", seedFrom: 0x40)
    let day = try #require(Timestamp("2026-04-16T09:00:00+07:00"))
    let creation = LedgerCreation(
      origin: origin, title: "Worked example", purpose: .exercise,
      governors: [.init(signer: governor, holder: identifier(1))], openedAt: day)
    let genesis = try creation.genesisNote(logKey: log.verifier, id: identifier(2))
    let chain = AuthorChain(sequence: 1, head: try UnverifiedAuthorNote(parsing: genesis).textDigest(in: genesis))
    let grant = KeyGranted(
      key: officer.verifier.text, holder: identifier(3), roles: [.distributor],
      regions: [try #require(Region("18.03.07"))], programmes: [try #require(Code("SEMBAKO"))], validFrom: day)
    var second = NoteComposer(origin: origin, author: governor, chain: chain)
    let granting = try second.compose(
      lines: [try EventLine(writing: Event(id: identifier(4), at: day, body: .keyGranted(grant)))], signedAt: day)
    var third = NoteComposer(origin: origin, author: officer, chain: AuthorChain())
    let handover = try EventLine(writing: Event(id: identifier(5), at: day, body: .handoverRecorded(try self.handover())))
    let signedAt = try #require(Timestamp("2026-04-16T09:12:03+07:00"))
    let handing = try third.compose(lines: [handover], signedAt: signedAt)
    return try self.log(of: [genesis, granting, handing], signer: log)
  }

  private static func handover() throws -> HandoverRecorded {
    HandoverRecorded(
      recipient: identifier(6), programme: try #require(Code("SEMBAKO")), period: try #require(Code("2026-04")),
      region: try #require(Region("18.03.07.2004")), outlet: try #require(Code("EW-01")), collector: .`self`,
      items: [
        Item(
          commodity: try #require(Code("beras")), quantity: Quantity(10_000), unit: .g, unitPrice: Rupiah(13_500),
          lot: Code("LOT-7"))
      ], packaged: false, evidence: [Evidence(kind: .signature, digest: SHA256.hash([]))])
  }

  private static func log(of notes: [[UInt8]], signer: SignerKey) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var tree = StoredHashes()
    var previous = Digest.zero
    for (position, note) in notes.enumerated() {
      let time = try #require(RecordedTime("2026-04-16T02:12:0\(position + 3).123Z"))
      let entry = try Entry.encode(position: Position(UInt64(position)), recordedAt: time, previous: previous, note: note)
      previous = MerkleHash.leaf(entry)
      tree.append(previous)
      files["entry-\(position)"] = entry
    }
    let checkpoint = try Checkpoint(origin: signer.name, size: tree.tree.size, root: tree.tree.root).sign(with: signer)
    files["checkpoint"] = checkpoint.bytes
    let proof = try InclusionProof.prove(2, in: tree.tree.size, reader: tree)
    files["2.tlog-proof"] = TlogProof(position: 2, path: proof.path, checkpoint: checkpoint.note).encode()
    files["verifier-key"] = Array((signer.verifier.text + "\n").utf8)
    return files
  }

  @Test("The worked example of SPEC 14 comes out byte for byte")
  func reproduces() throws {
    let files = try Self.files()
    if ProcessInfo.processInfo.environment["AMANAH_RECORD"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for (name, bytes) in files { try Data(bytes).write(to: Self.folder.appendingPathComponent(name)) }
      Issue.record("recorded; look at the files and run again")
      return
    }
    for (name, bytes) in files {
      let stored = try Data(contentsOf: Self.folder.appendingPathComponent(name))
      #expect([UInt8](stored) == bytes, "\(name) differs")
    }
  }

  @Test("SPEC 14 shows exactly these bytes")
  func isInTheSpecification() throws {
    let spec = try String(
      contentsOf: Self.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("SPEC.md"), encoding: .utf8)
    for name in ["entry-0", "entry-1", "entry-2", "2.tlog-proof", "verifier-key"] {
      let text = String(decoding: try Data(contentsOf: Self.folder.appendingPathComponent(name)), as: UTF8.self)
      let quoted = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
      #expect(spec.contains(quoted), "\(name) is not in SPEC 14")
    }
  }

  @Test("The worked example passes the audit, and its receipt is accepted")
  func verifies() throws {
    let files = try Self.files()
    let key = try Self.signer(Self.origin, seedFrom: 0).verifier
    let source = MemorySource(entries: try (0..<3).map { try #require(files["entry-\($0)"]) }, checkpoint: files["checkpoint"])
    #expect(try LogAudit(source: source, key: key).run().finding == nil)
    let proof = try TlogProof(parsing: try #require(files["2.tlog-proof"]))
    #expect(try proof.check(entry: try #require(files["entry-2"]), verifier: key).checkpoint.size == 3)
  }
}
