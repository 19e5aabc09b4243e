import Vocabulary

/// What an event's entry says about it.
struct EventContext {
  /// Number of the event in the ``EventIndex``.
  let event: Int32
  let reference: EventReference
  let at: Timestamp
  /// When the entry was recorded.
  let recordedAt: RecordedTime
  /// Number of the author's key; -1 where the entry names no signer.
  let author: Int32

  func recorded<Body>(_ body: Body) -> Recorded<Body> { Recorded(body, reference, at) }
}

/// Order of facts by (at, position), in which "the latest" is meant.
struct Moment: Comparable {
  let seconds: Int64
  let reference: EventReference

  init(_ at: Timestamp, _ reference: EventReference) {
    seconds = at.secondsSince1970
    self.reference = reference
  }

  static func < (left: Moment, right: Moment) -> Bool {
    left.seconds != right.seconds ? left.seconds < right.seconds : left.reference < right.reference
  }
}
