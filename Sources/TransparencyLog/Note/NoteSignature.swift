import Cryptography

/// One signature of a note: `— name base64(key id ‖ signature)`.
public struct NoteSignature: Hashable, Sendable {
  /// The name of the key.
  public let name: KeyName
  /// The short identifier of the key.
  public let keyID: UInt32
  /// What the key made of the text: 64 bytes for Ed25519.
  public let signature: [UInt8]

  public init(name: KeyName, keyID: UInt32, signature: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.signature = signature
  }

  /// Appends the signature line with its line feed.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: NoteFormat.signaturePrefix)
    bytes.append(contentsOf: name.text.utf8)
    bytes.append(UInt8(ascii: " "))
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
    Base64.append(id + signature, to: &bytes)
    bytes.append(NoteFormat.lineFeed)
  }

  /// The signature line without its line feed.
  public var line: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
