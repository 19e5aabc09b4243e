public import Cryptography
public import Vocabulary

/// What the ledger knows about a recipient (SPEC 10.1): field by field, what the latest fact that states it says.
public struct RecipientFacts: Hashable, Sendable {
  public let id: Identifier
  /// Participant number of the first registration or proposal.
  public let number: Code?
  public let region: Region
  public let identityStatus: IdentityStatus?
  public let nikTag: Tag?
  public let kkTag: Tag?
  public let decile: Int?
  public let classes: [ProfileClass]
  /// The first registration or proposal; nil for a recipient whom other events only mention.
  public let registration: EventReference?
}
