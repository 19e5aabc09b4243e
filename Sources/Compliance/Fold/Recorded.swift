public import Vocabulary

/// The body of the event that counts, with where it stands and when it happened.
public struct Recorded<Body: Hashable & Sendable>: Hashable, Sendable {
  public let body: Body
  /// Where the event stands.
  public let reference: EventReference
  /// When it happened, as its author claims.
  public let at: Timestamp

  init(_ body: Body, _ reference: EventReference, _ at: Timestamp) {
    self.body = body
    self.reference = reference
    self.at = at
  }
}
