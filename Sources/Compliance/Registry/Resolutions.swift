import Vocabulary

/// What the latest `duplicate.resolved` that names two recipients says about them.
struct Resolutions {
  enum Ruling {
    /// No resolution names both.
    case none
    /// They are alike, but neither is the one to keep.
    case other
    /// The other one is kept.
    case yields
    /// This one is kept.
    case stands
    /// They are not alike.
    case different
  }

  private struct Ruled {
    let keep: Int32
    let isDifferent: Bool
  }

  private var ruled: [NumberPair: Ruled] = [:]
  private var partners: [Int32: [Int32]] = [:]

  init(_ kind: DuplicateIndex.Kind, _ registry: Registry) {
    for record in registry.resolutions {
      switch (record.resolution, kind) {
      case (.samePerson, .family), (.sameFamily, .person): continue
      default: break
      }
      let ruling = Ruled(keep: record.keep, isDifferent: record.resolution == .different)
      for left in record.recipients {
        for right in record.recipients where left < right {
          if ruled.updateValue(ruling, forKey: NumberPair(left, right)) == nil {
            partners[left, default: []].append(right)
            partners[right, default: []].append(left)
          }
        }
      }
    }
  }

  func ruling(on recipient: Int32, against other: Int32) -> Ruling {
    guard !ruled.isEmpty, let ruled = ruled[NumberPair(min(recipient, other), max(recipient, other))] else { return .none }
    if ruled.isDifferent { return .different }
    if ruled.keep == other { return .yields }
    return ruled.keep == recipient ? .stands : .other
  }

  /// The recipients that are kept instead of this one.
  func kept(instead recipient: Int32) -> [Int32] {
    guard let partners = partners[recipient] else { return [] }
    return partners.filter { ruling(on: recipient, against: $0) == .yields }
  }
}
