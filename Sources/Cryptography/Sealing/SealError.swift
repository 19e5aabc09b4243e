/// Why a sealed box does not open.
public enum SealError: Error, Equatable, Sendable {
  /// A box has at least `minimum` bytes (nonce and tag); this one has `found`.
  case truncated(minimum: Int, found: Int)
  /// The key, the box or the associated data is not the one that was sealed.
  case notAuthentic
  /// The box opened, but its commitment belongs to another key or plaintext: it was made to deceive.
  case commitmentMismatch
}

extension SealError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .truncated(let minimum, let found): "a sealed box of at least \(minimum) bytes was expected, found \(found)"
    case .notAuthentic: "the sealed box does not open: another key, another context or changed bytes"
    case .commitmentMismatch: "the sealed box opens, but its commitment is to another key or plaintext"
    }
  }
}
