import Foundation
import LedgerStore

/// Held while a folder is looked at and then changed, so that two processes do not both find the same thing missing. Waits for the
/// other; released by the system when a process goes away.
enum FolderLock {
  static func hold<Result>(_ path: String, _ body: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
    let descriptor = DurableFile.retried { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw DurableFile.failure(path, .locking) }
    defer { close(descriptor) }
    guard DurableFile.retried({ flock(descriptor, LOCK_EX) }) == 0 else { throw DurableFile.failure(path, .locking) }
    return try body()
  }
}
