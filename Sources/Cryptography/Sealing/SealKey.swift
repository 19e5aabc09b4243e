/// A 32-byte secret key of one subject: it alone opens what was sealed under it, and destroying it erases that data.
public struct SealKey: Sendable {
  /// 32.
  public static let byteCount = 32

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
  public static func generate() -> SealKey { SealKey(checked: .random(count: byteCount)) }
}
