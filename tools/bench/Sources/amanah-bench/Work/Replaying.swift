import Compliance
import Foundation
import Ledger
import LedgerStore
import TransparencyLog
import Vocabulary

/// Replays a ledger into the state of the six rights on one core, beside reading and decoding the same events without folding them.
struct Replaying {
  let ledger: BenchLedger

  func run(repetitions: Int) throws -> Comparison {
    var comparison = Comparison()
    let reader = try ledger.reader()
    let size = try reader.checkpoint().checkpoint.size
    for _ in 0..<repetitions {
      var events = 0
      let decoding = try Stopwatch.seconds { events = try decode(reader, size: size) }
      let source = reader.entries
      let start = ContinuousClock.now
      let state = try StateReplay(source: source).run(size: size)
      let replaying = Stopwatch.seconds(since: start)
      guard state.size == size else { throw BenchError("the state is not of all entries") }
      comparison.append(subject: Double(events) / replaying, limit: Double(events) / decoding)
    }
    return comparison
  }

  /// Reads every event into its struct and lets it go; the number of them.
  private func decode(_ reader: LedgerReader, size: TreeSize) throws -> Int {
    var events = 0
    var failure: (any Error)?
    try unsafe reader.store.scan(size.positions) { _, _, bytes in
      do {
        let entry = try unsafe UnverifiedEntry(parsing: bytes)
        let octets = unsafe UnsafeRawBufferPointer(rebasing: bytes[entry.note])
        let note = try unsafe UnverifiedAuthorNote(parsing: octets)
        for line in note.events {
          _ = try unsafe EventReader.read(UnsafeRawBufferPointer(rebasing: octets[line]))
          events += 1
        }
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return events
  }
}
