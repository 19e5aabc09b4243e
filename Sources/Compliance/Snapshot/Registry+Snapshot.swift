import Vocabulary

extension VerificationRecord: SnapshotRecord {
  private static let levels = Level.allCases
  private static let outcomes = VerificationRecorded.Outcome.allCases
  static let maximumByteCount = 27

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(level)
    fields.put(outcome)
    fields.put(author)
    fields.put(next)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    guard let level = fields.take(Self.levels) else { return nil }
    guard let outcome = fields.take(Self.outcomes) else { return nil }
    let author = fields.take(Int32.self)
    let next = fields.take(Int32.self)
    self.init(
      reference: reference, at: at, level: level, outcome: outcome, author: author, next: next)
  }
}

extension StatusRecord: SnapshotRecord {
  private static let allStatuses = RecipientStatusChanged.Status.allCases
  static let maximumByteCount = 17

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(effective)
    fields.put(status)
    fields.put(next)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    let effective: CalendarDate = fields.take()
    guard let status = fields.take(Self.allStatuses) else { return nil }
    let next = fields.take(Int32.self)
    self.init(
      reference: reference, effective: effective, status: status, next: next)
  }
}

extension EligibilityRecord: SnapshotRecord {
  private static let outcomes = EligibilityDecided.Outcome.allCases
  static let maximumByteCount = 26

  func write(to fields: inout FieldWriter) {
    fields.put(reference)
    fields.put(at)
    fields.put(programme)
    fields.put(outcome)
    fields.put(next)
  }

  init?(from fields: inout FieldReader) {
    let reference: EventReference = fields.take()
    guard let at: Timestamp = fields.take() else { return nil }
    let programme = fields.take(Int32.self)
    guard let outcome = fields.take(Self.outcomes) else { return nil }
    let next = fields.take(Int32.self)
    self.init(
      reference: reference, at: at, programme: programme, outcome: outcome, next: next)
  }
}

extension NikLink: SnapshotRecord {
  static let maximumByteCount = 8

  func write(to fields: inout FieldWriter) {
    fields.put(recipient)
    fields.put(next)
  }

  init?(from fields: inout FieldReader) {
    let recipient = fields.take(Int32.self)
    let next = fields.take(Int32.self)
    self.init(
      recipient: recipient, next: next)
  }
}

extension ResolutionRecord {
  static let empty = ResolutionRecord(recipients: [], resolution: .different, keep: -1)

  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.column(&recipients)
    var number = Int32(resolution.ordinal)
    try archive.value(&number)
    guard let resolution = DuplicateResolved.Resolution(ordinal: Int(number)) else { throw .malformed("resolution") }
    self.resolution = resolution
    try archive.value(&keep)
  }
}
