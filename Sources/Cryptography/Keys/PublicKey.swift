import CSodium

/// An Ed25519 public key (RFC 8032) that is canonical and of prime order, held inline.
public struct PublicKey: Hashable, Sendable {
  /// 32.
  public static let byteCount = 32
  /// 64.
  public static let signatureByteCount = 64

  private let storage: InlineBytes32

  /// The key with these 32 bytes.
  ///
  /// - Throws: ``KeyError/wrongLength(expected:found:)``; ``KeyError/unsafePoint`` for a non-canonical encoding, a point of small
  ///   order or one outside the prime-order group (libsodium `crypto_core_ed25519_is_valid_point`).
  public init(bytes: some Collection<UInt8>) throws(KeyError) {
    guard let storage = InlineBytes32(copying: bytes) else {
      throw .wrongLength(expected: Self.byteCount, found: bytes.count)
    }
    _ = Sodium.ready
    let isValid = unsafe storage.withUnsafeBytes { unsafe Sodium.isValidPoint($0) }
    guard isValid else { throw .unsafePoint }
    self.storage = storage
  }

  /// The 32 bytes as a new array.
  public var bytes: [UInt8] { unsafe withUnsafeBytes { unsafe [UInt8]($0) } }

  /// Calls `body` with the 32 bytes in place.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeBytes { (bytes) throws(Failure) in try unsafe body(bytes) }
  }

  /// Whether `signature` (64 bytes) is this key's Ed25519 signature of `message`: exactly libsodium's
  /// `crypto_sign_verify_detached`. Any other length is invalid. Safe to call from many threads; allocates nothing.
  public func isValidSignature(_ signature: UnsafeRawBufferPointer, for message: UnsafeRawBufferPointer) -> Bool {
    guard signature.count == Self.signatureByteCount else { return false }
    return unsafe storage.withUnsafeBytes { key in
      unsafe crypto_sign_verify_detached(
        signature.requiredOctets,
        message.octets, UInt64(message.count),
        key.requiredOctets) == 0
    }
  }

  /// Whether `signature` is this key's Ed25519 signature of `message`.
  public func isValidSignature(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    unsafe signature.withUnsafeBytes { signature in
      unsafe message.withUnsafeBytes { unsafe isValidSignature(signature, for: $0) }
    }
  }
}
