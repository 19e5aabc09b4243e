public import Cryptography

/// What comparing a `state.attested` with the state at its size showed.
public struct AttestationCheck: Hashable, Sendable {
  public let attestation: Attestation
  /// The digest of the state at the attested size and instant; nil where the size was not known when it was recorded.
  public let computed: Digest?

  /// Whether the digests are equal. If not, the finding is `attestation.digest` at the attestation's position (SPEC 8).
  public var holds: Bool { computed == attestation.digest }
}
