import Cryptography
import Intake
import Language
import Ledger
import Reporting
import Vocabulary

extension LedgerSession {
  /// Records one event of our own making, now.
  ///
  /// - Throws: `CommandFailure.refused` with the reason.
  func recordOne(_ body: EventBody, author: String) async throws {
    let now = try currentTimestamp(zone: settings.zone)
    let event = Event(id: InitCommand.freshIdentifier(now), at: now, body: body)
    let line = try EventLine(writing: event)
    let draft = DraftEvent(line: line, signers: [ShortKeyName.complete(author, origin: settings.origin)], row: 1)
    if let refusal = try await record([[draft]], signedAt: now).first {
      let meaning = refusal.code.map { Bilingual("\n  ") + FindingWording.of($0) } ?? Bilingual("")
      throw CommandFailure.refused(refusal.reason + meaning)
    }
  }
}
