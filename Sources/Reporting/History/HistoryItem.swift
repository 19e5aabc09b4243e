public import Compliance

/// An event in the history of something, with where and when the ledger learned of it.
public struct HistoryItem: Sendable {
  /// Where it stands.
  public var reference: EventReference
  /// `recordedAt` of its entry, in milliseconds since 1970 UTC.
  public var recordedAt: Int64
  /// Name of the author's key.
  public var author: String
  /// The event as it was signed: one line of JSON (SPEC 6).
  public var line: String

  public init(reference: EventReference, recordedAt: Int64, author: String, line: String) {
    self.reference = reference
    self.recordedAt = recordedAt
    self.author = author
    self.line = line
  }
}
