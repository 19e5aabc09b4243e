@testable import Cryptography
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
    struct TwoKeys: Decodable {
      struct Key: Decodable {
        let key: Hex
        let plaintext: Hex
        let commitment: String
      }
      let associatedData: Hex
      let box: String
      let keys: [Key]
    }
    let twoKeys: TwoKeys
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

  @Test("A box that is authentic under two keys opens under the one that its commitment names, and under no other")
  func twoKeys() throws {
    let vector = try Vectors.load("seals", as: File.self).twoKeys
    let box = try #require(Base64.decode(vector.box))
    let context = vector.associatedData.bytes
    let keys = try vector.keys.map { try SealKey(SecretBytes($0.key.bytes)) }
    let commitments = try vector.keys.map { try #require(Digest(base64: $0.commitment)) }
    // The attack is real: what is below the commitment accepts the box twice, with two texts.
    for (key, side) in zip(keys, vector.keys) {
      let opened = XChaCha20Poly1305.open(box, key: key.secret, associatedData: context)
      #expect(opened?.copyWithoutProtection() == side.plaintext.bytes)
    }
    #expect(vector.keys[0].plaintext.bytes != vector.keys[1].plaintext.bytes)
    for (committed, commitment) in commitments.enumerated() {
      let sealed = SealedBox(box: box, commitment: commitment)
      for (index, key) in keys.enumerated() {
        if index == committed {
          #expect(try Seal.open(sealed, key: key, associatedData: context) == vector.keys[index].plaintext.bytes)
        } else {
          #expect(throws: SealError.commitmentMismatch) { try Seal.open(sealed, key: key, associatedData: context) }
        }
      }
    }
    // No third commitment opens it under either key.
    for commitment in [Digest.zero, SHA256.hash(box)] {
      for key in keys {
        #expect(throws: SealError.commitmentMismatch) {
          try Seal.open(SealedBox(box: box, commitment: commitment), key: key, associatedData: context)
        }
      }
    }
  }

  @Test("A box that was cut at any length, or has any one bit changed, in box or commitment, does not open")
  func everyBit() throws {
    let key = SealKey.generate()
    let plaintext = [UInt8](repeating: 0x20, count: 64)
    let sealed = Seal.seal(plaintext: plaintext, key: key, associatedData: [7])
    #expect(try Seal.open(sealed, key: key, associatedData: [7]) == plaintext)
    for count in 0..<sealed.box.count {
      let cut = SealedBox(box: Array(sealed.box.prefix(count)), commitment: sealed.commitment)
      let expected: SealError =
        count < Seal.overheadByteCount ? .truncated(minimum: Seal.overheadByteCount, found: count) : .notAuthentic
      #expect(throws: expected) { try Seal.open(cut, key: key, associatedData: [7]) }
    }
    for bit in 0..<sealed.box.count * 8 {
      var box = sealed.box
      box[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: SealError.notAuthentic) {
        try Seal.open(SealedBox(box: box, commitment: sealed.commitment), key: key, associatedData: [7])
      }
    }
    for bit in 0..<Digest.byteCount * 8 {
      var commitment = sealed.commitment.bytes
      commitment[bit / 8] ^= 1 << (bit % 8)
      let changed = SealedBox(box: sealed.box, commitment: try #require(Digest(bytes: commitment)))
      #expect(throws: SealError.commitmentMismatch) { try Seal.open(changed, key: key, associatedData: [7]) }
    }
  }
}
