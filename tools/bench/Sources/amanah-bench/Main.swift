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
    if let (work, path) = options.child { return try await Child.work(work, path: path) }
    try FileManager.default.createDirectory(atPath: options.folder, withIntermediateDirectories: true)
    defer { if !options.keeps { try? FileManager.default.removeItem(atPath: options.folder) } }
    var report = Report(
      machine: Machine.name, cores: Machine.cores, libraries: Machine.libraries, seed: options.seed, loadBefore: Machine.load)
    if let amanah = options.amanah {
      report.rows.append(Row(nil, "amanah --version, whole process", try Starting.process(amanah, ["--version"]).median, "ms"))
    }
    report.notes.append("ledgers in \(options.store.rawValue)")
    var smallest: [Packing: Double] = [:]
    for events in options.events {
      let slowest = try await Suite(events: events, options: options).run(&report)
      for packing in options.packings {
        guard let found = slowest[packing] else { continue }
        let first = smallest[packing] ?? found
        smallest[packing] = first
        // Flat: twice the smallest ledger's at most, though the proof grows with the logarithm.
        report.rows.append(
          Row(
            events, "receipt from \(packing.name), p99", found, "µs", against: first, "smallest ledger", budget: .ratioAtMost(2)))
      }
    }
    report.loadAfter = Machine.load
    if let figures = options.figures { try Data(report.json().utf8).write(to: URL(fileURLWithPath: figures)) }
    print(options.isJSON ? try report.json() : report.table())
  }
}
