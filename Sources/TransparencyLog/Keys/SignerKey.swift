public import Cryptography

/// A named private key that signs notes: `PRIVATE+KEY+name+hash8+base64(type ‖ seed)` (C2SP signed-note, Go sumdb).
public struct SignerKey: Sendable {
  private static let prefix = "PRIVATE+KEY+"

  /// The key that others verify with.
  public let verifier: VerifierKey
  /// The key itself.
  public let signingKey: SigningKey

  public init(name: KeyName, signingKey: SigningKey) {
    verifier = VerifierKey(name: name, publicKey: signingKey.publicKey)
    self.signingKey = signingKey
  }

  /// A fresh random key of this name.
  public static func generate(name: KeyName) -> SignerKey {
    SignerKey(name: name, signingKey: .generate())
  }

  /// The key that `text` spells.
  ///
  /// - Throws: ``KeyTextError``.
  public init(_ text: String) throws(KeyTextError) {
    guard text.hasPrefix(Self.prefix) else { throw .malformed }
    let parts = text.dropFirst(Self.prefix.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let keyID = KeyID.parse(parts[1]), let bytes = Base64.decode(parts[2]), let first = bytes.first else {
      throw .malformed
    }
    let name = try KeyName(String(parts[0]))
    guard first == SignatureType.ed25519.rawValue else { throw .unknownType(first) }
    do {
      self.init(name: name, signingKey: try SigningKey(seed: SecretBytes(Array(bytes.dropFirst()))))
    } catch {
      throw .invalidKey(error)
    }
    guard keyID == verifier.keyID else { throw .wrongKeyID(expected: verifier.keyID, found: keyID) }
  }

  /// The name in its signature lines.
  public var name: KeyName { verifier.name }
  /// The short identifier in its signature lines.
  public var keyID: UInt32 { verifier.keyID }

  /// The text form, which holds the secret seed in clear.
  public var textExposingSecret: String {
    let seed = signingKey.seed.copyWithoutProtection()
    return "\(Self.prefix)\(name)+\(KeyID.text(keyID))+\(Base64.encode([verifier.type.rawValue] + seed))"
  }

  /// This key's signature of a note text.
  public func sign(_ text: UnsafeRawBufferPointer) -> NoteSignature {
    NoteSignature(name: name, keyID: keyID, signature: unsafe signingKey.sign(text))
  }

  /// This key's signature of a note text.
  public func sign(_ text: [UInt8]) -> NoteSignature {
    unsafe text.withUnsafeBytes { unsafe sign($0) }
  }
}
