import Vocabulary

/// The handovers that stand, after corrections, by unit (SPEC 10.1).
struct LiveHandovers {
  /// A handover: what it states now, and the `handover.recorded` that it began with, as indices of records.
  struct Handover {
    let stated: Int32
    let root: Int32
  }

  /// Grouped by unit; within a unit ordered by (time, position).
  private(set) var list: [Handover]
  private var starts: [Int32]

  init(_ state: LedgerState) {
    let records = state.handovers.records
    let replacements = Self.replacements(state)
    var standing: [Handover] = []
    standing.reserveCapacity(records.count - state.handovers.corrections.count)
    for (root, record) in records.enumerated() where !record.flags.contains(.correction) {
      var stated = Int32(root)
      if !replacements.isEmpty {
        // Each event has one `corrects`, so a chain that begins at a recorded handover never comes back to itself.
        while let next = replacements[records[Int(stated)].event] { stated = next }
      }
      if !records[Int(stated)].flags.contains(.void) { standing.append(Handover(stated: stated, root: Int32(root))) }
    }
    starts = [Int32](repeating: 0, count: state.units.records.count + 1)
    for handover in standing { starts[Int(records[Int(handover.stated)].unit) + 1] += 1 }
    for unit in 1..<starts.count { starts[unit] += starts[unit - 1] }
    list = standing
    var next = starts
    for handover in standing {
      let unit = Int(records[Int(handover.stated)].unit)
      list[Int(next[unit])] = handover
      next[unit] += 1
    }
    for unit in 0..<starts.count - 1 where starts[unit + 1] - starts[unit] > 1 {
      list[Int(starts[unit])..<Int(starts[unit + 1])].sort {
        let (left, right) = (records[Int($0.stated)], records[Int($1.stated)])
        return Moment(left.at, left.reference) < Moment(right.at, right.reference)
      }
    }
  }

  /// Indices into ``list`` of the handovers of a unit.
  func range(of unit: Int32) -> Range<Int> { Int(starts[Int(unit)])..<Int(starts[Int(unit) + 1]) }

  // By the number of the corrected event: the record of the correction at the highest position.
  private static func replacements(_ state: LedgerState) -> [Int32: Int32] {
    var replacements: [Int32: Int32] = [:]
    for correction in state.handovers.corrections {
      guard let target = state.events.number(of: correction.target) else { continue }
      replacements[target] = correction.record
    }
    return replacements
  }
}
