import Foundation

/// Measures what docs/performance.md reports.
@main
struct Main {
  static func main() async {
    do { try await run(Options(Array(CommandLine.arguments.dropFirst()))) } catch {
      try? FileHandle.standardError.write(contentsOf: Data("amanah-bench: \(error)\n".utf8))
      exit(error is BenchError ? 2 : 1)
    }
  }

  private static func run(_ options: Options) async throws {
    if let (work, path) = options.child { return try Child.work(work, path: path) }
    try FileManager.default.createDirectory(atPath: options.folder, withIntermediateDirectories: true)
    defer { if !options.keeps { try? FileManager.default.removeItem(atPath: options.folder) } }
    var report = Report(
      machine: Machine.name, cores: Machine.cores, libraries: Machine.libraries, seed: options.seed, loadBefore: Machine.load)
    if let amanah = options.amanah {
      report.rows.append(Row(nil, "amanah --version, whole process", try Starting.process(amanah, ["--version"]).median, "ms"))
    }
    var smallest: (single: Double, list: Double)?
    for events in options.events {
      let slowest = try await Suite(events: events, options: options).run(&report)
      let first = smallest ?? slowest
      smallest = first
      for (name, found, limit) in [("single-event", slowest.single, first.single), ("list", slowest.list, first.list)] {
        // Flat: twice the smallest ledger's at most, though the proof grows with the logarithm.
        report.rows.append(
          Row(events, "receipt from \(name) notes, p99", found, "µs", against: limit, "smallest ledger", budget: .ratioAtMost(2)))
      }
    }
    report.loadAfter = Machine.load
    print(options.isJSON ? try report.json() : report.table())
  }
}
