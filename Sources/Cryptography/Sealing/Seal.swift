/// Encryption of personal data under a subject's own key, committing to both key and plaintext.
///
/// The box is XChaCha20-Poly1305-IETF. That alone would let a cunning sealer make one box open to two texts under two keys, so a
/// commitment is published beside it: keyed BLAKE2b-256 (key = subject key) over `amanah/seal/v1` ‖ 0x0A ‖ nonce ‖ plaintext.
/// It is checked at every opening. Without the key the commitment tells nothing about the plaintext.
public enum Seal {
  /// Bytes of the nonce: 24. Random nonces of this length never repeat in practice.
  public static let nonceByteCount = XChaCha20Poly1305.nonceByteCount
  /// A box is this much longer than its plaintext: nonce and tag, 40 bytes.
  public static let overheadByteCount = XChaCha20Poly1305.nonceByteCount + XChaCha20Poly1305.tagByteCount

  private static let label: [UInt8] = Array("amanah/seal/v1\n".utf8)

  /// Seals `plaintext` for the holder of `key`, bound to `associatedData`, under a fresh random nonce.
  ///
  /// Law: ``open(_:key:associatedData:)`` with the same key and associated data gives the plaintext back.
  public static func seal(plaintext: [UInt8], key: SealKey, associatedData: [UInt8]) -> SealedBox {
    seal(
      plaintext: plaintext, key: key, associatedData: associatedData, nonceThatMustNotRepeat: SecureRandom.bytes(nonceByteCount))
  }

  /// Seals with a nonce that the caller chose. Two boxes with one key and one nonce reveal both plaintexts: for vectors and for
  /// callers whose randomness is passed in.
  ///
  /// - Precondition: the nonce has 24 bytes.
  public static func seal(
    plaintext: [UInt8], key: SealKey, associatedData: [UInt8], nonceThatMustNotRepeat nonce: [UInt8]
  ) -> SealedBox {
    let box = unsafe plaintext.withUnsafeBytes {
      unsafe XChaCha20Poly1305.seal($0, key: key.secret, nonce: nonce, associatedData: associatedData)
    }
    return SealedBox(box: box, commitment: KeyedBLAKE2b.hash(key: key.secret, parts: [label, nonce, plaintext]))
  }

  /// The plaintext of `sealed`.
  ///
  /// - Throws: ``SealError/truncated(minimum:found:)``, ``SealError/notAuthentic``, ``SealError/commitmentMismatch``.
  public static func open(_ sealed: SealedBox, key: SealKey, associatedData: [UInt8]) throws(SealError) -> [UInt8] {
    guard sealed.box.count >= overheadByteCount else {
      throw .truncated(minimum: overheadByteCount, found: sealed.box.count)
    }
    guard let opened = XChaCha20Poly1305.open(sealed.box, key: key.secret, associatedData: associatedData) else {
      throw .notAuthentic
    }
    let plaintext = opened.copyWithoutProtection()
    let nonce = Array(sealed.box.prefix(nonceByteCount))
    let expected = KeyedBLAKE2b.hash(key: key.secret, parts: [label, nonce, plaintext])
    let isCommitted = unsafe expected.withUnsafeBytes { expected in
      unsafe sealed.commitment.withUnsafeBytes { unsafe ConstantTime.areEqual(expected, $0) }
    }
    guard isCommitted else { throw .commitmentMismatch }
    return plaintext
  }
}
