import CSodium

/// The AEAD behind seals, wrapped keys and encrypted secrets: XChaCha20-Poly1305-IETF with a 24-byte nonce.
///
/// It commits neither to its key nor to its plaintext; ``Seal`` adds that.
enum XChaCha20Poly1305 {
  static let keyByteCount = 32
  static let nonceByteCount = 24
  static let tagByteCount = 16

  /// nonce ‖ ciphertext ‖ tag.
  ///
  /// - Precondition: `key` has 32 bytes and `nonce` 24.
  static func seal(
    _ plaintext: UnsafeRawBufferPointer, key: SecretBytes, nonce: [UInt8], associatedData: [UInt8]
  ) -> [UInt8] {
    precondition(key.count == keyByteCount && nonce.count == nonceByteCount)
    _ = Sodium.ready
    let count = nonceByteCount + plaintext.count + tagByteCount
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      _ = unsafe output.update(fromContentsOf: nonce)
      let body = unsafe output.baseAddress.unsafelyUnwrapped + nonceByteCount
      let message = unsafe plaintext.octets
      unsafe key.withUnsafeBytes { key in
        let key = unsafe key.requiredOctets
        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
          body, nil, message, UInt64(plaintext.count), associatedData, UInt64(associatedData.count), nil, nonce, key)
      }
      initialized = count
    }
  }

  /// The plaintext of nonce ‖ ciphertext ‖ tag, or nil where the key, the box or the associated data is not the sealed one.
  static func open(_ box: [UInt8], key: SecretBytes, associatedData: [UInt8]) -> SecretBytes? {
    guard key.count == keyByteCount, box.count >= nonceByteCount + tagByteCount else { return nil }
    _ = Sodium.ready
    var isAuthentic = false
    let plaintext = unsafe SecretBytes(count: box.count - nonceByteCount - tagByteCount) { output in
      let destination = unsafe output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe box.withUnsafeBufferPointer { box in
        let nonce = unsafe box.baseAddress.unsafelyUnwrapped
        unsafe key.withUnsafeBytes { key in
          let key = unsafe key.requiredOctets
          let status = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            destination, nil, nil, nonce + nonceByteCount, UInt64(box.count - nonceByteCount),
            associatedData, UInt64(associatedData.count), nonce, key)
          isAuthentic = status == 0
        }
      }
    }
    return isAuthentic ? plaintext : nil
  }
}
