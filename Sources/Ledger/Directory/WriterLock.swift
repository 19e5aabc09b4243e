import Foundation

/// Held while a process writes to a ledger, so that there is one writer. Released when it goes away, or by the system when the process does.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `LedgerError.locked` when another process holds it.
  init(path: String) throws(LedgerError) {
    descriptor = DurableFile.retried { unsafe open(path, O_RDWR | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw DurableFile.failure(path, .locking) }
    guard DurableFile.retried({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 else {
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
