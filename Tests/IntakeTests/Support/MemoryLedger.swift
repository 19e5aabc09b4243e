import Cryptography
import Intake
import TransparencyLog
import Vocabulary

/// A ledger that admits every draft and remembers what lists need to know.
final class MemoryLedger: IntakeContext {
  private(set) var drafts: [DraftEvent] = []
  private var identifiers: Set<Identifier> = []
  private var erased: Set<Identifier> = []
  private var recipients: [Code: KnownRecipient] = [:]
  private var outlets: [Code: Region] = [:]
  private var lots: [Code: Region] = [:]

  func recipient(number: Code) -> KnownRecipient? { recipients[number] }
  func recipients(nikTag: Tag) -> [KnownRecipient] { recipients.values.filter { $0.nikTag == nikTag } }
  func region(outlet: Code) -> Region? { outlets[outlet] }
  func region(lot: Code) -> Region? { lots[lot] }
  func recorded(event: Identifier) -> RecordedEvent? {
    drafts.firstIndex { $0.event.id == event }.map {
      RecordedEvent(event: drafts[$0].event, position: Position(UInt64($0)), place: 0)
    }
  }
  func isRecorded(event: Identifier) -> Bool { identifiers.contains(event) }
  func isErased(_ subject: Identifier) -> Bool { erased.contains(subject) }

  /// As if a `subject.erased` were recorded.
  func erase(_ subject: Identifier) { erased.insert(subject) }

  func admit(_ drafts: [DraftEvent]) {
    self.drafts += drafts
    for draft in drafts {
      identifiers.insert(draft.event.id)
      switch draft.event.body {
      case .recipientRegistered(let data):
        recipients[data.number] = KnownRecipient(identifier: data.recipient, region: data.region, nikTag: data.nikTag)
      case .recipientProposed(let data):
        recipients[data.number] = KnownRecipient(identifier: data.recipient, region: data.region, nikTag: data.nikTag)
      case .outletAppointed(let data): outlets[data.outlet] = data.region
      case .lotDelivered(let data): lots[data.lot] = data.region
      default: break
      }
    }
  }
}

/// The keyed digests of a fixed key, and boxes that hold the plaintext in clear so that tests can look into them.
struct TestVault: PersonalDataSealer {
  private let key: TagKey

  init(keyByte: UInt8 = 7) {
    guard let key = try? TagKey(SecretBytes([UInt8](repeating: keyByte, count: 32))) else { fatalError("32 bytes are a key") }
    self.key = key
  }

  func digest(label: String, value: [UInt8]) -> Digest { key.digest(label: label, value: value) }
  func tag(nik: String) -> Tag { key.tag(label: "nik", value: Array(nik.utf8)) }
  func tag(kk: String) -> Tag { key.tag(label: "kk", value: Array(kk.utf8)) }

  func seal(subject: Identifier, type: EventType, plaintext: [UInt8]) throws -> Sealed {
    Sealed(box: Array(repeating: 0, count: 40) + plaintext, commitment: .zero)
  }

  func sealNothing(subject: Identifier, type: EventType) -> Sealed {
    Sealed(box: Array(repeating: 0, count: 40) + Array("{}".utf8), commitment: .zero)
  }
}

/// A sealer whose vault does not answer.
struct BrokenVault: PersonalDataSealer {
  struct Failure: Error {}
  private let vault = TestVault()

  func digest(label: String, value: [UInt8]) -> Digest { vault.digest(label: label, value: value) }
  func tag(nik: String) -> Tag { vault.tag(nik: nik) }
  func tag(kk: String) -> Tag { vault.tag(kk: kk) }
  func seal(subject: Identifier, type: EventType, plaintext: [UInt8]) throws -> Sealed { throw Failure() }
  func sealNothing(subject: Identifier, type: EventType) throws -> Sealed { throw Failure() }
}
