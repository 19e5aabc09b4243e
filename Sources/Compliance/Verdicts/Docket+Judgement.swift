import Vocabulary

extension Docket {
  /// The verdicts on every unit, and the sums.
  func judgement() -> Judgement {
    let account = SumsAccount(self)
    var units: [UnitVerdicts] = []
    // Exactly as many, because a verdict is large.
    units.reserveCapacity(judged.count)
    for unit in inReportOrder() {
      if let verdicts = verdicts(on: unit) { units.append(verdicts) }
    }
    return Judgement(
      units: units, sums: account.sums(state), findings: findings(account),
      asOf: asOf, size: state.size)
  }

  private struct Place {
    let round: Int32
    let unit: Int32
    let region: Region
    let number: Int32
  }

  // The units that are judged, by programme, period, region, number, recipient.
  private func inReportOrder() -> [Int32] {
    let rounds = ranks(of: state.programmeBook.rounds.count) { left, right in
      let (left, right) = (Int32(left), Int32(right))
      return (state.programmeBook.programmeCode(of: left), state.programmeBook.periodCode(of: left))
        < (state.programmeBook.programmeCode(of: right), state.programmeBook.periodCode(of: right))
    }
    let places = judged.compactMap { unit -> Place? in
      let record = state.units[unit]
      let recipient = state.registry[record.recipient]
      let first = live.range(of: unit).first.map { stated($0).region }
      guard let region = recipient.region ?? state.units.entitlement(of: record)?.region ?? first else { return nil }
      return Place(round: rounds[Int(record.round)], unit: unit, region: region, number: recipient.number)
    }
    return places.sorted { left, right in
      if left.round != right.round { return left.round < right.round }
      if left.region != right.region { return left.region < right.region }
      if left.number != right.number {
        guard left.number >= 0, right.number >= 0 else { return left.number < right.number }
        return state.registry.numbers[left.number] < state.registry.numbers[right.number]
      }
      let (leftUnit, rightUnit) = (state.units[left.unit], state.units[right.unit])
      return state.registry.ids[leftUnit.recipient] < state.registry.ids[rightUnit.recipient]
    }.map(\.unit)
  }

  private func ranks(of count: Int, _ precedes: (Int, Int) -> Bool) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: count)
    for (rank, index) in (0..<count).sorted(by: precedes).enumerated() { ranks[index] = Int32(rank) }
    return ranks
  }
}
