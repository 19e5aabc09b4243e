import Vocabulary

/// Finds, for a recipient with a unit in a programme and period, the most senior other one with the same tag (SPEC 10.2).
struct DuplicateIndex {
  /// Which tag makes two recipients alike.
  enum Kind {
    case person
    case family
  }

  private let kind: Kind
  // Recipients that share a tag in a programme and period, each group by seniority.
  private var members: [Int32] = []
  // For a family: index of the next member of the group whose NIK tag differs, or the end of the group.
  private var nextOther: [Int32] = []
  // By (tag, programme and period).
  private var groups: [NumberPair: Range<Int32>] = [:]
  private let resolutions: Resolutions

  /// - Parameter units: numbers of the units that are judged.
  init(_ kind: Kind, _ state: LedgerState, units: [Int32]) {
    self.kind = kind
    resolutions = Resolutions(kind, state.registry)
    let records = state.registry.records
    var counts = [Int32](repeating: 0, count: state.registry.tags.count)
    for record in records where Self.tag(record, kind) >= 0 { counts[Int(Self.tag(record, kind))] += 1 }
    var found: [Member] = []
    for unit in units {
      let unit = state.units[unit]
      let record = records[Int(unit.recipient)]
      let tag = Self.tag(record, kind)
      guard tag >= 0, counts[Int(tag)] > 1 else { continue }
      found.append(
        Member(
          tag: tag, round: unit.round, registration: record.registration, id: state.registry.ids[unit.recipient],
          recipient: unit.recipient))
    }
    found.sort()
    group(found, records)
  }

  /// The most senior recipient that makes `recipient` a duplicate in the programme and period, or nil.
  func senior(to recipient: Int32, round: Int32, _ state: LedgerState) -> Int32? {
    let record = state.registry[recipient]
    let tag = Self.tag(record, kind)
    guard tag >= 0, let group = groups[NumberPair(tag, round)] else { return nil }
    var index = group.lowerBound
    while index < group.upperBound, isRegistered(members[Int(index)], before: recipient, state) {
      let other = members[Int(index)]
      if isOnePersonOfFamily(record, other, state) {
        index = nextOther[Int(index)]
        continue
      }
      switch resolutions.ruling(on: recipient, against: other) {
      case .none, .other, .yields: return other
      case .stands, .different: index += 1
      }
    }
    // Those registered later are senior only where a resolution says so.
    let kept = resolutions.kept(instead: recipient).filter { other in
      isRegistered(recipient, before: other, state) && !isOnePersonOfFamily(record, other, state)
        && members[Int(group.lowerBound)..<Int(group.upperBound)].contains(other)
    }
    return kept.min { isRegistered($0, before: $1, state) }
  }

  private func isRegistered(_ left: Int32, before right: Int32, _ state: LedgerState) -> Bool {
    (state.registry[left].registration, state.registry.ids[left]) < (
      state.registry[right].registration, state.registry.ids[right]
    )
  }

  // Registrations of one person are not members of one family to each other.
  private func isOnePersonOfFamily(_ record: RecipientRecord, _ other: Int32, _ state: LedgerState) -> Bool {
    kind == .family && record.nikTag >= 0 && state.registry[other].nikTag == record.nikTag
  }

  private static func tag(_ record: RecipientRecord, _ kind: Kind) -> Int32 {
    kind == .person ? record.nikTag : record.kkTag
  }

  // Sorted by group, then by seniority: registered before unregistered, then by id.
  private struct Member: Comparable {
    let tag: Int32
    let round: Int32
    let registration: EventReference
    let id: Identifier
    let recipient: Int32

    static func < (left: Member, right: Member) -> Bool {
      (left.tag, left.round, left.registration, left.id) < (right.tag, right.round, right.registration, right.id)
    }
  }

  private mutating func group(_ found: [Member], _ records: [RecipientRecord]) {
    members = found.map(\.recipient)
    nextOther = [Int32](repeating: 0, count: found.count)
    var end = found.count
    while end > 0 {
      let last = found[end - 1]
      var start = end - 1
      nextOther[start] = Int32(end)
      while start > 0, found[start - 1].tag == last.tag, found[start - 1].round == last.round {
        start -= 1
        let isSame = records[Int(members[start])].nikTag == records[Int(members[start + 1])].nikTag
        nextOther[start] = isSame ? nextOther[start + 1] : Int32(start + 1)
      }
      groups[NumberPair(last.tag, last.round)] = Int32(start)..<Int32(end)
      end = start
    }
  }
}
