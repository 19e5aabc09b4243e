import Foundation
public import Vocabulary

/// The time that a writer puts on entries.
public enum LedgerClock: Hashable, Sendable {
  /// The machine's clock.
  case system
  /// A fixed instant, for exercise ledgers only.
  case fixed(RecordedTime)

  /// The time now, in whole milliseconds.
  public var now: RecordedTime? {
    switch self {
    case .system: RecordedTime(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1000))
    case .fixed(let time): time
    }
  }
}
