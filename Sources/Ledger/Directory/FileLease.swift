import Foundation
import LedgerStore
import Synchronization

/// The writer's lease as a lock on a file, which the system gives back when a process goes away.
struct FileLease: WriterLease {
  let path: String
  /// How long to wait for others: a reader that asks `isHeld` has the lock for a moment.
  var patience = Duration.milliseconds(100)
  static let pause = Duration.milliseconds(5)

  func acquire() async throws(StoreError) -> any HeldLease {
    let descriptor = DurableFile.retried { unsafe open(path, O_RDWR | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw .file(place: path, doing: .locking, reason: .system(errno)) }
    let held = Held(descriptor)
    var waited = Duration.zero
    while DurableFile.retried({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 {
      guard errno == EWOULDBLOCK else { throw .file(place: path, doing: .locking, reason: .system(errno)) }
      // Whoever is cancelled does not wait.
      guard waited < patience, (try? await Task.sleep(for: Self.pause)) != nil else { throw .inUse(place: path) }
      waited += Self.pause
    }
    return held
  }

  func isHeld() -> Bool {
    let descriptor = DurableFile.retried { unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  private final class Held: HeldLease {
    private let descriptor: Mutex<Int32?>

    init(_ descriptor: Int32) { self.descriptor = Mutex(descriptor) }

    deinit { release() }

    func release() {
      let open = descriptor.withLock { descriptor in
        defer { descriptor = nil }
        return descriptor
      }
      if let open { close(open) }
    }
  }
}
