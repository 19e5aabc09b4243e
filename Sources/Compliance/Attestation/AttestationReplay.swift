public import Cryptography
public import TransparencyLog
import Vocabulary

/// What comparing a `state.attested` with the state at its size showed.
public struct AttestationCheck: Hashable, Sendable {
  public let attestation: Attestation
  /// The digest of the state at the attested size and instant; nil where the attestation speaks about entries that were not yet
  /// recorded before its own.
  public let computed: Digest?

  /// Whether the digests are equal. If not, the finding is `attestation.digest` at the attestation's position (SPEC 8).
  public var holds: Bool { computed == attestation.digest }
}

/// Checks attestations while a ledger is folded once more.
///
/// A first fold finds the attestations (``LedgerState/attestations``). In a second one, call ``observe(_:)`` with the state
/// whenever its size is ``nextSize``, the empty state included.
public struct AttestationReplay: Sendable {
  // By ascending size.
  private let due: [Attestation]
  private var next = 0
  private var checks: [AttestationCheck]

  public init(_ attestations: [Attestation]) {
    due = attestations.filter { !$0.speaksOfLater }.sorted {
      ($0.size, $0.reference) < ($1.size, $1.reference)
    }
    checks = attestations.filter { $0.speaksOfLater }.map {
      AttestationCheck(attestation: $0, computed: nil)
    }
  }

  /// The size of the state that must be observed next; nil when all are.
  public var nextSize: TreeSize? { next < due.count ? due[next].size : nil }

  /// Compares the state with every attestation of its size.
  public mutating func observe(_ state: LedgerState) {
    while next < due.count, due[next].size == state.size {
      let digest = StateDigest.digest(of: state, asOf: due[next].asOf.secondsSince1970)
      checks.append(AttestationCheck(attestation: due[next], computed: digest))
      next += 1
    }
  }

  /// What was found, in the order of the ledger.
  public var results: [AttestationCheck] { checks.sorted { $0.attestation.reference < $1.attestation.reference } }
}
