import Foundation

/// Held while a process writes to a ledger, so that there is one writer. Released when it goes away, or by the system when the process
/// does.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// - Parameter patience: milliseconds to wait for others; a reader that asks `isHeld` has the lock for a moment.
  /// - Throws: `LedgerError.locked` when another process holds it.
  init(path: String, patience: Int = 100) throws(LedgerError) {
    descriptor = DurableFile.retried { unsafe open(path, O_RDWR | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw DurableFile.failure(path, .locking) }
    var waited = 0
    while DurableFile.retried({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 {
      if errno == EWOULDBLOCK, waited < patience {
        usleep(5000)
        waited += 5
        continue
      }
      let failure = errno == EWOULDBLOCK ? LedgerError.locked(path: path) : DurableFile.failure(path, .locking)
      close(descriptor)
      throw failure
    }
  }

  deinit { close(descriptor) }

  /// Whether a process is writing to the ledger whose lock is at `path`.
  static func isHeld(path: String) -> Bool {
    let descriptor = DurableFile.retried { unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }
}
