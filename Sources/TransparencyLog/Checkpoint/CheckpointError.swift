/// Why bytes are not a checkpoint of the expected log.
public enum CheckpointError: Error, Equatable, Sendable {
  /// The bytes are not a signed note, or not signed by the log.
  case note(NoteError)
  /// The checkpoint is of another log.
  case wrongOrigin(expected: KeyName, found: KeyName)
  /// Line `number` (from 1) of origin, size and root is missing.
  case missingLine(Int)
  /// The first line is not a key name.
  case invalidOrigin
  /// The second line is not a decimal number without leading zeroes, or above the largest size that the caller reads.
  case invalidSize
  /// The third line is not canonical base64 of 32 bytes.
  case invalidRoot
  /// There is something after the third line: witnesses refuse extension lines, and so do we.
  case extensionLines
}

extension CheckpointError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .note(let error): error.description
    case .wrongOrigin(let expected, let found): "a checkpoint of \(expected) was expected, found one of \(found)"
    case .missingLine(let number): "line \(number) of the checkpoint is missing: expected origin, size and root"
    case .invalidOrigin: "line 1 of the checkpoint: expected an origin without white space or '+'"
    case .invalidSize: "line 2 of the checkpoint: expected a decimal size without leading zeroes"
    case .invalidRoot: "line 3 of the checkpoint: expected the base64 of 32 bytes"
    case .extensionLines: "the checkpoint has extension lines, which are not accepted"
    }
  }
}
