import Compliance
import Cryptography
import Intake
import LedgerStore
import TransparencyLog
import Vocabulary

/// What a ledger knows, for reading lists.
final class KnownLedger: IntakeContext {
  private let state: CurrentState
  private let entries: any EntryStore

  /// What `state` says, and the events of `entries`.
  init(state: CurrentState, entries: any EntryStore) {
    self.state = state
    self.entries = entries
  }

  func recipient(number: Code) -> KnownRecipient? { state.read { state in state.recipient(number: number).flatMap(state.known) } }
  func recipients(nikTag: Tag) -> [KnownRecipient] {
    state.read { state in state.recipients(nikTag: nikTag).compactMap(state.known) }
  }
  func region(outlet: Code) -> Region? { state.read { $0.outlet(outlet)?.body.region } }
  func region(lot: Code) -> Region? { state.read { $0.lot(lot)?.body.region } }
  func isRecorded(event: Identifier) -> Bool { state.read { $0.reference(ofEvent: event) != nil } }
  func isErased(_ subject: Identifier) -> Bool { state.read { $0.isErased(subject) } }

  func recorded(event: Identifier) throws -> RecordedEvent? {
    guard let reference = state.read({ $0.reference(ofEvent: event) }) else { return nil }
    let (position, place) = (reference.position, reference.place)
    return RecordedEvent(
      event: try LedgerReader.event(at: position, place: place, in: entries), position: position, place: place)
  }
}

extension LedgerState {
  fileprivate func known(_ id: Identifier) -> KnownRecipient? {
    recipient(id).map { KnownRecipient(identifier: id, region: $0.region, nikTag: $0.nikTag) }
  }
}
