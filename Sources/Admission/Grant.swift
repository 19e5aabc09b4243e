public import Vocabulary

/// What a key may be used for: roles, within regions and programmes, for a time (SPEC 7.2).
public struct Grant: Hashable, Sendable {
  public let roles: RoleSet
  /// Everywhere when nil.
  public let regions: [Region]?
  /// Every programme when nil.
  public let programmes: [Code]?
  /// In force from this instant, in milliseconds since 1970 UTC.
  public let from: Int64
  /// In force before this instant; without end when nil.
  public let until: Int64?

  /// The grant that a `key.granted` makes.
  init(_ event: KeyGranted) {
    roles = RoleSet(event.roles)
    regions = event.regions
    programmes = event.programmes
    from = event.validFrom.secondsSince1970 * 1000
    until = event.validUntil.map { $0.secondsSince1970 * 1000 }
  }

  /// The grant of a governor named by `ledger.opened`: everywhere and without end.
  static let governor = Grant()

  private init() {
    roles = [.governor]
    regions = nil
    programmes = nil
    from = .min
    until = nil
  }

  func isInForce(at recordedAt: RecordedTime) -> Bool {
    let instant = recordedAt.millisecondsSince1970
    return from <= instant && until.map { instant < $0 } ?? true
  }

  func covers(_ region: Region) -> Bool {
    regions.map { $0.contains { $0.covers(region) } } ?? true
  }

  /// Whether the region of an event is covered.
  ///
  /// - Parameter reachesEverywhere: whether an event of this type that names no region reaches everywhere, because it might have named one.
  func covers(_ region: Region?, reachesEverywhere: Bool) -> Bool {
    guard let region else { return regions == nil || !reachesEverywhere }
    return covers(region)
  }

  func covers(programme: Code?) -> Bool {
    guard let programme, let programmes else { return true }
    return programmes.contains(programme)
  }

  /// Whether everything that `other` reaches is within this grant's regions and programmes.
  func reaches(_ other: KeyGranted) -> Bool {
    if regions != nil {
      guard let wanted = other.regions, wanted.allSatisfy({ covers($0) }) else { return false }
    }
    if programmes != nil {
      guard let wanted = other.programmes, wanted.allSatisfy({ covers(programme: $0) }) else { return false }
    }
    return true
  }
}
