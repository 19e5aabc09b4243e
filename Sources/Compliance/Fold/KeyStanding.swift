public import Admission
import Vocabulary

/// What the entries of a log say of a key, as far as a writer relies on it.
public struct KeyStanding: Hashable, Sendable {
  public let name: String
  /// Notes that it signed as their author: the number of its newest one.
  public let notes: UInt64
  /// Grants that it got.
  public let grants: Int
  public let isRevoked: Bool

  init(name: String, notes: UInt64, grants: Int, isRevoked: Bool) {
    self.name = name
    self.notes = notes
    self.grants = grants
    self.isRevoked = isRevoked
  }
}

extension Authority {
  /// The name of the first key of which `state` says something else than this authority; nil where they agree.
  ///
  /// A writer knows keys from the tables of its database, which nobody signs; the state follows from the entries.
  public func disagreement(with state: LedgerState) -> String? {
    let known = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.standing) })
    let folded = Dictionary(uniqueKeysWithValues: state.keyStandings.map { ($0.name, $0) })
    return Set(known.keys).union(folded.keys).filter { known[$0] != folded[$0] }.min()
  }
}

extension KnownKey {
  fileprivate var standing: KeyStanding {
    KeyStanding(name: name, notes: sequence, grants: grants.count, isRevoked: isRevoked)
  }
}
