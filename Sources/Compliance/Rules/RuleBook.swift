import Vocabulary

/// Finds the rules in force (SPEC 10.1).
struct RuleBook {
  /// Number of no rules.
  static let none: Int32 = -1

  private let sets: [RuleSet]
  // By programme: the latest validFrom first, then the highest position.
  private let byProgramme: [[Int32]]

  init(_ state: LedgerState) {
    let sets = state.programmeBook.rules.map { RuleSet($0, state.commodities) }
    var byProgramme = [[Int32]](repeating: [], count: state.programmeBook.programmes.count)
    for (index, set) in sets.enumerated() {
      guard let programme = state.programmeBook.programmes.codes.find(set.body.programme) else { continue }
      byProgramme[Int(programme)].append(Int32(index))
    }
    for programme in byProgramme.indices {
      byProgramme[programme].sort { left, right in
        let (left, right) = (sets[Int(left)], sets[Int(right)])
        return left.body.validFrom != right.body.validFrom
          ? left.body.validFrom > right.body.validFrom : left.reference > right.reference
      }
    }
    self.sets = sets
    self.byProgramme = byProgramme
  }

  subscript(rules: Int32) -> RuleSet { sets[Int(rules)] }

  /// The rules with this number, or nil.
  func find(_ rules: Int32) -> RuleSet? { rules < 0 ? nil : sets[Int(rules)] }

  func version(_ rules: Int32) -> Code? { rules < 0 ? nil : sets[Int(rules)].body.version }

  /// Number of the rules of a programme on a day for a region; ``none`` without any.
  func inForce(programme: Int32, on day: CalendarDate, in region: Region) -> Int32 {
    byProgramme[Int(programme)].first { sets[Int($0)].isInForce(on: day, in: region) } ?? Self.none
  }

  /// The longest term that the rules of any programme give on a day in a region, with their number.
  func longest(_ term: KeyPath<RulesPublished, Int>, on day: CalendarDate, in region: Region) -> Int32 {
    var longest = Self.none
    for programme in byProgramme.indices {
      let rules = inForce(programme: Int32(programme), on: day, in: region)
      guard rules >= 0 else { continue }
      if longest < 0 || self[rules].body[keyPath: term] > self[longest].body[keyPath: term] { longest = rules }
    }
    return longest
  }
}
