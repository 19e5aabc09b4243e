public import Cryptography

/// Why a Merkle proof proves nothing.
public enum ProofError: Error, Equatable, Sendable {
  /// The tree of `size` has no leaf at `position`.
  case positionOutOfRange(position: Position, size: TreeSize)
  /// A tree of `old` leaves cannot have grown into one of `new`.
  case sizesOutOfOrder(old: TreeSize, new: TreeSize)
  /// For this position and these sizes a proof has exactly `expected` hashes.
  case wrongLength(expected: Int, found: Int)
  /// The proof leads to another root: `expected` is the trusted one.
  case rootMismatch(expected: Digest, found: Digest)
  /// The proof does not start from the old root: `expected` is the trusted one.
  case oldRootMismatch(expected: Digest, found: Digest)
}

extension ProofError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .positionOutOfRange(let position, let size): "position \(position) is not in a tree of \(size) leaves"
    case .sizesOutOfOrder(let old, let new): "a tree of \(old) leaves does not grow into one of \(new)"
    case .wrongLength(let expected, let found): "a proof of \(expected) hashes was expected, found \(found)"
    case .rootMismatch(let expected, let found): "the proof leads to root \(found), expected \(expected)"
    case .oldRootMismatch(let expected, let found): "the proof starts from root \(found), expected \(expected)"
    }
  }
}
