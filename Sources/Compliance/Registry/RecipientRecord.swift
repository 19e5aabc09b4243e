import Cryptography
import Vocabulary

/// What the fold keeps about a recipient. Lists begin at an index into the registry's arrays; -1 is an empty list.
struct RecipientRecord {
  /// The first registration or proposal.
  var registration = EventReference.none
  /// The registration or proposal with the earliest `at`.
  var earliestListing = EventReference.none
  var earliestListingSeconds = Int64.max
  /// The first `recipient.registered`, whose author is the one who registered.
  var enrolment = EventReference.none
  /// Number of the key of that author; -1 without one.
  var enroller: Int32 = -1

  var number: Int32 = -1
  var nikTag: Int32 = -1
  var kkTag: Int32 = -1
  var firstVerification: Int32 = -1
  var firstStatus: Int32 = -1
  var firstEligibility: Int32 = -1

  // Where the fields come from.
  var nikReference = EventReference.none
  var kkReference = EventReference.none
  var decileReference = EventReference.none
  var classesReference = EventReference.none

  var region: Region?
  var classes = ChoiceSet<ProfileClass>()
  var decile: Int8 = 0
  var identityStatus: IdentityStatus?
  /// Fields that a correction has stated: registrations no longer change them.
  var corrected = CorrectedFields()

  /// Whether an event registered, proposed or corrected it.
  var isKnown: Bool { region != nil }
}

/// Which fields of a recipient a correction has stated.
struct CorrectedFields: OptionSet {
  let rawValue: UInt8
  static let region = CorrectedFields(rawValue: 1)
  static let identityStatus = CorrectedFields(rawValue: 2)
  static let nikTag = CorrectedFields(rawValue: 4)
  static let kkTag = CorrectedFields(rawValue: 8)
  static let decile = CorrectedFields(rawValue: 16)
  static let classes = CorrectedFields(rawValue: 32)
}

/// A `verification.recorded` of a recipient.
struct VerificationRecord {
  let reference: EventReference
  let at: Timestamp
  let level: Level
  let outcome: VerificationRecorded.Outcome
  let author: Int32
  let next: Int32
}

/// A `recipient.statusChanged`.
struct StatusRecord {
  let reference: EventReference
  let effective: CalendarDate
  let status: RecipientStatusChanged.Status
  let next: Int32
}

/// An `eligibility.decided`.
struct EligibilityRecord {
  let reference: EventReference
  let at: Timestamp
  let programme: Int32
  let outcome: EligibilityDecided.Outcome
  let next: Int32
}

/// A `duplicate.resolved`.
struct ResolutionRecord {
  var recipients: [Int32]
  var resolution: DuplicateResolved.Resolution
  var keep: Int32
}

/// A recipient that some fact gave a NIK tag, and the next one with the same tag; -1 at the end.
struct NikLink {
  let recipient: Int32
  let next: Int32
}

extension StatusRecord {
  /// Order of statuses: by the day from which they hold, then by position.
  func isBefore(_ other: StatusRecord) -> Bool {
    effective != other.effective ? effective < other.effective : reference < other.reference
  }
}
