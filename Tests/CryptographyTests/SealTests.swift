import Cryptography
import Testing

@Suite("Seals and tags")
struct SealTests {
  private struct File: Decodable {
    struct Vector: Decodable {
      let key: Hex
      let nonce: Hex
      let plaintext: Hex
      let associatedData: Hex
      let box: String
      let commitment: String
      let why: String?
      let error: String?
    }
    struct TagVector: Decodable {
      let key: Hex
      let label: String
      let value: Hex
      let digest: String
      let tag: String
    }
    let seals: [Vector]
    let refused: [Vector]
    let tags: [TagVector]
  }

  @Test("Sealing gives the bytes of another implementation, and they open")
  func knownSeals() throws {
    for vector in try Vectors.load("seals", as: File.self).seals {
      let key = try SealKey(SecretBytes(vector.key.bytes))
      let sealed = Seal.seal(
        plaintext: vector.plaintext.bytes, key: key, associatedData: vector.associatedData.bytes,
        nonceThatMustNotRepeat: vector.nonce.bytes)
      #expect(Base64.encode(sealed.box) == vector.box)
      #expect(sealed.commitment.base64 == vector.commitment)
      #expect(sealed.box.count == vector.plaintext.bytes.count + Seal.overheadByteCount)
      #expect(try Seal.open(sealed, key: key, associatedData: vector.associatedData.bytes) == vector.plaintext.bytes)
    }
  }

  @Test("Every altered seal is refused for its reason")
  func refusedSeals() throws {
    for vector in try Vectors.load("seals", as: File.self).refused {
      let sealed = SealedBox(
        box: try #require(Base64.decode(vector.box)), commitment: try #require(Digest(base64: vector.commitment)))
      var refusal: String?
      do {
        _ = try Seal.open(sealed, key: SealKey(SecretBytes(vector.key.bytes)), associatedData: vector.associatedData.bytes)
      } catch let error as SealError {
        refusal =
          switch error {
          case .truncated: "truncated"
          case .notAuthentic: "notAuthentic"
          case .commitmentMismatch: "commitmentMismatch"
          }
      }
      #expect(refusal == vector.error, "\(vector.why ?? "")")
    }
  }

  @Test("Sealing twice gives two boxes that both open")
  func freshNonces() throws {
    let key = SealKey.generate()
    let boxes = (0..<2).map { _ in Seal.seal(plaintext: [1, 2, 3], key: key, associatedData: [4]) }
    #expect(boxes[0] != boxes[1])
    for box in boxes { #expect(try Seal.open(box, key: key, associatedData: [4]) == [1, 2, 3]) }
    let swapped = SealedBox(box: boxes[0].box, commitment: boxes[1].commitment)
    #expect(throws: SealError.commitmentMismatch) { try Seal.open(swapped, key: key, associatedData: [4]) }
  }

  @Test("Tags and keyed digests are those of another implementation")
  func knownTags() throws {
    for vector in try Vectors.load("seals", as: File.self).tags {
      let key = try TagKey(SecretBytes(vector.key.bytes))
      let digest = key.digest(label: vector.label, value: vector.value.bytes)
      let tag = key.tag(label: vector.label, value: vector.value.bytes)
      #expect(digest.base64 == vector.digest)
      #expect(tag.base64 == vector.tag)
      #expect(Tag(base64: vector.tag) == tag)
      #expect(tag.bytes == Array(digest.bytes.prefix(16)))
    }
  }

  @Test("Only 24 canonical characters spell a tag, and tags are ordered by their bytes")
  func tagText() throws {
    let tag = try #require(Tag(bytes: Array(UInt8(1)...16)))
    #expect(Tag(base64: tag.base64) == tag)
    #expect("\(tag)" == tag.base64 && tag.base64.utf8.count == Tag.base64Count)
    for bad in [
      "", String(tag.base64.dropLast()), tag.base64 + "=", String(repeating: "A", count: 24),
      String(repeating: "A", count: 21) + "B==",
    ] {
      #expect(Tag(base64: bad) == nil)
    }
    #expect(Tag(bytes: Array(UInt8(1)...15)) == nil)
    for index in 0..<16 {
      var higher = tag.bytes
      higher[index] = 0xFF
      let other = try #require(Tag(bytes: higher))
      #expect(tag < other && !(other < tag))
    }
  }

  @Test("A wrapped key unwraps under its key and context only")
  func wrapping() throws {
    let (outer, other) = (SealKey.generate(), SealKey.generate())
    let secret = SecretBytes.random(count: 32)
    let wrapped = KeyWrap.wrap(secret, under: outer, associatedData: [1])
    #expect(wrapped.count == 72)
    #expect(try KeyWrap.unwrap(wrapped, under: outer, associatedData: [1]).isEqual(to: secret))
    #expect(throws: KeyWrap.Failure.notAuthentic) { try KeyWrap.unwrap(wrapped, under: other, associatedData: [1]) }
    #expect(throws: KeyWrap.Failure.notAuthentic) { try KeyWrap.unwrap(wrapped, under: outer, associatedData: [2]) }
    for length in 0..<wrapped.count {
      #expect(throws: KeyWrap.Failure.notAuthentic) {
        try KeyWrap.unwrap(Array(wrapped.prefix(length)), under: outer, associatedData: [1])
      }
    }
    for index in wrapped.indices {
      var bad = wrapped
      bad[index] ^= 0x10
      #expect(throws: KeyWrap.Failure.notAuthentic) { try KeyWrap.unwrap(bad, under: outer, associatedData: [1]) }
    }
  }
}
