import Cryptography
public import Vocabulary

/// What the first entries of a ledger say, folded in order (SPEC 10 and 11).
///
/// A pure value: the same entries make the same state. Call ``beginEntry(position:recordedAt:signers:)`` for each entry and then
/// ``apply(_:place:)`` for each of its events, in order. Folding only notes facts; what follows from them is worked out by
/// ``judge(asOf:)``, so facts that refer to later ones are mended when those arrive.
public struct LedgerState: Sendable {
  /// Number of entries that were folded.
  public private(set) var size: UInt64 = 0
  /// `recordedAt` of the last entry, in milliseconds since 1970 UTC; nil of the empty state.
  public private(set) var lastRecordedAt: Int64?

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

  var touched: UInt64 = 0

  /// Every attestation, in the order of the ledger.
  public internal(set) var attestations: [Attestation] = []
  /// The first event of the ledger.
  public internal(set) var opening: Recorded<LedgerOpened>?

  /// The state before the first entry.
  public init() {}

  /// Begins the entry at `position`.
  ///
  /// - Parameters:
  ///   - position: The number of entries before it.
  ///   - recordedAt: Milliseconds since 1970 UTC.
  ///   - signers: Key names of the signature lines, the author's first.
  public mutating func beginEntry(position: UInt64, recordedAt: Int64, signers: [String]) {
    size = position + 1
    lastRecordedAt = recordedAt
    self.signers.begin(signers)
  }

  /// Folds an event of the current entry in. Passes over an event whose id occurred before (SPEC 6).
  ///
  /// - Precondition: an entry was begun, and `place` is 0 to 255.
  public mutating func apply(_ event: Event, place: Int) {
    guard let lastRecordedAt else { preconditionFailure("beginEntry comes first") }
    let reference = EventReference(position: size - 1, place: place)
    signers.count(event.body)
    guard let number = events.insert(event.id, reference) else { return }
    apply(
      event.body,
      EventContext(
        event: number, reference: reference, at: event.at, recordedAt: lastRecordedAt, author: signers.author))
  }

  /// Folds all events of the current entry in, in order. The same as ``apply(_:place:)`` one by one, but faster for long notes.
  ///
  /// - Precondition: an entry was begun, and there are at most 256 events.
  public mutating func apply(_ events: [Event]) {
    if events.count > 1 { touch(events) }
    for place in events.indices { apply(events[place], place: place) }
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
    try archive.recorded(&opening)
    guard lots.count == lotCodes.count else { throw .malformed("index of lots") }
  }
}
