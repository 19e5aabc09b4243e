import Vocabulary

/// Finds the window of a programme and period (SPEC 10.1).
struct WindowBook {
  private let periods: [Recorded<PeriodOpened>]
  // By programme and period: indices into the periods, the highest position first.
  private let byRound: [[Int32]]

  init(_ programmes: ProgrammeBook) {
    periods = programmes.periods
    var byRound = [[Int32]](repeating: [], count: programmes.rounds.count)
    for (index, period) in periods.enumerated().reversed() {
      guard let round = programmes.find(period.body.programme, period.body.period) else { continue }
      byRound[Int(round)].append(Int32(index))
    }
    self.byRound = byRound
  }

  /// The latest opening whose region, if any, covers `region`.
  func window(round: Int32, in region: Region) -> Recorded<PeriodOpened>? {
    for index in byRound[Int(round)] where periods[Int(index)].body.region?.covers(region) ?? true {
      return periods[Int(index)]
    }
    return nil
  }
}
