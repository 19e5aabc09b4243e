public import Admission
public import TransparencyLog
public import Vocabulary

/// What became of a submitted note. Anything but `refused` is durable and covered by a signed checkpoint.
public enum Submission: Sendable {
  /// It is this entry now.
  case recorded(RecordedEntry)
  /// The same text was recorded before, at this position; nothing was added.
  case alreadyRecorded(position: Position)
  /// It was refused as a whole; nothing was added.
  case refused(Refusal)

  /// Where the note is, or nil when it was refused.
  public var position: Position? {
    switch self {
    case .recorded(let entry): entry.position
    case .alreadyRecorded(let position): position
    case .refused: nil
    }
  }
}

/// Why nothing can be said of a note: the ledger could not be read or written. Submitting the same note again is safe, and tells.
public struct SubmissionFailure: Error, Sendable {
  /// What went wrong.
  public let error: LedgerError
  /// Whether the note may be in the ledger all the same: the writer stopped in the middle of recording it, and what opens the ledger next
  /// finishes that; or nobody could look whether it was recorded before. False where it certainly is not there.
  public let mayBeRecorded: Bool

  /// A failure with its cause.
  public init(_ error: LedgerError, mayBeRecorded: Bool) {
    self.error = error
    self.mayBeRecorded = mayBeRecorded
  }
}

/// What a caller hears of a note.
public typealias SubmissionResult = Result<Submission, SubmissionFailure>
