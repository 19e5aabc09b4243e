import Synchronization

/// Lets many callers submit notes at once: all who wait share one commit, and each hears of its own note.
///
/// Notes are recorded in the order of the calls, so that an author who awaits each answer, or submits a list, keeps the order. Whoever
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
    let result = await withCheckedContinuation { continuation in
      enqueue([Waiting.Note(bytes: note) { continuation.resume(returning: $0) }])
    }
    return try result.get()
  }

  /// Records notes in this order, with nobody else's of the same author between them.
  ///
  /// - Returns: one result a note, in order.
  public func submit(_ notes: [[UInt8]]) async -> [SubmissionResult] {
    guard !notes.isEmpty else { return [] }
    return await withCheckedContinuation { continuation in
      let answers = Answers(count: notes.count) { continuation.resume(returning: $0) }
      enqueue(notes.map { note in Waiting.Note(bytes: note) { answers.append($0) } })
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
    repeat {
      // Whoever was just answered gets to run first: with their next notes a commit is shared by all of them, not by the first few.
      await Task.yield()
      await writer.record(from: self)
    } while waiting.withLock({ waiting in
      if waiting.notes.isEmpty { waiting.isServed = false }
      return waiting.isServed
    })
  }
}

extension SubmissionQueue {
  /// Notes of a transaction: so many that a flush is shared, so few that nobody waits long.
  private static let counts = 1...1024
  private static let byteCount = 4 << 20

  /// The notes that wait now, as many as a transaction takes.
  ///
  /// - Parameter mustBeFull: gives none where more would fit.
  fileprivate func take(mustBeFull: Bool) -> [Waiting.Note] {
    waiting.withLock { waiting in
      guard !mustBeFull || waiting.notes.count >= Self.counts.upperBound else { return [] }
      var (count, bytes) = (0, 0)
      for note in waiting.notes {
        guard count < Self.counts.upperBound, count == 0 || bytes + note.bytes.count <= Self.byteCount else { break }
        count += 1
        bytes += note.bytes.count
      }
      defer { waiting.notes.removeFirst(count) }
      return Array(waiting.notes.prefix(count))
    }
  }
}

/// Notes that callers wait for.
private struct Waiting {
  struct Note {
    let bytes: [UInt8]
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

/// The notes that one run of the writer has taken and not answered yet: those that wait when it begins, and behind them what fills whole
/// transactions, so that these are prepared while the others are recorded.
private struct TakenNotes: SubmissionSource {
  let queue: SubmissionQueue
  private var taken: [Waiting.Note] = []
  private var hasBegun = false

  init(_ queue: SubmissionQueue) { self.queue = queue }

  mutating func next() -> ArraySlice<[UInt8]> {
    let notes = queue.take(mustBeFull: hasBegun)
    hasBegun = true
    taken += notes
    return notes.map(\.bytes)[...]
  }

  mutating func settle(_ results: [SubmissionResult]) {
    for (note, result) in zip(taken, results) { note.answer(result) }
    taken.removeFirst(results.count)
  }
}

extension LedgerWriter {
  fileprivate func record(from queue: SubmissionQueue) {
    var notes = TakenNotes(queue)
    record(from: &notes)
  }
}
