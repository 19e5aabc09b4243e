import Foundation
import Ledger
import TransparencyLog

/// Makes receipts of random entries, one at a time, each read, proved and checked.
struct Proving {
  let ledger: BenchLedger
  let seed: UInt64

  private static let warmUps = 200
  private static let repetitions = 4000

  /// Microseconds a receipt.
  func run() throws -> Samples {
    let reader = try ledger.reader()
    let checkpoint = try reader.checkpoint()
    let prover = try EntryProver(store: reader.store, checkpoint: checkpoint)
    var dice = Dice(seed, 10, 0)
    var samples = Samples()
    for number in 0..<Self.warmUps + Self.repetitions {
      let position = Position(dice.next() % checkpoint.checkpoint.size.rawValue)
      let seconds = try Stopwatch.seconds { _ = try prover.prove(position) }
      if number >= Self.warmUps { samples.append(seconds * 1e6) }
    }
    return samples
  }
}
