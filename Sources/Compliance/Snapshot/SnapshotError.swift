/// Why bytes are not the snapshot of a state, or none could be written.
public enum SnapshotError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes end before the state does, or the source failed.
  case ended
  /// There are bytes behind the state.
  case tooLong
  /// Something that no state holds.
  case malformed(String)
  /// The bytes do not have the digest that they should.
  case digest
  /// Nothing more could be written.
  case notWritten

  public var description: String {
    switch self {
    case .ended: "it ends too early"
    case .tooLong: "there are bytes behind its end"
    case .malformed(let part): "its \(part) cannot be read"
    case .digest: "its bytes do not have the digest that was signed"
    case .notWritten: "it could not be written"
    }
  }
}
