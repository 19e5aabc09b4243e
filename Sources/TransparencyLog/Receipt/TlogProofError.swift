/// Why a receipt does not show that an entry is on the log.
public enum TlogProofError: Error, Equatable, Sendable {
  /// Line `line` (from 1) is not what the format has there.
  case malformed(line: Int, expected: String)
  /// The note after the empty line is not a signed note.
  case note(NoteError)
  /// The checkpoint is not one of the expected log.
  case checkpoint(CheckpointError)
  /// The hashes do not lead from the entry to the root.
  case inclusion(ProofError)
}

extension TlogProofError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformed(let line, let expected): "line \(line) of the receipt: expected \(expected)"
    case .note(let error): "the checkpoint of the receipt: \(error)"
    case .checkpoint(let error): "the checkpoint of the receipt: \(error)"
    case .inclusion(let error): "the inclusion proof of the receipt: \(error)"
    }
  }
}
