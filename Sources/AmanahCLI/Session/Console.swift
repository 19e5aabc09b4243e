import Foundation
import Language
import Ledger
import LedgerStore
import Synchronization

/// Whom a run speaks to: results on standard output, progress and messages on standard error, in one language. Made at the edge.
final class Console: Sendable {
  /// What every message is told in.
  let language: Language
  /// Colour only on a terminal that wants it.
  let usesColour: Bool

  /// Why standard output took no more; nothing is written to it afterwards.
  private let outputProblem = Mutex<Int32?>(nil)

  init(_ language: Language) {
    self.language = language
    usesColour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Writes a line to standard output.
  func print(_ text: String) { write(text + "\n") }

  /// Writes a line to standard output.
  func print(_ words: Bilingual) { print(words[language]) }

  /// Writes to standard output. A failure is told when the command ends, by ``finish()``: what it does must not stop half-way.
  func write(_ text: String) {
    outputProblem.withLock { problem in
      guard problem == nil else { return }
      problem = Self.send(text, to: STDOUT_FILENO)
    }
  }

  /// Writes a line to standard error. Nobody can be told when that fails.
  func note(_ text: String) { _ = Self.send(text + "\n", to: STDERR_FILENO) }

  /// Writes a line to standard error.
  func note(_ words: Bilingual) { note(words[language]) }

  /// Says which snapshots were passed over. That is not an error: the log was replayed instead.
  func note(_ problems: [SnapshotProblem]) {
    for problem in problems { note(problem.words) }
  }

  /// Says whether everything was printed.
  ///
  /// - Throws: `CommandFailure.failed` unless the reader went away, as `head` does once it has seen enough.
  func finish() throws(CommandFailure) {
    guard let problem = outputProblem.withLock({ $0 }), problem != EPIPE else { return }
    throw .failed(
      Bilingual(id: "keluaran baku (standard output): ", en: "standard output: ") + FileWork.writing.words + Bilingual(": ")
        + FileReason.system(problem).words)
  }

  /// Shows how far a long work has come.
  func progress(_ label: Bilingual) -> Progress { Progress(label[language], self) }

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
  func noteInPlace(_ text: String) { _ = Self.send(text, to: STDERR_FILENO) }

  /// A value as indented JSON with sorted keys.
  func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
