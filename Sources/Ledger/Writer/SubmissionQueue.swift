import Admission
import Synchronization

/// Lets many callers submit notes at once: all who wait share one commit, and each hears of its own note.
///
/// Notes are recorded in the order of the calls, so that an author who awaits each answer, or submits a list, keeps the order. A note is
/// prepared (parsed, its signatures verified, its events read) by its caller, while the writer records those that came before. Whoever
/// waits holds up no thread.
public final class SubmissionQueue: Sendable {
  private let writer: LedgerWriter
  private let waiting = Mutex(Waiting())

  /// A queue before `writer`, which others may use beside it.
  public init(writer: LedgerWriter) { self.writer = writer }

  /// Records a note.
  ///
  /// - Returns: what became of it. What is not refused is durable, signed for, and in the writer's state.
  /// - Throws: `SubmissionFailure` where it is not known to be recorded; submitting it again is safe.
  public func submit(_ note: [UInt8]) async throws(SubmissionFailure) -> Submission {
    let prepared = PreparedSubmission(note, keys: writer.keys.directory)
    let result = await withCheckedContinuation { continuation in
      enqueue([Waiting.Note(submission: prepared) { continuation.resume(returning: $0) }])
    }
    return try result.get()
  }

  /// Records notes in this order, with none that others submit to this queue between them.
  ///
  /// - Returns: one result a note, in order.
  public func submit(_ notes: [[UInt8]]) async -> [SubmissionResult] {
    guard !notes.isEmpty else { return [] }
    let keys = writer.keys.directory
    let prepared = notes.map { PreparedSubmission($0, keys: keys) }
    return await withCheckedContinuation { continuation in
      let answers = Answers(count: notes.count) { continuation.resume(returning: $0) }
      enqueue(prepared.map { Waiting.Note(submission: $0, answer: answers.append) })
    }
  }

  private func enqueue(_ notes: [Waiting.Note]) {
    let mustStart = waiting.withLock { waiting in
      waiting.notes += notes
      defer { waiting.isServed = true }
      return !waiting.isServed
    }
    if mustStart { Task { await serve() } }
  }

  /// Takes what waits to the writer, one commit after the other, until nothing does. In between others may have the writer.
  private func serve() async {
    while let notes = take() {
      let results = await writer.record(notes.map(\.submission))
      for (note, result) in zip(notes, results) { note.answer(result) }
    }
  }

  /// Notes and bytes of a transaction: so many that a flush is shared, so few that nobody waits long.
  private static let count = 4096
  private static let byteCount = 4 << 20

  /// The notes that wait now, as many as a transaction takes; nil where none does, and then nobody serves them.
  private func take() -> [Waiting.Note]? {
    waiting.withLock { waiting in
      guard !waiting.notes.isEmpty else {
        waiting.isServed = false
        return nil
      }
      var (count, bytes) = (0, 0)
      for note in waiting.notes {
        guard count < Self.count, count == 0 || bytes + note.submission.bytes.count <= Self.byteCount else { break }
        count += 1
        bytes += note.submission.bytes.count
      }
      defer { waiting.notes.removeFirst(count) }
      return Array(waiting.notes.prefix(count))
    }
  }
}

/// Notes that callers wait for.
private struct Waiting {
  struct Note: Sendable {
    let submission: PreparedSubmission
    let answer: @Sendable (SubmissionResult) -> Void
  }

  var notes: [Note] = []
  /// Whether somebody takes them to the writer.
  var isServed = false
}

/// Collects the answers to one caller's notes.
private final class Answers: Sendable {
  private let results = Mutex<[SubmissionResult]>([])
  private let count: Int
  private let finish: @Sendable ([SubmissionResult]) -> Void

  init(count: Int, finish: @escaping @Sendable ([SubmissionResult]) -> Void) {
    self.count = count
    self.finish = finish
  }

  func append(_ result: SubmissionResult) {
    let all = results.withLock { results -> [SubmissionResult]? in
      results.append(result)
      return results.count == count ? results : nil
    }
    if let all { finish(all) }
  }
}
