import Cryptography
import Testing

@Suite("Digests")
struct DigestTests {
  @Test("A digest has its bytes, in order, and none is made of another number of bytes")
  func bytes() {
    let bytes = Array(UInt8(1)...32)
    #expect(Digest(bytes: bytes)?.bytes == bytes)
    #expect(Digest(bytes: bytes[...])?.bytes == bytes)
    #expect(unsafe bytes.withUnsafeBytes { unsafe Digest($0) }?.bytes == bytes)
    #expect(Digest(bytes: bytes.dropLast()) == nil)
    #expect(Digest(bytes: bytes + [0]) == nil)
    #expect(Digest(bytes: []) == nil)
    #expect(Digest.zero.bytes == Array(repeating: 0, count: 32))
    #expect(MemoryLayout<Digest>.size == 32)
  }

  @Test("Digests are ordered by their bytes from the first to the last")
  func order() throws {
    for index in 0..<32 {
      var low = [UInt8](repeating: 0x80, count: 32)
      var high = low
      (low[index], high[index]) = (0x7F, 0x81)
      // Whatever follows the first difference does not count.
      for later in (index + 1)..<max(32, index + 1) { (low[later], high[later]) = (0xFF, 0x00) }
      let (a, b) = (try #require(Digest(bytes: low)), try #require(Digest(bytes: high)))
      #expect(a < b && !(b < a) && a != b, "byte \(index)")
    }
    #expect(!(Digest.zero < Digest.zero))
  }

  @Test("Base64 of 44 canonical characters, and nothing else, spells a digest")
  func base64() throws {
    let digest = SHA256.hash(Array("amanah".utf8))
    let text = digest.base64
    #expect(text.utf8.count == Digest.base64Count)
    #expect(Digest(base64: text) == digest)
    #expect(Digest(base64: Array(text.utf8)) == digest)
    #expect(Digest(base64: Substring(text).utf8) == digest)
    #expect("\(digest)" == text)
    let zero = String(repeating: "A", count: 43) + "="
    #expect(Digest(base64: zero) == .zero)
    for bad in [
      "", String(text.dropLast()), text + "=", text + "\n", " " + text.dropFirst(), String(zero.dropLast(2)) + "B=",
      String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "==", String(repeating: "é", count: 22),
    ] {
      #expect(Digest(base64: bad) == nil, "\(bad)")
    }
  }

  @Test("SHA-256 gives the values of FIPS 180-4")
  func knownHashes() {
    let known: [([UInt8], Hex)] = [
      ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
    for (message, hash) in known { #expect(SHA256.hash(message).bytes == hash.bytes) }
  }

  @Test("A prefix and parts hash as if they were joined, at every length around the block size")
  func parts() {
    for length in 0...200 {
      let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let joined = SHA256.hash([0x01] + message)
      #expect(unsafe message.withUnsafeBytes { unsafe SHA256.hash(prefix: 0x01, $0) } == joined)
      var hasher = SHA256.Hasher()
      hasher.update([0x01])
      hasher.update(Array(message.prefix(length / 3)))
      #expect(hasher.finalize() == SHA256.hash([0x01] + message.prefix(length / 3)))
      hasher.update(Array(message.dropFirst(length / 3)))
      #expect(hasher.finalize() == joined)
    }
  }
}
