public import TransparencyLog

/// An entry as everything that follows from the log sees it: where and when it was recorded, who signed it, and what its events say.
///
/// One value for the writer that recorded it, the audit that verified it, and whoever replays it. Whether it was verified is for
/// whoever made it to say: an audit and a writer give only such ones, ``init(decodingWithoutVerifying:)`` gives any.
public struct RecordedEntry: Hashable, Sendable {
  /// The place in the log.
  public let position: Position
  /// When the ledger recorded it.
  public let recordedAt: RecordedTime
  /// Names of the keys that signed, the author's first.
  public let signers: [String]
  /// The events of the note, in order.
  public let events: [Event]

  /// An entry of these parts.
  public init(position: Position, recordedAt: RecordedTime, signers: [String], events: [Event]) {
    self.position = position
    self.recordedAt = recordedAt
    self.signers = signers
    self.events = events
  }

  /// The name of the author's key; nil where nobody signed.
  public var author: String? { signers.first }
}
