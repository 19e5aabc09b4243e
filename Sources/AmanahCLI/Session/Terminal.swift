import Foundation
import Ledger
import Synchronization
import TransparencyLog

/// What a user at a terminal sees: results on standard output, progress and messages on standard error.
enum Terminal {
  /// Colour only on a terminal that wants it.
  static var usesColour: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Why standard output took no more; nothing is written to it afterwards.
  private static let outputProblem = Mutex<Int32?>(nil)

  /// Writes a line to standard output.
  static func print(_ text: String) { write(text + "\n") }

  /// Writes to standard output. A failure is told when the command ends, by ``finish()``: what it does must not stop half-way.
  static func write(_ text: String) {
    outputProblem.withLock { problem in
      guard problem == nil else { return }
      problem = send(text, to: STDOUT_FILENO)
    }
  }

  /// Writes a line to standard error. Nobody can be told when that fails.
  static func note(_ text: String) { _ = send(text + "\n", to: STDERR_FILENO) }

  /// Says whether everything was printed.
  ///
  /// - Throws: `CommandFailure.failed` unless the reader went away, as `head` does once it has seen enough.
  static func finish() throws(CommandFailure) {
    guard let problem = outputProblem.withLock({ $0 }), problem != EPIPE else { return }
    throw .failed(
      say("keluaran baku (standard output): ", "standard output: ") + FileWork.writing.words + ": "
        + FileReason.system(problem).words)
  }

  /// Says which snapshots were passed over. That is not an error: the log was replayed instead.
  static func note(_ problems: [SnapshotProblem]) {
    for problem in problems {
      note(say("Catatan: potret keadaan tidak dipakai: \(problem)", "Note: a snapshot of the state was not used: \(problem)"))
    }
  }

  /// The error number of a failure; nil when everything was written.
  private static func send(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let written = unsafe Foundation.write(descriptor, bytes.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return errno }
        offset += written
      }
      return nil
    }
  }

  /// Writes to standard error without ending the line.
  static func noteInPlace(_ text: String) { _ = send(text, to: STDERR_FILENO) }

  /// A value as indented JSON with sorted keys.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}

/// Shows how far a long work has come, on a terminal, once it has lasted two seconds.
final class Progress: @unchecked Sendable {
  private let label: String
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ label: String) { self.label = label }

  /// So many entries are done.
  func update(_ done: TreeSize, of total: TreeSize) { update(done.rawValue, of: total.rawValue) }

  /// `done` of `total` is done; a total of 0 is unknown.
  func update(_ done: UInt64, of total: UInt64) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(2), last.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    last = now
    let share = total > 0 ? " \(done * 100 / total) %" : ""
    Terminal.noteInPlace("\r\u{1B}[K\(label): \(done)\(total > 0 ? "/\(total)" : "")\(share)")
  }

  /// Clears the line.
  func finish() {
    if last != nil { Terminal.noteInPlace("\r\u{1B}[K") }
  }
}
