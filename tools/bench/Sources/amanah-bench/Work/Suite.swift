import Foundation

/// Everything that is measured at one number of events.
struct Suite {
  let events: Int
  let options: Options

  /// The rows, and the slowest receipts in microseconds for comparing sizes.
  func run(_ report: inout Report) async throws -> (single: Double, list: Double) {
    let scenario = try Scenario(count: events, seed: options.seed)
    let single = try await Admission(scenario: scenario, packing: .single, folder: options.folder).run()
    report.notes.append(
      "\(Figure.grouped(events)) events: \(Figure.grouped(scenario.recipients)) families; \(single.signedByteCount / events) bytes a signed single-event note"
    )
    let limit = try VerifyLimit(notes: single.sample, officers: scenario.officers)
    report.rows.append(Row(events, "libsodium verifies, one core", single.oneCore.median, "/s"))
    report.rows.append(
      Row(
        events, "admit single-event notes", single.comparison, "notes/s", "verify, \(Machine.cores) cores",
        budget: .ratioAtLeast(0.8)))
    report.rows.append(processor("processor time of an admitted note", single.comparison))
    report.rows.append(Row(events, "processor time of SQLite alone for a note", single.diskProcessor.median, "µs"))
    try await say("admitted single-event notes")
    let list = try await Admission(scenario: scenario, packing: .list, folder: options.folder).run()
    let megabytes = list.comparison
    report.rows.append(
      Row(
        events, "admit list notes (\(events / list.notes) events, \(list.signedByteCount / list.notes) bytes)",
        megabytes.subject.median / 1e6,
        "MB/s", against: megabytes.limit.median / 1e6, "SQLite MB/s", ratio: megabytes.ratio.median, budget: .ratioAtLeast(0.7)))
    report.rows.append(Row(events, "admit list notes, events", list.events.median, "events/s"))
    report.rows.append(processor("processor time of an admitted list note", megabytes))
    report.rows.append(Row(events, "processor time of SQLite alone for a list note", list.diskProcessor.median, "µs"))
    try await say("admitted list notes")
    try audit(single, list, limit, &report)
    try await say("audited")
    try replay(list, &report)
    try storage(single, list, &report)
    try await start(single, list, &report)
    try memory(single, list, &report)
    return try prove(single, list, &report)
  }

  private func say(_ text: String) async throws {
    try FileHandle.standardError.write(contentsOf: Data("\(Figure.grouped(events)): \(text)\n".utf8))
  }

  /// How much of the work is verifying: what no arrangement of threads can beat.
  private func processor(_ what: String, _ comparison: Comparison) -> Row {
    let (subject, limit) = (comparison.subjectProcessor.median, comparison.limitProcessor.median)
    return Row(events, what, subject, "µs", against: limit, "verify µs", ratio: limit / subject)
  }

  private var repetitions: Int { events > 300_000 ? 3 : 5 }

  private func audit(
    _ single: Admission.Outcome, _ list: Admission.Outcome, _ limit: VerifyLimit, _ report: inout Report
  ) throws {
    let comparison = try Auditing(ledger: single.ledger, events: events).againstVerify(limit, repetitions: repetitions)
    report.rows.append(
      Row(
        events, "audit single-event notes, with state", comparison, "notes/s", "verify, \(Machine.cores) cores",
        budget: .ratioAtLeast(0.9)))
    report.rows.append(processor("processor time of an audited note", comparison))
    let rate = try Auditing(ledger: list.ledger, events: events).eventsPerSecond(repetitions: repetitions).median
    report.rows.append(Row(events, "audit list notes, with state", rate, "events/s", budget: .atLeast(500_000)))
  }

  private func replay(_ list: Admission.Outcome, _ report: inout Report) throws {
    let comparison = try Replaying(ledger: list.ledger).run(repetitions: repetitions)
    report.rows.append(Row(events, "decode list notes, one core", comparison.limit.median, "events/s"))
    report.rows.append(
      Row(events, "replay list notes into the state, one core", comparison, "events/s", "decoding", budget: .atLeast(1_000_000)))
  }

  private func storage(_ single: Admission.Outcome, _ list: Admission.Outcome, _ report: inout Report) throws {
    for (name, outcome) in [("single-event", single), ("list", list)] {
      report.rows.append(
        Row(
          events, "storage of \(name) notes", Double(try outcome.ledger.databaseByteCount()) / 1e6, "MB",
          against: Double(outcome.signedByteCount) / 1e6, "signed MB", budget: .ratioAtMost(1.3)))
    }
  }

  private func start(_ single: Admission.Outcome, _ list: Admission.Outcome, _ report: inout Report) async throws {
    report.rows.append(Row(events, "open for writing, single-event notes", try await Starting.writer(single.ledger).median, "ms"))
    report.rows.append(Row(events, "open for writing, list notes", try await Starting.writer(list.ledger).median, "ms"))
  }

  private func memory(_ single: Admission.Outcome, _ list: Admission.Outcome, _ report: inout Report) throws {
    // The budget is for a million events; smaller ledgers may take no more.
    for (name, outcome) in [("single-event", single), ("list", list)] {
      let bytes = try Child.peakByteCount(.audit, outcome.ledger)
      report.rows.append(
        Row(events, "peak memory, audit of \(name) notes with state", bytes / 1_048_576, "MiB", budget: .atMost(1024)))
    }
  }

  private func prove(
    _ single: Admission.Outcome, _ list: Admission.Outcome, _ report: inout Report
  ) throws -> (single: Double, list: Double) {
    let samples = try [single, list].map { try Proving(ledger: $0.ledger, seed: options.seed).run() }
    for (name, sample) in zip(["single-event", "list"], samples) {
      report.rows.append(Row(events, "receipt from \(name) notes, p50", sample.median, "µs"))
    }
    return (samples[0].quantile(0.99), samples[1].quantile(0.99))
  }
}
