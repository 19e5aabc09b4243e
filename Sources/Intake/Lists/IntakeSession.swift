internal import Cryptography
internal import Vocabulary

/// What all files of one import share: the ledger's name and zone, what the ledger knows, and what was learned from rows that were
/// accepted but are not in the ledger yet.
///
/// Not for use from several tasks at once.
public final class IntakeSession {
  /// The origin of the ledger: completes short names of keys.
  public let origin: String
  /// Hours east of Greenwich of times that tell no offset: 7 (WIB), 8 (WITA) or 9 (WIT).
  public let offsetHours: Int
  /// Computes identifiers under the vault's key.
  public let identity: EventIdentity

  let context: any IntakeContext
  let sealer: any PersonalDataSealer
  private var recipients: [Code: KnownRecipient] = [:]
  private var numbersOfTags: [Tag: [Code]] = [:]
  private var outlets: [Code: Region] = [:]
  private var lots: [Code: Region] = [:]
  /// Boxes that were not made, or made of nothing, because the subject's data were erased.
  private(set) var withheldCount = 0

  /// A session for one ledger.
  ///
  /// - Precondition: `offsetHours` is 7, 8 or 9.
  public init(origin: String, offsetHours: Int = 7, context: any IntakeContext, sealer: any PersonalDataSealer) {
    precondition((7...9).contains(offsetHours), "Indonesian clocks are 7, 8 or 9 hours east of Greenwich")
    self.origin = origin
    self.offsetHours = offsetHours
    self.context = context
    self.sealer = sealer
    identity = EventIdentity(sealer: sealer)
  }

  /// Forgets what was learned from accepted rows. Call it when the ledger has admitted them, and so knows it itself, to keep memory
  /// small; or when it has refused them.
  public func forget() {
    recipients.removeAll()
    numbersOfTags.removeAll()
    outlets.removeAll()
    lots.removeAll()
  }

  /// The recipient with this participant number, from this session or the ledger.
  func recipient(number: Code) -> KnownRecipient? {
    recipients[number] ?? context.recipient(number: number)
  }

  /// The recipients with this NIK, from this session and the ledger, each once.
  func recipients(nik: String) -> [KnownRecipient] {
    let tag = sealer.tag(nik: nik)
    var found = (numbersOfTags[tag] ?? []).compactMap { recipients[$0] }
    for recipient in context.recipients(nikTag: tag) where !found.contains(where: { $0.identifier == recipient.identifier }) {
      found.append(recipient)
    }
    return found
  }

  func region(outlet: Code) -> Region? { outlets[outlet] ?? context.region(outlet: outlet) }

  func region(lot: Code) -> Region? { lots[lot] ?? context.region(lot: lot) }

  /// The personal data of a subject, sealed; nil where they were erased, and must not be sealed anew (SPEC 9.2).
  func seal(_ data: PersonalData, of subject: Identifier, type: EventType) throws -> Sealed? {
    guard !context.isErased(subject) else {
      withheldCount += 1
      return nil
    }
    return try sealer.seal(subject: subject, type: type, plaintext: data.plaintext)
  }

  /// The same for events that must hold a box: of an erased subject's it holds nothing.
  func sealRequired(_ data: PersonalData, of subject: Identifier, type: EventType) throws -> Sealed {
    try seal(data, of: subject, type: type) ?? sealer.sealNothing(subject: subject, type: type)
  }

  /// Remembers what later rows may refer to.
  func learn(from body: EventBody) {
    switch body {
    case .recipientRegistered(let data):
      learn(data.number, KnownRecipient(identifier: data.recipient, region: data.region, nikTag: data.nikTag))
    case .recipientProposed(let data):
      learn(data.number, KnownRecipient(identifier: data.recipient, region: data.region, nikTag: data.nikTag))
    case .outletAppointed(let data): outlets[data.outlet] = data.region
    case .lotDelivered(let data): lots[data.lot] = data.region
    default: break
    }
  }

  private func learn(_ number: Code, _ recipient: KnownRecipient) {
    // A later registration may leave out the NIK that an earlier one told.
    let tag = recipient.nikTag ?? self.recipient(number: number)?.nikTag
    recipients[number] = KnownRecipient(identifier: recipient.identifier, region: recipient.region, nikTag: tag)
    if let tag, numbersOfTags[tag]?.contains(number) != true { numbersOfTags[tag, default: []].append(number) }
  }
}
