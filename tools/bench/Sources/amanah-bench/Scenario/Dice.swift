import Cryptography

/// Seeded random numbers (SplitMix64): the same seed throws the same ledger.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Dice for one thing among many, so that any of them can be made without the ones before it.
  init(_ seed: UInt64, _ kind: UInt64, _ number: Int) {
    state = seed &+ kind &* 0xD6E8_FEB8_6659_FD93 &+ UInt64(number) &* 0xA076_1D64_78BD_642F
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) } }

  mutating func digest() throws -> Digest {
    guard let digest = Digest(bytes: bytes(Digest.byteCount)) else { throw BenchError("a digest has 32 bytes") }
    return digest
  }

  mutating func tag() throws -> Tag {
    guard let tag = Tag(bytes: bytes(Tag.byteCount)) else { throw BenchError("a tag has 16 bytes") }
    return tag
  }
}
