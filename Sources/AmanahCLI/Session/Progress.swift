import Foundation
import TransparencyLog

/// Shows how far a long work has come, on a terminal, once it has lasted two seconds.
final class Progress: @unchecked Sendable {
  private let console: Console
  private let label: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ label: String, _ console: Console) {
    self.label = label
    self.console = console
  }

  /// So many entries are done.
  func update(_ done: TreeSize, of total: TreeSize) { update(done.rawValue, of: total.rawValue) }

  /// `done` of `total` is done; a total of 0 is unknown.
  func update(_ done: UInt64, of total: UInt64) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(2), last.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    last = now
    let share = total > 0 ? " \(done * 100 / total) %" : ""
    console.noteInPlace("\r\u{1B}[K\(label): \(done)\(total > 0 ? "/\(total)" : "")\(share)")
  }

  /// Clears the line.
  func finish() {
    if last != nil { console.noteInPlace("\r\u{1B}[K") }
  }
}
