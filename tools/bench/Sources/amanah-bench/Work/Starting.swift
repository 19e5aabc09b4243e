import Foundation
import Ledger

/// How long it takes until work can begin.
enum Starting {
  private static let repetitions = 7

  /// Milliseconds to open a ledger for writing, keyring excluded.
  static func writer(_ ledger: BenchLedger) async throws -> Samples {
    var samples = Samples()
    for _ in 0..<repetitions {
      let start = ContinuousClock.now
      let writer = try await LedgerWriter.open(stores: ledger.stores, keyring: ledger.keyring)
      samples.append(Stopwatch.seconds(since: start) * 1000)
      try await writer.close()
    }
    return samples
  }

  /// Milliseconds from starting a program to its end.
  static func process(_ program: String, _ arguments: [String]) throws -> Samples {
    var samples = Samples()
    for _ in 0..<repetitions {
      samples.append(try Stopwatch.seconds { _ = try Child.run(program, arguments) } * 1000)
    }
    return samples
  }
}
