import Vocabulary

extension LedgerState {
  /// Reads what the events will look up, one kind after the other, and changes nothing that is judged.
  ///
  /// Folding spends most of its time waiting for memory, because identifiers are spread over large tables. One event has to wait
  /// for each look-up in turn; asked for side by side, the look-ups of a note are waited for together.
  mutating func touch(_ events: [Event]) {
    var ids: [UInt64] = []
    var recipients: [Identifier] = []
    ids.reserveCapacity(events.count)
    recipients.reserveCapacity(events.count)
    // By index, because copying an event costs more than reading two words of it.
    for index in events.indices {
      ids.append(events[index].id.fingerprint)
      if let recipient = events[index].body.recipient { recipients.append(recipient) }
    }
    var read = self.events.touch(ids)
    read ^= registry.ids.touch(recipients.map(\.fingerprint))
    if let round = programmeBook.recentRound {
      read ^= units.keys.touch(
        recipients.compactMap { id in registry.ids.find(id).map { NumberPair($0, round).fingerprint } })
    }
    // Kept, or the compiler would find that nobody needs what was read.
    touched = read
  }
}
