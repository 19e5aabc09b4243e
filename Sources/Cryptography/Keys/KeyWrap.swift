/// Encryption of one secret under another key: nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes), XChaCha20-Poly1305-IETF.
///
/// The associated data says whose secret it is (origin, subject), so that a wrapped key cannot be moved to another subject.
public enum KeyWrap {
  /// Why a wrapped secret does not open.
  public enum Failure: Error, Equatable, Sendable {
    /// Another wrapping key, another context, or changed bytes.
    case notAuthentic
  }

  /// `secret` under `key` with a fresh random nonce.
  public static func wrap(_ secret: SecretBytes, under key: SealKey, associatedData: [UInt8]) -> [UInt8] {
    let nonce = SecureRandom.bytes(XChaCha20Poly1305.nonceByteCount)
    return unsafe secret.withUnsafeBytes {
      unsafe XChaCha20Poly1305.seal($0, key: key.secret, nonce: nonce, associatedData: associatedData)
    }
  }

  /// The secret that ``wrap(_:under:associatedData:)`` wrapped.
  ///
  /// - Throws: ``Failure/notAuthentic``.
  public static func unwrap(
    _ wrapped: [UInt8], under key: SealKey, associatedData: [UInt8]
  ) throws(Failure) -> SecretBytes {
    guard let secret = XChaCha20Poly1305.open(wrapped, key: key.secret, associatedData: associatedData) else {
      throw .notAuthentic
    }
    return secret
  }
}
