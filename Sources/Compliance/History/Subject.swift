public import Vocabulary

/// What an event can be about.
public enum Subject: Hashable, Sendable {
  case recipient(Identifier)
  case supplier(Code)
  case outlet(Code)
  case lot(Code)
  case contract(Code)
  case procurement(Code)
  case complaint(Code)
  case programme(Code)
  /// A programme in a period.
  case period(programme: Code, period: Code)
  /// An event, or one that corrects or names it.
  case event(Identifier)
}

extension Event {
  /// Whether the event is, or names, `subject`. For a streaming scan of the history of one subject.
  public func mentions(_ subject: Subject) -> Bool { subject == .event(id) || body.mentions(subject) }
}
