import Cryptography
import Testing

@Suite("Ed25519")
struct SigningTests {
  private struct File: Decodable {
    struct Signature: Decodable {
      let seed: Hex
      let message: Hex
      let signature: Hex
    }
    struct Refused: Decodable {
      let why: String
      let publicKey: Hex
      let message: Hex
      let signature: Hex
    }
    let refusedPublicKeys: [Hex]
    let signatures: [Signature]
    let refusedSignatures: [Refused]
  }

  @Test("The first three test vectors of RFC 8032, section 7.1, hold")
  func standard() throws {
    let vectors: [(seed: Hex, publicKey: Hex, message: Hex, signature: Hex)] = [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
      ),
    ]
    for vector in vectors {
      let key = try SigningKey(seed: SecretBytes(vector.seed.bytes))
      #expect(key.publicKey.bytes == vector.publicKey.bytes)
      #expect(key.sign(vector.message.bytes) == vector.signature.bytes)
      #expect(key.publicKey.isValidSignature(vector.signature.bytes, for: vector.message.bytes))
    }
  }

  @Test("Signatures are the deterministic ones that another implementation makes")
  func deterministic() throws {
    for vector in try Vectors.load("keys", as: File.self).signatures {
      let key = try SigningKey(seed: SecretBytes(vector.seed.bytes))
      #expect(key.sign(vector.message.bytes) == vector.signature.bytes)
      #expect(key.sign(vector.message.bytes) == vector.signature.bytes, "the second time too")
    }
  }

  @Test("Public keys of small order, not canonical or outside the prime-order group are refused")
  func unsafePoints() throws {
    let points = try Vectors.load("keys", as: File.self).refusedPublicKeys
    #expect(points.count >= 6)
    for point in points {
      #expect(throws: KeyError.unsafePoint) { try PublicKey(bytes: point.bytes) }
    }
  }

  @Test("A library that takes a point of order 2L for a sound key is not started with, and its version is told")
  func unpatchedLibrary() throws {
    let point: Hex = "feaf9d07b868cc52786305312c376563c622b0386a10d105e3c1501b28d65f7e"
    #expect(try Vectors.load("keys", as: File.self).refusedPublicKeys.map(\.bytes).contains(point.bytes))
    var asked: [[UInt8]] = []
    #expect(throws: SodiumProblem.acceptsUnsafePoint(version: "1.0.18")) {
      try SodiumCheck.run(
        isValidPoint: { candidate in
          asked.append(candidate)
          return true
        }, version: "1.0.18")
    }
    #expect(asked == [point.bytes])
    try SodiumCheck.run(isValidPoint: { _ in false }, version: "1.0.18")
    try SodiumCheck.run()
  }

  @Test("Forged, altered and malleable signatures are refused")
  func refused() throws {
    for vector in try Vectors.load("keys", as: File.self).refusedSignatures {
      let key = try PublicKey(bytes: vector.publicKey.bytes)
      #expect(!key.isValidSignature(vector.signature.bytes, for: vector.message.bytes), "\(vector.why)")
    }
  }

  @Test("Every single bit of message and signature counts")
  func everyBit() {
    let key = SigningKey.generate()
    let message = Array("beras".utf8)
    let signature = key.sign(message)
    #expect(key.publicKey.isValidSignature(signature, for: message))
    for bit in 0..<(8 * 64) {
      var bad = signature
      bad[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!key.publicKey.isValidSignature(bad, for: message))
    }
    for bit in 0..<(8 * message.count) {
      var bad = message
      bad[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!key.publicKey.isValidSignature(signature, for: bad))
    }
  }

  @Test("Keys of the wrong length are refused with both lengths")
  func lengths() {
    for count in [0, 31, 33, 64] {
      #expect(throws: KeyError.wrongLength(expected: 32, found: count)) { try SigningKey(seed: .random(count: count)) }
      #expect(throws: KeyError.wrongLength(expected: 32, found: count)) { try PublicKey(bytes: SecureRandom.bytes(count)) }
      #expect(throws: KeyError.wrongLength(expected: 32, found: count)) { try SealKey(.random(count: count)) }
      #expect(throws: KeyError.wrongLength(expected: 32, found: count)) { try TagKey(.random(count: count)) }
    }
  }

  @Test("Many threads may verify with one key at once")
  func threads() async {
    let key = SigningKey.generate()
    let valid = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<50).count { round in
            let message = [UInt8(task), UInt8(round)]
            return key.publicKey.isValidSignature(key.sign(message), for: message)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(valid == 400)
  }

  @Test("Generated keys differ, and random bytes do not repeat")
  func fresh() {
    #expect(SigningKey.generate().publicKey != SigningKey.generate().publicKey)
    #expect(Set((0..<100).map { _ in SecureRandom.bytes(16) }).count == 100)
    #expect(SecureRandom.bytes(0).isEmpty)
  }
}
