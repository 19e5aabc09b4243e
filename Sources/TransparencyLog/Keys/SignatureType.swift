/// The algorithm of a key, as the byte that C2SP signed-note assigns to it.
public enum SignatureType: UInt8, Hashable, Sendable {
  /// Ed25519 over the note text.
  case ed25519 = 0x01
}
