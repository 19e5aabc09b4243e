/// Why bytes cannot be a key.
public enum KeyError: Error, Equatable, Sendable {
  /// The key must have `expected` bytes and has `found`.
  case wrongLength(expected: Int, found: Int)
  /// The public key is not a canonical encoding of a point of the prime-order group: signatures under it would prove nothing.
  case unsafePoint
}

extension KeyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .wrongLength(let expected, let found): "a key of \(expected) bytes was expected, found \(found)"
    case .unsafePoint: "the public key is not a canonical point of the prime-order group (small order or non-canonical)"
    }
  }
}
