public import Cryptography

/// Why a text is not a verifier key, a signer key or a key name.
public enum KeyTextError: Error, Equatable, Sendable {
  /// A key name is not empty and has no white space, no control character and no `+`.
  case invalidName
  /// The text is not of the form `name+hash8+base64` (or `PRIVATE+KEY+name+hash8+base64`).
  case malformed
  /// The key is of another signature type than this program knows.
  case unknownType(UInt8)
  /// The eight hexadecimal digits are not those of this name and key.
  case wrongKeyID(expected: UInt32, found: UInt32)
  /// The key bytes are refused.
  case invalidKey(KeyError)
}

extension KeyTextError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidName: "a key name must not be empty or hold white space, control characters or '+'"
    case .malformed: "expected a key of the form name+hash8+base64"
    case .unknownType(let type): "signature type \(type) is not known here"
    case .wrongKeyID(let expected, let found):
      "the key id of this name and key is \(KeyID.text(expected)), the text says \(KeyID.text(found))"
    case .invalidKey(let error): error.description
    }
  }
}
