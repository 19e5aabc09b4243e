import Compliance
import Foundation
import Ledger

/// Audits a ledger as an auditor does, with every signature, hash and rule checked and the state folded.
struct Auditing {
  let ledger: BenchLedger
  let events: Int

  /// Entries a second beside libsodium's signatures a second.
  func againstVerify(_ limit: VerifyLimit, repetitions: Int) async throws -> Comparison {
    var comparison = Comparison()
    for _ in 0..<repetitions {
      let verify = try limit.measure(cores: Machine.cores)
      let processor = Stopwatch.processorSeconds()
      let (seconds, report) = try await run()
      comparison.subjectProcessor.append((Stopwatch.processorSeconds() - processor) * 1e6 / Double(report.signatures))
      comparison.limitProcessor.append(verify.processor)
      comparison.append(subject: Double(report.signatures) / seconds, limit: verify.rate)
    }
    return comparison
  }

  /// Events a second.
  func eventsPerSecond(repetitions: Int) async throws -> Samples {
    var samples = Samples()
    for _ in 0..<repetitions {
      let (seconds, report) = try await run()
      samples.append(Double(report.events) / seconds)
    }
    return samples
  }

  func run() async throws -> (seconds: Double, report: AuditReport) {
    let reader = try ledger.reader()
    let source = try await reader.source()
    let start = ContinuousClock.now
    let verified = try VerifiedState.make(source: source, key: reader.settings.logKey)
    let seconds = Stopwatch.seconds(since: start)
    if let finding = verified.report.finding { throw BenchError("the ledger does not verify: \(finding)") }
    guard verified.state.size == verified.report.entries else { throw BenchError("the state is not of all entries") }
    return (seconds, verified.report)
  }
}
