import Vocabulary

/// Everything that judging looks at, worked out once per judgement, so that judging a unit takes constant time.
struct Docket {
  let state: LedgerState
  /// Seconds since 1970 UTC.
  let asOf: Int64
  /// The day of ``asOf`` at +07:00.
  let today: CalendarDate
  let ruleBook: RuleBook
  let windows: WindowBook
  let live: LiveHandovers
  /// Numbers of the units that have an entitlement or a handover.
  let judged: [Int32]
  let persons: DuplicateIndex
  let families: DuplicateIndex
  let combined: CombinedDays
  let referencePrices: ReferencePrices
  let contracts: [AgreedContract?]
  let deviations: Deviations
  let ties: Ties
  /// The person behind each key; equal numbers are one person.
  let people: [Int32]
  let interviews: UnitLists
  let complaints: UnitLists
  let failures: UnitLists

  init(_ state: LedgerState, asOf: Int64?) {
    self.state = state
    // Rounded down: never later than the log itself.
    self.asOf = asOf ?? state.lastRecordedAt?.secondsSince1970 ?? 0
    today = Self.day(of: self.asOf)
    ruleBook = RuleBook(state)
    windows = WindowBook(state.programmeBook)
    let live = LiveHandovers(state)
    self.live = live
    judged = state.units.records.indices.compactMap { unit in
      state.units.records[unit].entitlement >= 0 || !live.range(of: Int32(unit)).isEmpty ? Int32(unit) : nil
    }
    persons = DuplicateIndex(.person, state, units: judged)
    families = DuplicateIndex(.family, state, units: judged)
    combined = CombinedDays(state, live)
    referencePrices = ReferencePrices(state.surveys)
    contracts = AgreedContract.all(state)
    deviations = Deviations(state, ruleBook)
    ties = Ties(state)
    people = state.signers.people
    let units = state.units.records.count
    interviews = UnitLists(count: units, state.units.interviews.map(\.unit))
    complaints = UnitLists(count: units, state.complaintBook.records.map { $0.received == nil ? -1 : $0.unit })
    failures = UnitLists(count: units, state.units.failures.map(\.unit))
  }

  /// The day of an instant at +07:00 (SPEC 10.1).
  static func day(of asOf: Int64) -> CalendarDate {
    CalendarDate(
      daysSince1970: Int32(
        clamping: asOf.quotientRoundedDown(by: 3600).addingReportingOverflow(7).partialValue.quotientRoundedDown(by: 24)))
  }

  /// What a live handover states now.
  func stated(_ handover: Int) -> HandoverRecord { state.handovers.records[Int(live.list[handover].stated)] }

  /// The `handover.recorded` that a live handover began with.
  func root(_ handover: Int) -> HandoverRecord { state.handovers.records[Int(live.list[handover].root)] }

  /// Number of the rules on the day of a handover of the unit.
  func rules(on handover: HandoverRecord, _ unit: UnitCase) -> Int32 {
    ruleBook.inForce(programme: unit.programme, on: handover.at.localDate, in: unit.region)
  }

  /// The events that state the handovers of a unit.
  func references(of handovers: Range<Int>) -> [EventReference] { handovers.map { stated($0).reference } }
}

extension Int64 {
  /// ⌊self / divisor⌋ for a positive divisor.
  func quotientRoundedDown(by divisor: Int64) -> Int64 {
    self / divisor - (self % divisor < 0 ? 1 : 0)
  }
}
