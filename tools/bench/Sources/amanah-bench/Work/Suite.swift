import Foundation

/// Everything that is measured at one number of events.
struct Suite {
  let events: Int
  let options: Options

  /// Adds rows to `report`.
  ///
  /// - Returns: the slowest receipts in microseconds, for comparing sizes.
  func run(_ report: inout Report) async throws -> [Packing: Double] {
    let scenario = try Scenario(count: events, seed: options.seed)
    report.notes.append("\(Figure.grouped(events)) events: \(Figure.grouped(scenario.recipients)) families")
    var slowest: [Packing: Double] = [:]
    if options.packings.contains(.single) {
      let queueing = Queueing(scenario: scenario, folder: options.folder, store: options.store)
      report.rows.append(
        Row(
          events, "64 callers at once, single-event notes", try await queueing.run(isPatient: false), "notes/s", "one batch",
          budget: .ratioAtLeast(1)))
      report.rows.append(
        Row(
          events, "64 callers, each waiting for its answer", try await queueing.run(isPatient: true), "notes/s", "one batch"))
      try say("64 callers answered")
    }
    for packing in options.packings {
      let admitted = try await Admission(
        scenario: scenario, packing: packing, folder: options.folder, store: options.store
      ).run()
      admission(admitted, packing, &report)
      try say("\(packing.name) admitted")
      switch packing {
      case .single: try await auditSingle(admitted, try VerifyLimit(notes: admitted.sample, officers: scenario.officers), &report)
      case .list:
        try await auditList(admitted, &report)
        try replay(admitted, &report)
      }
      try say("\(packing.name) audited")
      try await rest(admitted, packing, &report)
      let receipts = try Proving(ledger: admitted.ledger, seed: options.seed).run()
      report.rows.append(Row(events, "receipt from \(packing.name), p50", receipts.median, "µs"))
      slowest[packing] = receipts.quantile(0.99)
    }
    return slowest
  }

  private func say(_ text: String) throws {
    try FileHandle.standardError.write(contentsOf: Data("\(Figure.grouped(events)): \(text)\n".utf8))
  }

  private func admission(_ admitted: Admission.Outcome, _ packing: Packing, _ report: inout Report) {
    let comparison = admitted.comparison
    switch packing {
    case .single:
      report.notes.append("\(admitted.signedByteCount / admitted.notes) bytes a signed single-event note")
      report.rows.append(Row(events, "libsodium verifies, one core", admitted.oneCore.median, "/s"))
      report.rows.append(
        Row(
          events, "admit single-event notes", comparison, "notes/s", "verify, \(Machine.cores) cores",
          budget: .ratioAtLeast(0.8)))
    case .list:
      report.rows.append(
        Row(
          events, "admit list notes (\(events / admitted.notes) events, \(admitted.signedByteCount / admitted.notes) bytes)",
          comparison.subject.median / 1e6, "MB/s", against: comparison.limit.median / 1e6, "SQLite MB/s",
          ratio: comparison.ratio.median, budget: .ratioAtLeast(0.7)))
      report.rows.append(Row(events, "admit list notes, events", admitted.events.median, "events/s"))
    }
    report.rows.append(processor("processor time of one of the admitted \(packing.name)", comparison))
    report.rows.append(
      Row(events, "processor time of SQLite alone for one of the \(packing.name)", admitted.diskProcessor.median, "µs"))
  }

  /// How much of the work is verifying: what no arrangement of threads can beat.
  private func processor(_ what: String, _ comparison: Comparison) -> Row {
    let (subject, limit) = (comparison.subjectProcessor.median, comparison.limitProcessor.median)
    return Row(events, what, subject, "µs", against: limit, "verify µs", ratio: limit / subject)
  }

  private var repetitions: Int { events > 3_000_000 ? 1 : events > 300_000 ? 3 : 5 }

  private func auditSingle(_ admitted: Admission.Outcome, _ limit: VerifyLimit, _ report: inout Report) async throws {
    let comparison = try await Auditing(ledger: admitted.ledger, events: events).againstVerify(limit, repetitions: repetitions)
    report.rows.append(
      Row(
        events, "audit single-event notes, with state", comparison, "notes/s", "verify, \(Machine.cores) cores",
        budget: .ratioAtLeast(0.9)))
    report.rows.append(processor("processor time of an audited single-event note", comparison))
  }

  private func auditList(_ admitted: Admission.Outcome, _ report: inout Report) async throws {
    let rate = try await Auditing(ledger: admitted.ledger, events: events).eventsPerSecond(repetitions: repetitions).median
    report.rows.append(Row(events, "audit list notes, with state", rate, "events/s", budget: .atLeast(500_000)))
  }

  private func replay(_ admitted: Admission.Outcome, _ report: inout Report) throws {
    let comparison = try Replaying(ledger: admitted.ledger).run(repetitions: repetitions)
    report.rows.append(Row(events, "decode list notes, one core", comparison.limit.median, "events/s"))
    report.rows.append(
      Row(events, "replay list notes into the state, one core", comparison, "events/s", "decoding", budget: .atLeast(1_000_000)))
  }

  /// Storage, start-up and memory.
  private func rest(_ admitted: Admission.Outcome, _ packing: Packing, _ report: inout Report) async throws {
    // A ledger in memory takes none of the disk, and no other process can audit it.
    let isOnDisk = options.store == .sqlite
    if isOnDisk {
      report.rows.append(
        Row(
          events, "storage of \(packing.name)", Double(try admitted.ledger.databaseByteCount()) / 1e6, "MB",
          against: Double(admitted.signedByteCount) / 1e6, "signed MB", budget: .ratioAtMost(1.3)))
    }
    report.rows.append(
      Row(events, "open for writing, \(packing.name)", try await Starting.writer(admitted.ledger).median, "ms"))
    guard isOnDisk else { return }
    // The budget is for a million events; smaller ledgers may take no more, larger ones more in proportion.
    let budget = 1024 * Double(max(1, events / 1_000_000))
    report.rows.append(
      Row(
        events, "peak memory, audit of \(packing.name) with state",
        try Child.peakByteCount(.audit, admitted.ledger) / 1_048_576, "MiB", budget: .atMost(budget)))
  }
}
