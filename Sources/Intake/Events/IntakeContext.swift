public import TransparencyLog
public import Cryptography
public import Vocabulary

/// What the ledger knows, as far as reading lists needs it.
///
/// An implementation that holds much should be a class: it is kept while a file is read.
public protocol IntakeContext {
  /// The recipient who was registered or proposed under this participant number.
  func recipient(number: Code) -> KnownRecipient?
  /// Recipients with this tag of a NIK. More than two need not be told.
  func recipients(nikTag: Tag) -> [KnownRecipient]
  /// The region of an outlet.
  func region(outlet: Code) -> Region?
  /// The region of a delivered lot.
  func region(lot: Code) -> Region?
  /// Whether an event with this identifier is in the ledger.
  func isRecorded(event: Identifier) -> Bool
  /// Whether the ledger says that the personal data of this subject were erased: nothing is sealed for it any more (SPEC 9.2).
  func isErased(_ subject: Identifier) -> Bool
  /// The event with this identifier as the ledger has it, and where; nil where it has none.
  ///
  /// - Throws: what reading the ledger throws.
  func recorded(event: Identifier) throws -> RecordedEvent?
}

/// An event of the ledger with its place.
public struct RecordedEvent: Hashable, Sendable {
  public let event: Event
  /// Position of its entry, from 0.
  public let position: Position
  /// Its place in the note, from 0.
  public let place: Int

  public init(event: Event, position: Position, place: Int) {
    self.event = event
    self.position = position
    self.place = place
  }
}

/// What the vault does for the reading of lists: the keyed digests and the seals of SPEC 9.
public protocol PersonalDataSealer {
  /// The keyed digest of SPEC 9.1, all 32 bytes.
  func digest(label: String, value: [UInt8]) -> Digest
  /// The tag of a NIK, over its 16 digits.
  func tag(nik: String) -> Tag
  /// The tag of a KK number, over its 16 digits.
  func tag(kk: String) -> Tag
  /// `plaintext` sealed under the key of `subject`, which is made if there is none yet (SPEC 9.2).
  ///
  /// - Parameter plaintext: one JSON object; the padding of SPEC 9.2 is the sealer's.
  func seal(subject: Identifier, type: EventType, plaintext: [UInt8]) throws -> Sealed
  /// A box of the empty object that nobody can open, under a key that is not kept: for events that must hold a box about a subject
  /// whose data were erased (SPEC 9.2).
  func sealNothing(subject: Identifier, type: EventType) throws -> Sealed
}
