import Cryptography
import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Signed notes")
struct SignedNoteTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let why: String
      let note: String
      let error: String?
      let signedBy: [String]
    }
    let verifier: String
    let cases: [Case]
  }

  @Test("Every vector opens with the keys that signed it, or is refused for its reason")
  func vectors() throws {
    let file = try Vectors.load("notes", as: File.self)
    let key = try VerifierKey(file.verifier)
    for vector in file.cases {
      let bytes = try #require(Base64.decode(vector.note))
      var refusal: String?
      var signedBy: [String] = []
      do {
        signedBy = try SignedNote(parsing: bytes).verify(with: [key]).map(\.name.text)
      } catch {
        refusal = error.refusal
      }
      #expect(refusal == vector.error, "\(vector.why)")
      #expect(signedBy == vector.signedBy, "\(vector.why)")
    }
  }

  @Test("A note that is signed opens, keeps its bytes, and lists text and signatures as they were")
  func roundTrip() throws {
    let signers = [try signer("a.example", 1), try signer("b.example/\u{E9}", 2), try signer("c.example", 3)]
    let text = Array("baris satu\n\n— bukan tanda tangan\n".utf8)
    let note = try SignedNote.sign(text, with: signers)
    #expect(try SignedNote.open(note.bytes, verifiers: signers.map(\.verifier)) == note)
    #expect(Array(note.text) == text)
    #expect(note.signatures == signers.map { $0.sign(text) })
    #expect(try note.verify(with: [signers[2].verifier, signers[0].verifier]) == [signers[0].verifier, signers[2].verifier])
    #expect(try SignedNote(text: text, signatures: note.signatures) == note)
    #expect(try SignedNote.sign(text, with: [signers[0]]).adding(note.signatures.suffix(2).map { $0 }) == note)
  }

  @Test("The layout points at name, base64 and text, wherever the note lies in a larger buffer")
  func layout() throws {
    let signer = try signer("a.example", 1)
    let note = try SignedNote.sign(Array("isi\n".utf8), with: [signer])
    let line = try #require(note.layout.signatures.first)
    #expect(note.layout.text == 0..<4)
    #expect(String(decoding: note.bytes[line.name], as: UTF8.self) == "a.example")
    #expect(
      String(decoding: note.bytes[line.encoded], as: UTF8.self)
        == note.signatures[0].line.split(separator: " ").last.map(String.init))
    #expect(line.keyID == signer.keyID)
    #expect(line.signatureByteCount == 64)
    let isValid = unsafe note.bytes.withUnsafeBytes { buffer in
      unsafe line.isBy(signer.verifier, in: buffer) && note.layout.isValid(line, by: signer.verifier, in: buffer)
    }
    #expect(isValid)
  }

  @Test("A text without a line feed at its end is not signed")
  func unterminated() throws {
    let signer = try signer("a.example", 1)
    #expect(throws: NoteError.textUnterminated) { try SignedNote.sign(Array("isi".utf8), with: [signer]) }
    #expect(throws: NoteError.textUnterminated) { try SignedNote.sign([], with: [signer]) }
    #expect(throws: NoteError.noSignatures) { try SignedNote.sign(Array("isi\n".utf8), with: []) }
  }

  @Test("A note of a million bytes is read, and one byte more is refused")
  func size() throws {
    let signer = try signer("a.example", 1)
    let lines = try SignedNote.sign([0x0A], with: [signer]).bytes.count
    for extra in 0...1 {
      let text = [UInt8](repeating: UInt8(ascii: "a"), count: NoteLayout.maximumByteCount - lines + extra) + [0x0A]
      let bytes = try text + [0x0A] + signatureLine(of: text, by: signer)
      if extra == 0 {
        #expect(try SignedNote.open(bytes, verifiers: [signer.verifier]).bytes == bytes)
      } else {
        #expect(throws: NoteError.tooLarge(maximum: 1_000_000, found: 1_000_001)) { try SignedNote(parsing: bytes) }
      }
    }
  }

  @Test("Changing any single bit of a note makes it fail")
  func everyBit() throws {
    let signer = try signer("a.example", 1)
    let good = try SignedNote.sign(Array("isi — x\n\ndua\n".utf8), with: [signer]).bytes
    for offset in good.indices {
      for bit in 0..<8 {
        var bad = good
        bad[offset] ^= 1 << UInt8(bit)
        #expect(throws: NoteError.self, "byte \(offset) bit \(bit)") {
          try SignedNote.open(bad, verifiers: [signer.verifier])
        }
      }
    }
  }

  @Test("The check of characters agrees with Foundation on drawn bytes")
  func charactersAgree() throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SeededGenerator(seed: seed)
    let signer = try signer("a.example", 1)
    let tail = try signatureLine(of: [0x0A], by: signer)
    let pieces: [[UInt8]] = [
      [0x41], [0x20], [0x7F], [0x1F], [0x80], [0xC1, 0xBF], [0xC2, 0x80], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0, 0x80],
      [0xED, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], Array("abcdefghijklmno".utf8),
    ]
    for _ in 0..<4_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<6, using: &generator) { text += try #require(pieces.randomElement(using: &generator)) }
      text.append(0x0A)
      let isAllowed = String(bytes: text, encoding: .utf8) != nil && !text.contains { $0 < 0x20 && $0 != 0x0A }
      let isParsed = (try? SignedNote(parsing: text + [0x0A] + tail)) != nil
      try #require(isParsed == isAllowed, "\(text), seed \(seed)")
    }
  }

  private func signer(_ name: String, _ seed: UInt8) throws -> SignerKey {
    SignerKey(name: try KeyName(name), signingKey: try SigningKey(seed: SecretBytes(Array(repeating: seed, count: 32))))
  }

  private func signatureLine(of text: [UInt8], by signer: SignerKey) throws -> [UInt8] {
    var line: [UInt8] = []
    signer.sign(text).append(to: &line)
    return line
  }
}
