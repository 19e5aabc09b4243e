public import Cryptography
public import TransparencyLog
public import Vocabulary

/// A `state.attested` as it was recorded.
public struct Attestation: Hashable, Sendable {
  /// Where it stands.
  public let reference: EventReference
  /// The number of entries that it speaks about.
  public let size: TreeSize
  /// The instant of judgement.
  public let asOf: Timestamp
  /// The state digest that its author computed (SPEC 11).
  public let digest: Digest

  /// Whether it claims to know entries that were not recorded before it.
  var speaksOfLater: Bool { size.end > reference.position }
}
