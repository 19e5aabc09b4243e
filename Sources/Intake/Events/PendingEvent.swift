internal import Vocabulary

/// An event whose body is not made yet: sealing costs, and makes a subject's key, so it is done for new events only.
struct PendingEvent {
  let identifier: Identifier
  let at: Timestamp
  /// Where it belongs, if its list tells that of the file as a whole.
  let region: Region?
  let body: (IntakeSession) throws -> EventBody

  /// The event with its line.
  func draft(_ session: IntakeSession, signers: [String], row: Int) throws -> DraftEvent {
    let event = Event(id: identifier, at: at, body: try body(session))
    return DraftEvent(line: try EventLine(writing: event), signers: signers, row: row)
  }
}
