public import Compliance
public import Vocabulary

/// An event in the history of something, with where and when the ledger learned of it.
public struct HistoryItem: Sendable {
  /// Where it stands.
  public var reference: EventReference
  /// When its entry was recorded.
  public var recordedAt: RecordedTime
  /// Name of the author's key.
  public var author: String
  /// The event as it was signed: one line of JSON (SPEC 6).
  public var line: String

  public init(reference: EventReference, recordedAt: RecordedTime, author: String, line: String) {
    self.reference = reference
    self.recordedAt = recordedAt
    self.author = author
    self.line = line
  }
}
