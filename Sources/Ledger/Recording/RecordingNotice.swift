public import TransparencyLog
public import Vocabulary

/// What whoever records should hear while it goes on: nothing that stops the work, so it is told and not thrown.
public enum RecordingNotice: Sendable {
  /// The ledger is being read; so many of so many entries are done.
  case reading(TreeSize, of: TreeSize)
  /// The ledger was read.
  case ready
  /// A snapshot of the state was passed over, and the log folded instead.
  case snapshotNotUsed(SnapshotProblem)
  /// No snapshot of the state was kept; the next command folds more.
  case snapshotNotKept(LedgerError)
  /// Keys of erased subjects that had come back, with an old vault, were destroyed again (SPEC 9.2).
  case keysDestroyedAgain([Identifier])
  /// The machine's clock is so many days after the last entry: one of the two is wrong, or the office was closed.
  case clockAhead(now: RecordedTime, last: RecordedTime, days: Int64)
  /// The machine's clock is behind the last entry; new entries get the time of the last (SPEC 4).
  case clockBehind(now: RecordedTime, last: RecordedTime)
  /// The clock that was set is behind the last entry; new entries get the time of the last (SPEC 4).
  case setClockBehind(set: RecordedTime, last: RecordedTime)
}
