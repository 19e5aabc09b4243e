public import Cryptography
public import Vocabulary

/// A `state.attested` as it was recorded.
public struct Attestation: Hashable, Sendable {
  /// Where it stands.
  public let reference: EventReference
  /// The number of entries that it speaks about.
  public let size: UInt64
  /// The instant of judgement.
  public let asOf: Timestamp
  /// The state digest that its author computed (SPEC 11).
  public let digest: Digest
}
