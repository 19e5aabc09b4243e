import Cryptography
public import TransparencyLog
public import Vocabulary

/// What the first entries of a ledger say, folded in order (SPEC 10 and 11).
///
/// A pure value: the same entries make the same state. Call ``fold(_:)`` for each entry in order. Folding only notes facts; what
/// follows from them is worked out by ``judge(asOf:)``, so facts that refer to later ones are mended when those arrive.
public struct LedgerState: Sendable {
  /// Number of entries that were folded.
  public private(set) var size = TreeSize.empty
  /// `recordedAt` of the last entry; nil of the empty state.
  public private(set) var lastRecordedAt: RecordedTime?

  var events = EventIndex()
  var signers = Signers()
  var registry = Registry()
  var programmeBook = ProgrammeBook()
  var units = UnitBook()
  var handovers = HandoverBook()
  var procurement = ProcurementBook()
  var complaintBook = ComplaintBook()
  var outletBook = Directory<OutletAppointed>()
  var supplierBook = Directory<SupplierRegistered>()
  var lotCodes = Interner<Code>()
  var lots: [LotRecord] = []
  var commodities = Interner<Code>()
  var surveys: [SurveyRecord] = []
  var allocations: [MoneyRecord] = []
  var disbursements: [MoneyRecord] = []

  /// The tags of the lists that were read in as a whole, in the order of the ledger: some a month.
  var importedFiles: [Digest] = []

  /// Subjects whose personal data were erased, sorted; they stay so (SPEC 9.2).
  public internal(set) var erasedSubjects: [Identifier] = []

  var touched: UInt64 = 0

  /// Every attestation, in the order of the ledger.
  public internal(set) var attestations: [Attestation] = []
  /// The first event of the ledger.
  public internal(set) var opening: Recorded<LedgerOpened>?

  /// The state before the first entry.
  public init() {}

  /// Folds the next entry in, with all its events in order. Passes over an event whose id occurred before (SPEC 6).
  ///
  /// - Precondition: `entry` follows the last one that was folded, and has at most 256 events.
  public mutating func fold(_ entry: RecordedEntry) {
    begin(entry)
    if entry.events.count > 1 { touch(entry.events) }
    // By place, since a copy of an event is a dozen reference counts.
    for place in entry.events.indices { apply(entry.events[place], place: place, of: entry) }
  }

  mutating func begin(_ entry: RecordedEntry) {
    size = entry.position.sizeThrough
    lastRecordedAt = entry.recordedAt
    signers.begin(entry.signers)
  }

  mutating func apply(_ event: Event, place: Int, of entry: RecordedEntry) {
    let reference = EventReference(position: entry.position, place: place)
    signers.count(event.body)
    guard let number = events.insert(event.id, reference) else { return }
    apply(
      event.body,
      EventContext(
        event: number, reference: reference, at: event.at, recordedAt: entry.recordedAt, author: signers.author))
  }

  /// The verdicts on every unit and the sums.
  ///
  /// - Parameter asOf: Seconds since 1970 UTC; nil means `recordedAt` of the last entry, without its milliseconds.
  public func judge(asOf: Int64? = nil) -> Judgement { Docket(self, asOf: asOf).judgement() }

  /// The verdicts on one unit, or nil where there is neither an entitlement nor a handover. Costs about as much as preparing
  /// ``judge(asOf:)``; to ask for many units, judge once.
  public func judge(recipient: Identifier, programme: Code, period: Code, asOf: Int64? = nil) -> UnitVerdicts? {
    guard let recipient = registry.ids.find(recipient), let round = programmeBook.find(programme, period),
      let unit = units.find(recipient: recipient, round: round)
    else { return nil }
    return Docket(self, asOf: asOf).verdicts(on: unit)
  }
}

extension LedgerState {
  /// Writes or reads every part but what only hurries the fold.
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try archive.value(&size)
    try archive.optional(&lastRecordedAt)
    try events.code(&archive)
    try signers.code(&archive)
    try registry.code(&archive)
    try programmeBook.code(&archive)
    try units.code(&archive)
    try handovers.code(&archive)
    try procurement.code(&archive)
    try complaintBook.code(&archive)
    try outletBook.code(&archive)
    try supplierBook.code(&archive)
    try lotCodes.code(&archive)
    try archive.column(&lots)
    try commodities.code(&archive)
    try archive.column(&surveys)
    try archive.column(&allocations)
    try archive.column(&disbursements)
    try archive.column(&attestations)
    try archive.column(&importedFiles)
    try archive.column(&erasedSubjects)
    try archive.recorded(&opening)
    guard lots.count == lotCodes.count else { throw .malformed("index of lots") }
  }
}
