import Vocabulary

/// Which handovers share their day with one of the same recipient and programme for another period (rapel).
struct CombinedDays {
  // By index into the live handovers.
  private var partners: [Int32: Int32] = [:]

  init(_ state: LedgerState, _ live: LiveHandovers) {
    for recipient in state.registry.records.indices {
      let first = state.units.first(of: recipient)
      guard first >= 0, state.units[first].nextOfRecipient >= 0 else { continue }
      pair(unitsFrom: first, state, live)
    }
  }

  /// A live handover on the same day for another period, or nil.
  func partner(of handover: Int) -> Int? { partners[Int32(handover)].map { Int($0) } }

  private struct Day: Comparable {
    let programme: Int32
    let day: CalendarDate
    let round: Int32
    let handover: Int32

    static func < (left: Day, right: Day) -> Bool {
      (left.programme, left.day, left.round, left.handover) < (right.programme, right.day, right.round, right.handover)
    }
  }

  private mutating func pair(unitsFrom first: Int32, _ state: LedgerState, _ live: LiveHandovers) {
    var days: [Day] = []
    var unit = first
    while unit >= 0 {
      let record = state.units[unit]
      for index in live.range(of: unit) {
        let stated = state.handovers.records[Int(live.list[index].stated)]
        days.append(
          Day(
            programme: state.programmeBook.programme(of: record.round), day: stated.at.localDate, round: record.round,
            handover: Int32(index)))
      }
      unit = record.nextOfRecipient
    }
    guard days.count > 1 else { return }
    days.sort()
    var start = 0
    while start < days.count {
      var end = start + 1
      while end < days.count, days[end].programme == days[start].programme, days[end].day == days[start].day { end += 1 }
      // Sorted by period, so the first and the last of a day differ if any two do.
      let (head, tail) = (days[start], days[end - 1])
      if head.round != tail.round {
        for day in days[start..<end] {
          partners[day.handover] = day.round == head.round ? tail.handover : head.handover
        }
      }
      start = end
    }
  }
}
