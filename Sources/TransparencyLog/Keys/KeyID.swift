import Cryptography

/// Short identifiers of keys in signature lines. They tell keys apart; they are not proof of anything.
enum KeyID {
  /// The first four bytes, big-endian, of SHA-256(name ‖ 0x0A ‖ type ‖ public key) (C2SP signed-note).
  static func compute(name: KeyName, type: SignatureType, publicKey: PublicKey) -> UInt32 {
    let hash = SHA256.hash(Array(name.text.utf8) + [0x0A, type.rawValue] + publicKey.bytes)
    return unsafe hash.withUnsafeBytes { unsafe UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self)) }
  }

  /// Eight lower-case hexadecimal digits.
  static func text(_ keyID: UInt32) -> String {
    let digits = String(keyID, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The number that exactly eight lower-case hexadecimal digits spell, else nil.
  static func parse(_ text: Substring) -> UInt32? {
    guard let value = UInt32(text, radix: 16), Self.text(value) == text else { return nil }
    return value
  }
}
