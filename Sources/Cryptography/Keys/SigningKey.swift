import CSodium

/// An Ed25519 key that signs. Signatures are the deterministic ones of RFC 8032: the same message gives the same 64 bytes on every machine.
public struct SigningKey: Sendable {
  /// Bytes of the seed: 32.
  public static let seedByteCount = 32

  /// The half that others verify with.
  public let publicKey: PublicKey
  /// The 32-byte seed that the key grows from: the secret to keep.
  public let seed: SecretBytes
  /// seed ‖ public key, as libsodium wants it.
  private let secretKey: SecretBytes

  /// The key that grows from a 32-byte seed (RFC 8032, section 5.1.5).
  ///
  /// - Throws: ``KeyError/wrongLength(expected:found:)``.
  public init(seed: SecretBytes) throws(KeyError) {
    guard seed.count == Self.seedByteCount else {
      throw .wrongLength(expected: Self.seedByteCount, found: seed.count)
    }
    _ = Sodium.ready
    var publicBytes = [UInt8](repeating: 0, count: PublicKey.byteCount)
    secretKey = unsafe SecretBytes(count: Int(crypto_sign_secretkeybytes())) { output in
      let output = unsafe output.requiredOctets
      unsafe seed.withUnsafeBytes { seed in
        _ = unsafe crypto_sign_seed_keypair(&publicBytes, output, seed.requiredOctets)
      }
    }
    publicKey = try PublicKey(bytes: publicBytes)
    self.seed = seed
  }

  /// A key from a fresh random seed.
  public static func generate() -> SigningKey {
    // A seed of the right length always gives a valid key, so the loop runs once.
    while true {
      if let key = try? SigningKey(seed: .random(count: seedByteCount)) { return key }
    }
  }

  /// The 64-byte signature of `message`.
  public func sign(_ message: UnsafeRawBufferPointer) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: PublicKey.signatureByteCount) { output, initialized in
      let signature = unsafe UnsafeMutableRawBufferPointer(output).requiredOctets
      let start = unsafe message.octets
      unsafe secretKey.withUnsafeBytes { key in
        let key = unsafe key.requiredOctets
        _ = unsafe crypto_sign_detached(signature, nil, start, UInt64(message.count), key)
      }
      initialized = PublicKey.signatureByteCount
    }
  }

  /// The 64-byte signature of `message`.
  public func sign(_ message: [UInt8]) -> [UInt8] {
    unsafe message.withUnsafeBytes { unsafe sign($0) }
  }
}
