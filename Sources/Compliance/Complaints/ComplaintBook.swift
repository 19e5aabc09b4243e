import Vocabulary

/// What the fold keeps about a complaint.
struct ComplaintRecord {
  /// The `complaint.received` that counts, without its sealed text.
  var received: Recorded<ComplaintReceived>?
  /// Number of the unit that it names; -1 where it does not name recipient, programme and period.
  var unit: Int32 = -1
  /// The latest by (at, position).
  var answer: Recorded<ComplaintAnswered>?
  /// The first by (at, position).
  var firstAnswer: Recorded<ComplaintAnswered>?
  /// The latest by (at, position).
  var closing: Recorded<ComplaintClosed>?
  /// The first by (at, position).
  var firstClosing: Recorded<ComplaintClosed>?

  /// Whether it was closed as unfounded or withdrawn.
  var isDismissed: Bool { closing.map { $0.body.outcome == .unfounded || $0.body.outcome == .withdrawn } ?? false }
}

/// Complaints by code; answers may arrive before the complaint.
struct ComplaintBook: Sendable {
  private(set) var codes = Interner<Code>()
  private(set) var records: [ComplaintRecord] = []

  mutating func receive(_ body: ComplaintReceived, unit: Int32, _ context: EventContext) {
    let index = index(of: body.complaint)
    var kept = body
    kept.sealed = nil
    records[index].received = context.recorded(kept)
    records[index].unit = unit
  }

  mutating func answer(_ body: ComplaintAnswered, _ context: EventContext) {
    let index = index(of: body.complaint)
    let event = context.recorded(body)
    records[index].answer = Self.later(records[index].answer, event)
    records[index].firstAnswer = Self.earlier(records[index].firstAnswer, event)
  }

  mutating func close(_ body: ComplaintClosed, _ context: EventContext) {
    let index = index(of: body.complaint)
    let event = context.recorded(body)
    records[index].closing = Self.later(records[index].closing, event)
    records[index].firstClosing = Self.earlier(records[index].firstClosing, event)
  }

  private mutating func index(of code: Code) -> Int {
    let number = Int(codes.intern(code))
    if number == records.count { records.append(ComplaintRecord()) }
    return number
  }

  private static func later<Body>(_ known: Recorded<Body>?, _ new: Recorded<Body>) -> Recorded<Body> {
    guard let known, Moment(new.at, new.reference) < Moment(known.at, known.reference) else { return new }
    return known
  }

  private static func earlier<Body>(_ known: Recorded<Body>?, _ new: Recorded<Body>) -> Recorded<Body> {
    guard let known, Moment(known.at, known.reference) < Moment(new.at, new.reference) else { return new }
    return known
  }
}

extension ComplaintBook {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try codes.code(&archive)
    try archive.list(&records, from: ComplaintRecord()) { (archive, record) throws(SnapshotError) in
      try archive.recorded(&record.received)
      try archive.value(&record.unit)
      try archive.recorded(&record.answer)
      try archive.recorded(&record.firstAnswer)
      try archive.recorded(&record.closing)
      try archive.recorded(&record.firstClosing)
    }
    guard records.count == codes.count else { throw .malformed("index of complaints") }
  }
}
