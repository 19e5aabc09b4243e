import Foundation

/// The seed of this run: `AMANAH_TEST_SEED` or the clock. Every failure names it, so that a run can be repeated.
public enum TestSeed {
  /// The seed, printed when it is first asked for.
  public static let value: UInt64 = {
    let given = ProcessInfo.processInfo.environment["AMANAH_TEST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64(Date().timeIntervalSince1970 * 1000)
    print("AMANAH_TEST_SEED=\(seed)")
    return seed
  }()

  /// A generator of its own for each purpose.
  public static func generator(_ purpose: String) -> SeededGenerator {
    SeededGenerator(seed: purpose.utf8.reduce(value) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
  }
}
