import Foundation
import Ledger

/// Records a scenario through the writer, piece after piece, each beside the limit on the same notes.
struct Admission {
  let scenario: Scenario
  let packing: Packing
  let folder: String
  let store: BenchStore

  struct Outcome {
    let ledger: BenchLedger
    var comparison = Comparison()
    /// libsodium on one core.
    var oneCore = Samples()
    /// Processor microseconds in which SQLite alone records a note.
    var diskProcessor = Samples()
    var events = Samples()
    var notes = 0
    var signedByteCount = 0
    /// Some of the notes, for measuring the limit again beside other work.
    var sample: [[UInt8]] = []

    fileprivate mutating func take(_ earlier: Outcome) {
      (comparison, oneCore, diskProcessor, events) = (earlier.comparison, earlier.oneCore, earlier.diskProcessor, earlier.events)
    }
  }

  /// Events in a piece: about half a second of work.
  private var pieceLength: Int { packing == .single ? 20_000 : 100_000 }
  private static let repetitions = 5
  private static let measuredPieces = 50

  func run() async throws -> Outcome {
    var outcome = try await pass(nil)
    while outcome.comparison.ratio.values.count < Self.repetitions { outcome = try await pass(outcome) }
    return outcome
  }

  /// Records the whole scenario in a fresh ledger; adds to the measurements of an earlier pass.
  private func pass(_ earlier: Outcome?) async throws -> Outcome {
    let path = "\(folder)/\(packing.rawValue)-\(scenario.count)"
    let made = try await BenchLedger.create(
      path: path, store: store, officers: scenario.officers, seed: scenario.seed)
    var outcome = Outcome(ledger: made.ledger)
    if let earlier { outcome.take(earlier) }
    let disk = try DiskLimit(path: "\(folder)/limit.sqlite")
    var stream = NoteStream(scenario: scenario, packing: packing)
    var (left, piece) = (scenario.count, 0)
    // In a large ledger some pieces are measured, spread over its length, and the others only recorded.
    let stride = max(1, scenario.count / pieceLength / Self.measuredPieces)
    while left > 0 {
      let events = min(left, pieceLength)
      let notes = try stream.nextPiece(events: events)
      left -= events
      piece += 1
      if notes.isEmpty { continue }
      outcome.notes += notes.count
      outcome.signedByteCount += notes.reduce(0) { $0 + $1.count }
      if piece % stride == 0 {
        try await measure(notes, events: events, made.writer, disk, &outcome)
      } else {
        try await BenchLedger.record(notes, with: made.writer)
      }
    }
    try await made.writer.close()
    return outcome
  }

  private func measure(
    _ notes: [[UInt8]], events: Int, _ writer: LedgerWriter, _ disk: DiskLimit, _ outcome: inout Outcome
  ) async throws {
    let bytes = notes.reduce(0) { $0 + $1.count }
    let durable = try disk.measure(notes)
    outcome.diskProcessor.append(durable.processor)
    var limit = durable.rate
    let verify = try VerifyLimit(notes: notes, officers: scenario.officers)
    let verified = try verify.measure(cores: Machine.cores)
    outcome.comparison.limitProcessor.append(verified.processor)
    if packing == .single {
      outcome.oneCore.append(try verify.measure(cores: 1).rate)
      limit = verified.rate
    }
    let (start, processor) = (ContinuousClock.now, Stopwatch.processorSeconds())
    try await BenchLedger.record(notes, with: writer)
    let seconds = Stopwatch.seconds(since: start)
    outcome.comparison.subjectProcessor.append((Stopwatch.processorSeconds() - processor) * 1e6 / Double(notes.count))
    outcome.comparison.append(subject: Double(packing == .single ? notes.count : bytes) / seconds, limit: limit)
    outcome.events.append(Double(events) / seconds)
    outcome.sample = Array(notes.prefix(20_000))
  }
}
