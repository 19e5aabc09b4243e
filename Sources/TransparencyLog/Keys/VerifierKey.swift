public import Cryptography

/// A named public key that verifies note signatures: `name+hash8+base64(type ‖ public key)` (C2SP signed-note).
public struct VerifierKey: Hashable, Sendable {
  /// The name in its signature lines.
  public let name: KeyName
  /// The algorithm.
  public let type: SignatureType
  /// The short identifier in its signature lines.
  public let keyID: UInt32
  /// The key.
  public let publicKey: PublicKey

  public init(name: KeyName, publicKey: PublicKey, type: SignatureType = .ed25519) {
    self.name = name
    self.type = type
    self.publicKey = publicKey
    keyID = KeyID.compute(name: name, type: type, publicKey: publicKey)
  }

  /// The key that `text` spells.
  ///
  /// - Throws: ``KeyTextError``: the base64 must be canonical, the digits lower-case and the key id that of name and key.
  public init(_ text: String) throws(KeyTextError) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let keyID = KeyID.parse(parts[1]), let bytes = Base64.decode(parts[2]), let first = bytes.first else {
      throw .malformed
    }
    let name = try KeyName(String(parts[0]))
    guard let type = SignatureType(rawValue: first) else { throw .unknownType(first) }
    do {
      self.init(name: name, publicKey: try PublicKey(bytes: bytes.dropFirst()), type: type)
    } catch {
      throw .invalidKey(error)
    }
    guard keyID == self.keyID else { throw .wrongKeyID(expected: self.keyID, found: keyID) }
  }

  /// The text form.
  public var text: String {
    "\(name)+\(KeyID.text(keyID))+\(Base64.encode([type.rawValue] + publicKey.bytes))"
  }

  /// Whether `signature` (what follows the key id in a signature line) is this key's signature of the note text `text`.
  /// Safe to call from many threads.
  public func isValidSignature(_ signature: UnsafeRawBufferPointer, for text: UnsafeRawBufferPointer) -> Bool {
    switch type {
    case .ed25519: unsafe publicKey.isValidSignature(signature, for: text)
    }
  }
}

extension VerifierKey: CustomStringConvertible {
  /// The text form.
  public var description: String { text }
}
