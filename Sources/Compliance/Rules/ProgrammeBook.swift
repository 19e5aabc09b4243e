import Vocabulary

/// Programmes, their periods and their rules, as they were published.
struct ProgrammeBook: Sendable {
  var programmes = Directory<ProgrammeDeclared>()
  private var periodCodes = Interner<Code>()
  /// Numbers of the pairs of programme and period that any event names.
  private(set) var rounds = Interner<NumberPair>()
  private(set) var periods: [Recorded<PeriodOpened>] = []
  private(set) var rules: [Recorded<RulesPublished>] = []

  // Runs of events speak about one programme and period.
  private var lastPair: (programme: Code, period: Code)?
  private var lastRound: Int32 = -1

  /// The programme and period that an event named last.
  var recentRound: Int32? { lastPair == nil ? nil : lastRound }

  mutating func round(_ programme: Code, _ period: Code) -> Int32 {
    if let lastPair, lastPair.programme == programme, lastPair.period == period { return lastRound }
    lastRound = rounds.intern(NumberPair(programmes.number(of: programme), periodCodes.intern(period)))
    lastPair = (programme, period)
    return lastRound
  }

  func find(_ programme: Code, _ period: Code) -> Int32? {
    guard let programme = programmes.codes.find(programme), let period = periodCodes.find(period) else { return nil }
    return rounds.find(NumberPair(programme, period))
  }

  func programme(of round: Int32) -> Int32 { rounds[round].first }
  func programmeCode(of round: Int32) -> Code { programmes.codes[rounds[round].first] }
  func periodCode(of round: Int32) -> Code { periodCodes[rounds[round].second] }

  mutating func open(_ event: Recorded<PeriodOpened>) {
    _ = round(event.body.programme, event.body.period)
    periods.append(event)
  }

  mutating func publish(_ event: Recorded<RulesPublished>) {
    _ = programmes.number(of: event.body.programme)
    rules.append(event)
  }
}

extension ProgrammeBook {
  mutating func code(_ archive: inout some SnapshotArchive) throws(SnapshotError) {
    try programmes.code(&archive)
    try periodCodes.code(&archive)
    try rounds.code(&archive)
    try archive.recorded(&periods)
    try archive.recorded(&rules)
    guard archive.isReading else { return }
    guard
      rounds.keys.allSatisfy({
        (0..<programmes.count).contains(Int($0.first)) && (0..<periodCodes.count).contains(Int($0.second))
      })
    else { throw .malformed("index of periods") }
    // Found again when the next event names them.
    (lastPair, lastRound) = (nil, -1)
  }
}
