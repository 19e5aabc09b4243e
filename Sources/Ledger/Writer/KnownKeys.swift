import Admission
import Synchronization

/// The public keys that a ledger knows, for whoever prepares notes while others are recorded.
final class KnownKeys: Sendable {
  private let keys: Mutex<KeyDirectory>

  init(_ directory: KeyDirectory) { keys = Mutex(directory) }

  /// The keys known now. An older copy never gives a wrong answer, only fewer.
  var directory: KeyDirectory { keys.withLock { $0 } }

  /// Takes over what a recording has made known.
  func update(_ directory: KeyDirectory) {
    keys.withLock { if $0.count != directory.count { $0 = directory } }
  }
}
