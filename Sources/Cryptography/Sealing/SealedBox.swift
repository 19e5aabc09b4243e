/// What a seal produces, and all that opening needs besides the key and the associated data.
public struct SealedBox: Hashable, Sendable {
  /// nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes).
  public let box: [UInt8]
  /// The 32-byte commitment to key, nonce and plaintext.
  public let commitment: Digest

  /// A box as read from an entry; nothing is checked before ``Seal/open(_:key:associatedData:)``.
  public init(box: [UInt8], commitment: Digest) {
    self.box = box
    self.commitment = commitment
  }
}
