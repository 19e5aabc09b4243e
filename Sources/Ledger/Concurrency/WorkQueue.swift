import Dispatch

/// A thread's worth of work that may wait for disks and locks, one thing after the other. Swift's own threads are as many as there are
/// cores, and whoever waits on one holds everybody up.
final class WorkQueue: SerialExecutor {
  private let queue: DispatchQueue

  /// - Parameter label: what debuggers and crash reports call it.
  init(label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = unsafe asUnownedSerialExecutor()
    queue.async { unsafe job.runSynchronously(on: executor) }
  }

  /// What `body` gives, which may wait as long as it likes.
  static func run<Result: Sendable>(label: String, _ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: label).async { continuation.resume(returning: body()) }
    }
  }

  /// What `body` gives, which may wait as long as it likes, or its error.
  static func attempt<Result: Sendable>(
    label: String, _ body: @escaping @Sendable () throws(LedgerError) -> Result
  ) async throws(LedgerError) -> Result {
    try await run(label: label) { () -> Swift.Result<Result, LedgerError> in
      do throws(LedgerError) { return .success(try body()) } catch { return .failure(error) }
    }.get()
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { unsafe UnownedSerialExecutor(ordinary: self) }
}
