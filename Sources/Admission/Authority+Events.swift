import Cryptography
import TransparencyLog
public import Vocabulary

extension Authority {
  /// Judges the events of a note in order, then makes its grants and revocations hold. True when there was one of either.
  mutating func judge(_ events: [Event], author: Int, recordedAt: RecordedTime) throws(Refusal) -> Bool {
    let grants = keys[author].grants.filter { $0.isInForce(at: recordedAt) }
    var pending = PendingChanges()
    // By place, since a copy of an event is a dozen reference counts.
    for place in events.indices {
      if case .ledgerOpened = events[place].body {
        throw Refusal(.genesisRepeated, "expected no second ledger.opened", place: place)
      }
      try Self.checkAuthority(events[place], grants: grants, place: place)
      switch events[place].body {
      case .keyGranted(let grant):
        let key = try checkGrant(grant, governor: grants, pending: pending, place: place)
        pending.grants.append((key, grant))
      case .keyRevoked(let revocation):
        guard isKnown(revocation.key, pending), !pending.revocations.contains(revocation.key) else {
          throw Refusal(.revocationUnknown, "expected a known key that is not revoked", place: place)
        }
        pending.revocations.append(revocation.key)
      default: break
      }
    }
    apply(pending)
    return !pending.isEmpty
  }

  /// Why an event of this author would be refused at `recordedAt` for want of a grant (SPEC 7.2), or nil: for whoever prepares a note, and
  /// would rather leave an event out than have the note refused. Says nothing about unknown or revoked keys, nor what else admission
  /// checks.
  public func lackOfGrant(for event: Event, author: String, recordedAt: RecordedTime) -> Refusal? {
    guard let key = key(named: author), !key.isRevoked else { return nil }
    let grants = key.grants.filter { $0.isInForce(at: recordedAt) }
    guard !grants.isEmpty else { return nil }
    do {
      try Self.checkAuthority(event, grants: grants, place: nil)
      return nil
    } catch { return error }
  }

  /// One grant must have role, region and programme together (SPEC 7.2).
  private static func checkAuthority(_ event: Event, grants: [Grant], place: Int?) throws(Refusal) {
    let roles = event.rolesThatMaySign
    var hasRole = false
    var hasRegion = false
    for grant in grants where !grant.roles.intersection(roles).isEmpty {
      hasRole = true
      guard grant.covers(event.body.region, reachesEverywhere: event.type.mayNameRegion) else { continue }
      hasRegion = true
      if grant.covers(programme: event.body.programme) { return }
    }
    let type = event.type.rawValue
    guard hasRole else {
      throw Refusal(.authorityRole, "\(type) needs one of the roles \(roles)", place: place)
    }
    guard hasRegion else {
      let region = event.body.region.map(\.description) ?? "everywhere"
      throw Refusal(.authorityRegion, "\(type) needs a grant for region \(region)", place: place)
    }
    let programme = event.body.programme.map(\.description) ?? "every programme"
    throw Refusal(.authorityProgramme, "\(type) needs a grant for programme \(programme)", place: place)
  }

  /// Whether a name belongs to a key that is not revoked, counting the grants of earlier lines of the same note.
  private func isKnown(_ name: String, _ pending: PendingChanges) -> Bool {
    if let key = key(named: name) { return !key.isRevoked }
    return pending.grants.contains { $0.key.name.text == name }
  }

  private func checkGrant(
    _ grant: KeyGranted, governor: [Grant], pending: PendingChanges, place: Int
  ) throws(Refusal) -> VerifierKey {
    let key = try checkKey(grant.key, place: place)
    let name = key.name.text
    let bound = byName[name].map { keys[$0].verifier } ?? pending.grants.first { $0.key.name == key.name }?.key
    let isRevoked = byName[name].map { keys[$0].isRevoked } ?? false
    guard name != origin, bound == nil || bound == key, !isRevoked, !pending.revocations.contains(name) else {
      throw Refusal(.grantName, "the name \(name) belongs to another key, to a revoked key or to the log", place: place)
    }
    guard governor.contains(where: { $0.roles.contains(.governor) && $0.reaches(grant) }) else {
      throw Refusal(.grantScope, "the grant reaches beyond its governor's regions or programmes", place: place)
    }
    return key
  }

  /// The verifier key that `text` spells, safe to verify with.
  func checkKey(_ text: String, place: Int) throws(Refusal) -> VerifierKey {
    do { return try VerifierKey(text) } catch { throw Refusal(.grantKey, error.description, place: place) }
  }

  private mutating func apply(_ changes: PendingChanges) {
    for (key, grant) in changes.grants {
      if let index = byName[key.name.text] {
        keys[index].grants.append(Grant(grant))
      } else {
        add(key, holder: grant.holder, grant: Grant(grant))
      }
    }
    for name in changes.revocations {
      if let index = byName[name] { keys[index].isRevoked = true }
    }
  }

  mutating func add(_ key: VerifierKey, holder: Identifier, grant: Grant) {
    byName[key.name.text] = directory.add(key)
    keys.append(KnownKey(verifier: key, holder: holder, grants: [grant]))
  }
}

/// Grants and revocations of the note at hand, which hold from the next position on.
private struct PendingChanges {
  var grants: [(key: VerifierKey, grant: KeyGranted)] = []
  var revocations: [String] = []
  var isEmpty: Bool { grants.isEmpty && revocations.isEmpty }
}

extension Event {
  /// The roles that may sign this event (SPEC 7.3): those of its type, or the one of a verification's level.
  var rolesThatMaySign: RoleSet {
    guard case .verificationRecorded(let verification) = body else { return type.roles }
    return switch verification.level {
    case .rt: [.verifierRt]
    case .desa: [.verifierDesa]
    case .kecamatan: [.verifierKecamatan]
    case .dinas: [.verifierDinas]
    }
  }
}
