public import Cryptography
public import Vocabulary

/// What the ledger knows of a recipient that rows of lists refer to.
public struct KnownRecipient: Hashable, Sendable {
  public let identifier: Identifier
  /// The latest region.
  public let region: Region
  /// The tag of the NIK, if one was told.
  public let nikTag: Tag?

  public init(identifier: Identifier, region: Region, nikTag: Tag?) {
    self.identifier = identifier
    self.region = region
    self.nikTag = nikTag
  }
}
