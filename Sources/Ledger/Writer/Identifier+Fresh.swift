import Cryptography
public import Vocabulary

extension Identifier {
  /// A new UUIDv7 for what happened at `at`; 74 bits of it are random.
  public static func fresh(_ at: Timestamp) -> Identifier {
    Identifier(millisecondsSince1970: UInt64(clamping: at.secondsSince1970) * 1000, firstBitsOf: SecureRandom.bytes(16))
  }

  /// A UUIDv7 whose random bits are the first of `bytes`.
  ///
  /// - Precondition: there are at least 16 bytes.
  public init(millisecondsSince1970 milliseconds: UInt64, firstBitsOf bytes: [UInt8]) {
    func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
    self = .make(millisecondsSince1970: milliseconds, random: (number(0..<8), number(8..<16)))
  }
}
