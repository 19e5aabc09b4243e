public import Admission
public import Vocabulary

/// What became of a submitted note. Anything but `refused` is durable and covered by a signed checkpoint.
public enum Submission: Sendable {
  /// It is the entry at this position now.
  case recorded(position: UInt64, recordedAt: RecordedTime)
  /// The same text was recorded before, at this position; nothing was added.
  case alreadyRecorded(position: UInt64)
  /// It was refused as a whole; nothing was added.
  case refused(Refusal)

  /// Where the note is, or nil when it was refused.
  public var position: UInt64? {
    switch self {
    case .recorded(let position, _), .alreadyRecorded(let position): position
    case .refused: nil
    }
  }
}
