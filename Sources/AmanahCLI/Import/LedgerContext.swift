import Admission
import Compliance
import Cryptography
import Intake
import Ledger
import LedgerStore
import TransparencyLog
import Vocabulary

/// What the ledger knows, for reading lists; grows as notes are recorded.
final class LedgerContext: IntakeContext {
  private(set) var state: LedgerState
  /// Whether the state is what a replay of the ledger gives.
  private(set) var isWhole = true

  private let directory: LedgerDirectory
  /// Opened when an event must be compared with a recorded one, which is seldom.
  private var reader: LedgerReader?

  init(state: LedgerState, directory: LedgerDirectory) {
    self.state = state
    self.directory = directory
  }

  /// Closes what was opened for reading events.
  func close() throws(LedgerError) {
    do throws(StoreError) { try reader?.store.close() } catch { throw .store(error) }
    reader = nil
  }

  /// Folds the events of a note that was recorded.
  func record(_ drafts: [DraftEvent], position: UInt64, recordedAt: RecordedTime) {
    state.fold(
      RecordedEntry(
        position: Position(position), recordedAt: recordedAt, signers: drafts.first?.signers ?? [], events: drafts.map(\.event)))
  }

  func recipient(number: Code) -> KnownRecipient? { state.recipient(number: number).flatMap(known) }
  func recipients(nikTag: Tag) -> [KnownRecipient] { state.recipients(nikTag: nikTag).compactMap(known) }
  func region(outlet: Code) -> Region? { state.outlet(outlet)?.body.region }
  func region(lot: Code) -> Region? { state.lot(lot)?.body.region }
  func isRecorded(event: Identifier) -> Bool { state.reference(ofEvent: event) != nil }

  func recorded(event: Identifier) throws -> RecordedEvent? {
    guard let reference = state.reference(ofEvent: event) else { return nil }
    let reader = try self.reader ?? LedgerReader(directory: directory)
    self.reader = reader
    let (position, place) = (reference.position, reference.place)
    return RecordedEvent(event: try reader.event(at: position, place: place), position: position, place: place)
  }

  private func known(_ id: Identifier) -> KnownRecipient? {
    state.recipient(id).map { KnownRecipient(identifier: id, region: $0.region, nikTag: $0.nikTag) }
  }
}

/// The vault, as the reading of lists needs it.
struct VaultSealer: PersonalDataSealer {
  let vault: Vault

  func digest(label: String, value: [UInt8]) -> Digest { vault.tagKey.digest(label: label, value: value) }
  func tag(nik: String) -> Tag { vault.tagKey.tag(label: "nik", value: Array(nik.utf8)) }
  func tag(kk: String) -> Tag { vault.tagKey.tag(label: "kk", value: Array(kk.utf8)) }
  func seal(subject: Identifier, type: EventType, plaintext: [UInt8]) throws -> Sealed {
    try vault.seal(plaintext, subject: subject, type: type)
  }
}
