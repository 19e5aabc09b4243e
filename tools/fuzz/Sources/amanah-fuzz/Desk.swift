import Cryptography
import Intake
import TransparencyLog
import Vocabulary

/// An officer's desk: a ledger in memory, and a vault with fixed keys, so that the same file always makes the same events.
struct Desk {
  struct Read: Equatable {
    let drafts: [DraftEvent]
    let report: IntakeReport
  }

  let ledger = KnownLedger()
  let session: IntakeSession

  init() {
    session = IntakeSession(origin: Keys.origin, context: ledger, sealer: FixedVault())
  }

  /// What a list makes, or nil where its first row does not name the columns.
  func read(_ kind: ListKind, _ file: [UInt8], step: Int) -> Read? {
    let list = ListImport(kind, signers: ["petugas-1"], keepsRejectedCells: true, session: session)
    var drafts: [DraftEvent] = []
    do {
      for part in Self.parts(file, step) { drafts += try list.read(part) }
      drafts += try list.finish()
    } catch { return nil }
    session.forget()
    return Read(drafts: drafts, report: list.report)
  }

  func readEvents(_ file: [UInt8], step: Int) -> Read {
    let events = EventFileImport(signers: ["petugas-1"], session: session)
    var drafts: [DraftEvent] = []
    do {
      for part in Self.parts(file, step) { drafts += try events.read(part) }
      drafts += try events.finish()
    } catch { fatalError("the ledger of this desk is memory: \(error)") }
    session.forget()
    return Read(drafts: drafts, report: events.report)
  }

  private static func parts(_ file: [UInt8], _ step: Int) -> [[UInt8]] {
    stride(from: 0, to: file.count, by: max(1, step)).map { Array(file[$0..<min(file.count, $0 + max(1, step))]) }
  }
}

/// What a ledger that admits every draft knows.
final class KnownLedger: IntakeContext {
  private var events: [Identifier: Event] = [:]
  private var recipients: [Code: KnownRecipient] = [:]
  private var outlets: [Code: Region] = [:]
  private var lots: [Code: Region] = [:]

  init() {
    guard let region = Region("18.03.07.2001"), let number = Code("P-001"), let outlet = Code("EW-1"), let lot = Code("LOT-1")
    else { return }
    let id = Identifier.make(millisecondsSince1970: 1_776_000_000_000, random: (1, 1))
    recipients[number] = KnownRecipient(identifier: id, region: region, nikTag: FixedVault().tag(nik: "1803074101550001"))
    outlets[outlet] = region
    lots[lot] = region
  }

  func recipient(number: Code) -> KnownRecipient? { recipients[number] }
  func recipients(nikTag: Tag) -> [KnownRecipient] { recipients.values.filter { $0.nikTag == nikTag } }
  func region(outlet: Code) -> Region? { outlets[outlet] }
  func region(lot: Code) -> Region? { lots[lot] }
  func isRecorded(event: Identifier) -> Bool { events[event] != nil }
  func isErased(_ subject: Identifier) -> Bool { false }
  func recorded(event: Identifier) -> RecordedEvent? { events[event].map { RecordedEvent(event: $0, position: 0, place: 0) } }

  func admit(_ drafts: [DraftEvent]) {
    for draft in drafts {
      events[draft.event.id] = draft.event
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

/// Fixed keys, and boxes whose nonce is the hash of what is in them. For fuzzers only.
struct FixedVault: PersonalDataSealer {
  func digest(label: String, value: [UInt8]) -> Digest { Keys.tagKey.digest(label: label, value: value) }
  func tag(nik: String) -> Tag { Keys.tagKey.tag(label: "nik", value: Array(nik.utf8)) }
  func tag(kk: String) -> Tag { Keys.tagKey.tag(label: "kk", value: Array(kk.utf8)) }

  func seal(subject: Identifier, type: EventType, plaintext: [UInt8]) throws -> Sealed {
    let context = Array("\(subject)\n\(type.rawValue)".utf8)
    let box = Seal.seal(
      plaintext: plaintext, key: Keys.sealKey(5), associatedData: context,
      nonceThatMustNotRepeat: Array(SHA256.hash(plaintext).bytes.prefix(24)))
    return Sealed(box: box.box, commitment: box.commitment)
  }

  func sealNothing(subject: Identifier, type: EventType) throws -> Sealed {
    try seal(subject: subject, type: type, plaintext: Array("{}".utf8))
  }
}
