/// The 32-byte secret that turns structured numbers (NIK, KK) into pseudonyms which cannot be found by trying all numbers.
///
/// Both results are keyed BLAKE2b-256 over `amanah/tag/v1` ‖ 0x0A ‖ label ‖ 0x0A ‖ value. Labels hold no line feed, so that two
/// kinds of values never share an input.
public struct TagKey: Sendable {
  /// 32.
  public static let byteCount = 32

  private static let domain: [UInt8] = Array("amanah/tag/v1\n".utf8)

  /// The key itself.
  public let secret: SecretBytes

  /// The key with these 32 secret bytes.
  ///
  /// - Throws: ``KeyError/wrongLength(expected:found:)``.
  public init(_ secret: SecretBytes) throws(KeyError) {
    guard secret.count == Self.byteCount else { throw .wrongLength(expected: Self.byteCount, found: secret.count) }
    self.secret = secret
  }

  private init(checked secret: SecretBytes) { self.secret = secret }

  /// A fresh random key.
  public static func generate() -> TagKey { TagKey(checked: .random(count: byteCount)) }

  /// The first 16 bytes of ``digest(label:value:)``: enough to tell subjects apart.
  ///
  /// - Precondition: `label` holds no line feed.
  public func tag(label: String, value: [UInt8]) -> Tag {
    Tag(truncating: digest(label: label, value: value))
  }

  /// All 32 bytes of the keyed hash of `value` under `label`.
  ///
  /// - Precondition: `label` holds no line feed.
  public func digest(label: String, value: [UInt8]) -> Digest {
    precondition(!label.utf8.contains(UInt8(ascii: "\n")), "a tag label holds no line feed")
    return KeyedBLAKE2b.hash(key: secret, parts: [Self.domain, Array(label.utf8), [UInt8(ascii: "\n")], value])
  }
}
