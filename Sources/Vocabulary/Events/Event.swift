/// One thing that happened, as its author claims.
public struct Event: Hashable, Sendable {
  /// Names this event and no other.
  public var id: Identifier
  /// When it happened, as claimed.
  public var at: Timestamp
  /// What happened.
  public var body: EventBody

  /// Checks nothing: ``EventWriter`` refuses what the schema would.
  public init(id: Identifier, at: Timestamp, body: EventBody) {
    self.id = id
    self.at = at
    self.body = body
  }

  /// Its type, which the body determines.
  public var type: EventType { body.type }
}
