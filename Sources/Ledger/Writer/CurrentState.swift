public import Compliance
import Synchronization
import Vocabulary

/// The state of the entries that a writer has recorded. The writer folds into it, everybody else looks things up.
///
/// A look-up sees whole entries only, and waits for at most one entry to be folded. Whoever keeps a copy makes the writer copy what it
/// changes next: for a judgement of everything, that is the price of not holding the writer up.
public final class CurrentState: Sendable {
  private let state: Mutex<LedgerState>

  init(_ state: consuming sending LedgerState) { self.state = Mutex(state) }

  /// What `body` finds in the state. Keep it short: nothing is folded meanwhile.
  public func read<Result: Sendable>(_ body: (borrowing LedgerState) throws -> Result) rethrows -> Result {
    try state.withLock { try body($0) }
  }

  /// The state as it is now.
  public var copy: LedgerState { state.withLock { $0 } }

  /// Folds entries that are durable and signed for.
  func fold(_ entries: [RecordedEntry]) {
    for entry in entries { state.withLock { $0.fold(entry) } }
  }
}
