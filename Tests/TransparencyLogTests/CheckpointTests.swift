import Cryptography
import Testing
import TransparencyLog

@Suite("Checkpoints")
struct CheckpointTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let why: String
      let note: String
      let error: String?
    }
    let verifier: String
    let signer: String
    let origin: String
    let size: UInt64
    let root: Hash
    let cases: [Case]
  }

  @Test("Every vector opens, or is refused for its reason")
  func vectors() throws {
    let file = try Vectors.load("checkpoints", as: File.self)
    let key = try VerifierKey(file.verifier)
    for vector in file.cases {
      var refusal: String?
      do {
        let bytes = Array(vector.note.utf8)
        let signed = try SignedCheckpoint.open(bytes, verifier: key)
        #expect(signed.bytes == bytes)
      } catch {
        refusal = error.refusal
      }
      #expect(refusal == vector.error, "\(vector.why)")
    }
  }

  @Test("Signing gives the bytes that another implementation signed")
  func signing() throws {
    let file = try Vectors.load("checkpoints", as: File.self)
    let checkpoint = Checkpoint(origin: try KeyName(file.origin), size: TreeSize(file.size), root: file.root.digest)
    let signed = try checkpoint.sign(with: try SignerKey(file.signer))
    #expect(String(decoding: signed.bytes, as: UTF8.self) == file.cases[0].note)
    #expect(try SignedCheckpoint.open(signed.bytes, verifier: VerifierKey(file.verifier)).checkpoint == checkpoint)
  }

  @Test("The external signature line is reproduced over the known tree")
  func external() throws {
    let entries: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57), Array(0x60...0x6F),
    ]
    var tree = CompactTree()
    for entry in entries { tree.append(MerkleHash.leaf(entry)) }
    let name = try KeyName("bansos.example/ledger")
    let signer = SignerKey(name: name, signingKey: try SigningKey(seed: SecretBytes(Array(0...31))))
    let signed = try Checkpoint(origin: name, size: tree.size, root: tree.root).sign(with: signer)
    #expect(tree.root.base64 == "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=")
    #expect(
      signed.note.signatures.map(\.line) == [
        "— bansos.example/ledger VI/fIpfK0LAYlpwC7mgSoB1OhWhxRymL3Ke9QrbXGd3X9FX0MebOhgTDaUFUDjAs3QCSwW6Y7MddP89FYaY/YhkTsgg="
      ])
  }

  @Test("A key of another name signs no checkpoint of this log")
  func anotherName() throws {
    let origin = try KeyName("a.example")
    let signer = SignerKey.generate(name: try KeyName("b.example"))
    #expect(throws: CheckpointError.wrongOrigin(expected: signer.name, found: origin)) {
      try Checkpoint(origin: origin, size: 0, root: MerkleHash.emptyRoot).sign(with: signer)
    }
  }

  @Test("Signatures added later keep the bytes before them and the log's signature valid")
  func adding() throws {
    let name = try KeyName("a.example")
    let signer = SignerKey.generate(name: name)
    let witness = SignerKey.generate(name: try KeyName("w.example"))
    let signed = try Checkpoint(origin: name, size: 0, root: MerkleHash.emptyRoot).sign(with: signer)
    let cosigned = try signed.adding([witness.sign(signed.checkpoint.text)])
    #expect(cosigned.bytes.starts(with: signed.bytes))
    #expect(try SignedCheckpoint.open(cosigned.bytes, verifier: signer.verifier) == cosigned)
    #expect(try cosigned.note.verify(with: [witness.verifier]) == [witness.verifier])
  }
}
