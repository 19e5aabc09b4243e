import Cryptography
import Vocabulary

/// The recipients and what was said about them.
struct Registry: Sendable {
  private(set) var ids = Interner<Identifier>()
  private(set) var records: [RecipientRecord] = []
  private(set) var numbers = Interner<Code>()
  private(set) var tags = Interner<Tag>()
  private(set) var verifications: [VerificationRecord] = []
  private(set) var statuses: [StatusRecord] = []
  private(set) var eligibility: [EligibilityRecord] = []
  private(set) var resolutions: [ResolutionRecord] = []

  // By number: the recipient first listed under it.
  private var recipientOfNumber: [Int32] = []
  // By tag: chains of recipients that some fact gave this NIK tag; filtered by the latest facts when read.
  private var firstNikLink: [Int32] = []
  private var nikLinks: [NikLink] = []

  subscript(recipient: Int32) -> RecipientRecord { records[Int(recipient)] }

  /// The number of the recipient with this id, whether or not an event has registered it yet.
  mutating func recipient(_ id: Identifier) -> Int32 {
    let recipient = ids.intern(id)
    if Int(recipient) == records.count { records.append(RecipientRecord()) }
    return recipient
  }

  mutating func verify(_ body: VerificationRecorded, _ context: EventContext) {
    let recipient = Int(recipient(body.recipient))
    verifications.append(
      VerificationRecord(
        reference: context.reference, at: context.at, level: body.level, outcome: body.outcome, author: context.author,
        next: records[recipient].firstVerification))
    records[recipient].firstVerification = Int32(verifications.count - 1)
  }

  mutating func change(_ body: RecipientStatusChanged, _ context: EventContext) {
    let recipient = Int(recipient(body.recipient))
    statuses.append(
      StatusRecord(
        reference: context.reference, effective: body.effective, status: body.status, next: records[recipient].firstStatus))
    records[recipient].firstStatus = Int32(statuses.count - 1)
  }

  mutating func decide(_ body: EligibilityDecided, programme: Int32, _ context: EventContext) {
    let recipient = Int(recipient(body.recipient))
    eligibility.append(
      EligibilityRecord(
        reference: context.reference, at: context.at, programme: programme, outcome: body.outcome,
        next: records[recipient].firstEligibility))
    records[recipient].firstEligibility = Int32(eligibility.count - 1)
  }

  mutating func resolve(_ body: DuplicateResolved) {
    let recipients = body.recipients.map { recipient($0) }
    resolutions.append(
      ResolutionRecord(recipients: recipients, resolution: body.resolution, keep: body.keep.map { recipient($0) } ?? -1))
  }

  // MARK: Look-ups

  func recipient(number: Code) -> Int32? { numbers.find(number).map { recipientOfNumber[Int($0)] } }

  /// The recipients whose latest NIK tag is `tag`, ascending.
  func recipients(nikTag tag: Tag) -> [Int32] {
    guard let tag = tags.find(tag) else { return [] }
    var found: [Int32] = []
    var link = firstNikLink[Int(tag)]
    while link >= 0 {
      let named = nikLinks[Int(link)]
      if records[Int(named.recipient)].nikTag == tag { found.append(named.recipient) }
      link = named.next
    }
    found.sort()
    return found.enumerated().filter { $0.offset == 0 || found[$0.offset - 1] != $0.element }.map(\.element)
  }

  // MARK: Facts

  mutating func register(_ body: RecipientRegistered, _ context: EventContext) {
    let recipient = recipient(body.recipient)
    list(recipient, number: body.number, context)
    let index = Int(recipient)
    if records[index].enrolment == .none {
      records[index].enrolment = context.reference
      records[index].enroller = context.author
    }
    state(
      Facts(
        region: body.region, identityStatus: body.identityStatus, nikTag: body.nikTag, kkTag: body.kkTag, decile: body.decile,
        classes: body.classes), of: recipient, isCorrection: false, context.reference)
  }

  mutating func propose(_ body: RecipientProposed, _ context: EventContext) {
    let recipient = recipient(body.recipient)
    list(recipient, number: body.number, context)
    state(
      Facts(
        region: body.region, identityStatus: body.identityStatus, nikTag: body.nikTag, kkTag: body.kkTag, decile: nil,
        classes: nil), of: recipient, isCorrection: false, context.reference)
  }

  mutating func correct(_ body: RecipientCorrected, _ context: EventContext) {
    let recipient = recipient(body.recipient)
    state(
      Facts(
        region: body.region, identityStatus: body.identityStatus, nikTag: body.nikTag, kkTag: body.kkTag, decile: body.decile,
        classes: body.classes), of: recipient, isCorrection: true, context.reference)
  }

  private struct Facts {
    let region: Region
    let identityStatus: IdentityStatus?
    let nikTag: Tag?
    let kkTag: Tag?
    let decile: Int?
    let classes: [ProfileClass]?
  }

  private mutating func list(_ recipient: Int32, number: Code, _ context: EventContext) {
    let index = Int(recipient)
    if context.at.secondsSince1970 < records[index].earliestListingSeconds {
      records[index].earliestListingSeconds = context.at.secondsSince1970
      records[index].earliestListing = context.reference
    }
    guard records[index].registration == .none else { return }
    records[index].registration = context.reference
    let number = numbers.intern(number)
    if Int(number) == recipientOfNumber.count { recipientOfNumber.append(recipient) }
    records[index].number = number
  }

  // Facts arrive in the order of position, so the later one wins, except that a correction outlives every registration.
  private mutating func state(_ facts: Facts, of recipient: Int32, isCorrection: Bool, _ reference: EventReference) {
    let index = Int(recipient)
    let fixed = isCorrection ? [] : records[index].corrected
    var stated: CorrectedFields = .region
    if !fixed.contains(.region) { records[index].region = facts.region }
    if let status = facts.identityStatus, !fixed.contains(.identityStatus) {
      records[index].identityStatus = status
      stated.insert(.identityStatus)
    }
    if let tag = facts.nikTag, !fixed.contains(.nikTag) {
      let number = intern(tag)
      nikLinks.append(NikLink(recipient: recipient, next: firstNikLink[Int(number)]))
      firstNikLink[Int(number)] = Int32(nikLinks.count - 1)
      records[index].nikTag = number
      records[index].nikReference = reference
      stated.insert(.nikTag)
    }
    if let tag = facts.kkTag, !fixed.contains(.kkTag) {
      records[index].kkTag = intern(tag)
      records[index].kkReference = reference
      stated.insert(.kkTag)
    }
    if let decile = facts.decile, !fixed.contains(.decile) {
      records[index].decile = Int8(truncatingIfNeeded: decile)
      records[index].decileReference = reference
      stated.insert(.decile)
    }
    if let classes = facts.classes, !fixed.contains(.classes) {
      records[index].classes = ChoiceSet(classes)
      records[index].classesReference = reference
      stated.insert(.classes)
    }
    if isCorrection { records[index].corrected.formUnion(stated) }
  }

  private mutating func intern(_ tag: Tag) -> Int32 {
    let number = tags.intern(tag)
    if Int(number) == firstNikLink.count { firstNikLink.append(-1) }
    return number
  }
}

extension Registry {
  /// The status with the latest (`effective`, position) that is effective on or before `day`, else active (SPEC 11).
  func status(of recipient: RecipientRecord, on day: CalendarDate) -> RecipientStatusChanged.Status {
    var latest: StatusRecord?
    var index = recipient.firstStatus
    while index >= 0 {
      let record = statuses[Int(index)]
      index = record.next
      guard record.effective <= day else { continue }
      if let known = latest, record.isBefore(known) { continue }
      latest = record
    }
    return latest?.status ?? .active
  }
}

extension Registry {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try ids.code(&archive)
    try archive.column(&records)
    try numbers.code(&archive)
    try tags.code(&archive)
    try archive.column(&verifications)
    try archive.column(&statuses)
    try archive.column(&eligibility)
    try archive.list(&resolutions, from: ResolutionRecord.empty) { (archive, record) throws(SnapshotError) in
      try record.code(&archive)
    }
    try archive.column(&recipientOfNumber)
    try archive.column(&firstNikLink)
    try archive.column(&nikLinks)
    guard records.count == ids.count, recipientOfNumber.count == numbers.count, firstNikLink.count == tags.count else {
      throw .malformed("index of recipients")
    }
  }
}
