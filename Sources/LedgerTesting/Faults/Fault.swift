public import LedgerStore
import Synchronization

/// What goes wrong, once, at one step: before it was done, or after, so that it persists though the caller is told that it failed, as when
/// a process is killed right behind it.
public enum Fault: CaseIterable, Sendable {
  /// The transaction fails, and nothing of it is there.
  case appendFails
  case appendFailsButPersists
  /// What was written cannot be read back.
  case readBackFails
  /// What was written comes back with a changed bit.
  case readBackLies
  /// What was written comes back without its last entry.
  case readBackEndsEarly
  /// The head cannot be read.
  case headReadFails
  /// The head is not replaced.
  case headFails
  case headFailsButPersists
  /// The checkpoint cannot be kept beside the entries, after the head was replaced.
  case keepFails
  case keepFailsButPersists
  /// Keys of new subjects are not kept.
  case keysFail
  case keysFailButPersist
  /// A key is not erased.
  case eraseFails
  /// It is gone, but was not overwritten.
  case eraseFailsButPersists

  /// Those that a commit can meet.
  public static let ofCommit: [Fault] = [
    .appendFails, .appendFailsButPersists, .readBackFails, .readBackLies, .readBackEndsEarly, .headFails, .headFailsButPersists,
    .keepFails, .keepFailsButPersists,
  ]
}

/// Makes the stores of one ledger fail when told.
public final class FaultPlan: Sendable {
  private struct State {
    var armed: Fault?
    /// Only what is read after an append is read back; other reading must not use the fault up.
    var hasAppended = false
    var appends = 0
    var leafReadings: Int?
  }

  private let state = Mutex(State())

  /// Nothing fails yet.
  public init() {}

  /// Makes the next operation that `fault` is about fail; nil: none.
  public func arm(_ fault: Fault?) {
    state.withLock {
      $0.armed = fault
      $0.hasAppended = false
    }
  }

  /// Lets so many readings of leaf hashes succeed, and fails all later ones; nil: none fails.
  public func failReadingLeaves(after count: Int?) { state.withLock { $0.leafReadings = count } }

  /// Whether a fault is still waiting.
  public var isArmed: Bool { state.withLock { $0.armed != nil } }

  func takes(_ fault: Fault) -> Bool {
    state.withLock { state in
      guard state.armed == fault else { return false }
      state.armed = nil
      return true
    }
  }

  /// Transactions of entries that were tried, failed ones included.
  public var appends: Int { state.withLock { $0.appends } }

  func noteAppend() {
    state.withLock {
      $0.hasAppended = true
      $0.appends += 1
    }
  }
  var isReadBack: Bool { state.withLock { $0.hasAppended } }

  func takesLeafReading() -> Bool {
    state.withLock { state in
      guard let count = state.leafReadings else { return false }
      state.leafReadings = max(0, count - 1)
      return count == 0
    }
  }

  /// Fails before or behind `body`, if that is planned.
  func run<Result>(
    _ doing: StoreWork, before: Fault, after: Fault? = nil, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if takes(before) { throw Self.failure(doing) }
    let result = try body()
    if let after, takes(after) { throw Self.failure(doing) }
    return result
  }

  /// What a planned failure says.
  public static func failure(_ doing: StoreWork) -> StoreError {
    .failed(place: "planned", doing: doing, StoreFailure(.inputOutput, backend: "fault", result: "10", reason: "disk I/O error"))
  }
}
