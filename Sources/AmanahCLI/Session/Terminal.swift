import Foundation
import Ledger

/// What a user at a terminal sees: results on standard output, progress and messages on standard error.
enum Terminal {
  /// Colour only on a terminal that wants it.
  static var usesColour: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Writes a line to standard output.
  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Writes a line to standard error.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Says which snapshots were passed over. That is not an error: the log was replayed instead.
  static func note(_ problems: [SnapshotProblem]) {
    for problem in problems {
      note(say("Catatan: potret keadaan tidak dipakai: \(problem)", "Note: a snapshot of the state was not used: \(problem)"))
    }
  }

  /// A value as indented JSON with sorted keys.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
  }
}

/// Shows how far a long work has come, on a terminal, once it has lasted two seconds.
final class Progress: @unchecked Sendable {
  private let label: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ label: String) { self.label = label }

  /// `done` of `total` is done; a total of 0 is unknown.
  func update(_ done: UInt64, of total: UInt64) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(2), last.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    last = now
    let share = total > 0 ? " \(done * 100 / total) %" : ""
    FileHandle.standardError.write(Data("\r\u{1B}[K\(label): \(done)\(total > 0 ? "/\(total)" : "")\(share)".utf8))
  }

  /// Clears the line.
  func finish() {
    if last != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
