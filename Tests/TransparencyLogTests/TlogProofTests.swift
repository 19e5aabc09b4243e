import Cryptography
import Testing
import TransparencyLog

@Suite("Receipts")
struct TlogProofTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let why: String
      let proof: String
      let entry: Hex
      let error: String?
    }
    let verifier: String
    let cases: [Case]
  }

  @Test("Every vector is believed and keeps its bytes, or is refused for its reason")
  func vectors() throws {
    let file = try Vectors.load("receipts", as: File.self)
    let key = try VerifierKey(file.verifier)
    for vector in file.cases {
      let bytes = Array(vector.proof.utf8)
      var refusal: String?
      do {
        let proof = try TlogProof(parsing: bytes)
        #expect(proof.encode() == bytes, "\(vector.why)")
        let signed = try proof.check(entry: vector.entry.bytes, verifier: key)
        #expect(signed.bytes == proof.checkpoint.bytes)
      } catch {
        refusal = error.refusal
      }
      #expect(refusal == vector.error, "\(vector.why)")
    }
  }

  @Test("A receipt made from a tree proves its entry and no other, after a round trip through text")
  func roundTrip() throws {
    let name = try KeyName("a.example")
    let signer = SignerKey.generate(name: name)
    var stored = StoredHashes()
    for position in 0..<37 { stored.append(MerkleHash.leaf(ReferenceTree.entry(at: position))) }
    let signed = try Checkpoint(origin: name, size: 37, root: stored.tree.root).sign(with: signer)
    for position in 0..<37 {
      let inclusion = try InclusionProof.prove(Position(UInt64(position)), in: 37, reader: stored)
      let receipt = TlogProof(position: inclusion.position, path: inclusion.path, checkpoint: signed.note)
      let read = try TlogProof(parsing: receipt.encode())
      #expect(read == receipt)
      #expect(try read.check(entry: ReferenceTree.entry(at: position), verifier: signer.verifier) == signed)
      #expect(throws: TlogProofError.self) {
        try read.check(entry: ReferenceTree.entry(at: position + 1), verifier: signer.verifier)
      }
    }
  }

  @Test("Changing any bit of a receipt without extra data makes it fail")
  func everyBit() throws {
    let file = try Vectors.load("receipts", as: File.self)
    let key = try VerifierKey(file.verifier)
    let good = Array(file.cases[0].proof.utf8)
    for offset in good.indices {
      for bit in 0..<8 {
        var bad = good
        bad[offset] ^= 1 << UInt8(bit)
        #expect(throws: TlogProofError.self, "byte \(offset) bit \(bit)") {
          try TlogProof(parsing: bad).check(entry: file.cases[0].entry.bytes, verifier: key)
        }
      }
    }
  }
}
