import Vocabulary

/// What verdicts are counted by.
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  case all
  case village
  case district
  case regency
  case outlet
  case programme
  case period
  case supplier
}

/// How many units have which outcome, for each right, in one group.
public struct RollUp: Hashable, Sendable {
  /// Numbers of units by outcome.
  public struct Count: Hashable, Sendable {
    public var met = 0
    public var violated = 0
    public var notAssessable = 0

    public init() {}

    /// Units in all.
    public var total: Int { met + violated + notAssessable }

    mutating func add(_ outcome: VerdictOutcome) {
      switch outcome {
      case .met: met += 1
      case .violated: violated += 1
      case .notAssessable: notAssessable += 1
      }
    }
  }

  public let grouping: Grouping
  /// Region code, outlet, programme, period or supplier; nil for units that have none.
  public let key: String?
  /// Units in the group. A unit counts in the group of each of its suppliers.
  public private(set) var units = 0
  private var counts: [Count]

  init(grouping: Grouping, key: String?) {
    self.grouping = grouping
    self.key = key
    counts = Array(repeating: Count(), count: Right.allCases.count)
  }

  /// The count for `right`.
  public subscript(right: Right) -> Count { counts[Right.allCases.firstIndex(of: right) ?? 0] }

  private mutating func add(_ unit: UnitVerdicts) {
    units += 1
    for (index, right) in Right.allCases.enumerated() { counts[index].add(unit.verdicts[right].outcome) }
  }

  /// One roll-up for each group, sorted by key, the group without key last.
  static func count(_ units: [UnitVerdicts], by grouping: Grouping) -> [RollUp] {
    var groups: [String?: RollUp] = [:]
    for unit in units {
      for key in keys(of: unit, grouping) {
        groups[key, default: RollUp(grouping: grouping, key: key)].add(unit)
      }
    }
    return groups.values.sorted { left, right in
      guard let leftKey = left.key else { return false }
      guard let rightKey = right.key else { return true }
      return leftKey.utf8.lexicographicallyPrecedes(rightKey.utf8)
    }
  }

  private static func keys(of unit: UnitVerdicts, _ grouping: Grouping) -> [String?] {
    switch grouping {
    case .all: [nil]
    case .village: [unit.region?.ancestor(at: .village)?.description]
    case .district: [unit.region?.ancestor(at: .district)?.description]
    case .regency: [unit.region?.ancestor(at: .regency)?.description]
    case .outlet: [unit.outlet?.description]
    case .programme: [unit.programme.description]
    case .period: [unit.period.description]
    case .supplier: unit.suppliers.isEmpty ? [nil] : unit.suppliers.map(\.description)
    }
  }
}
