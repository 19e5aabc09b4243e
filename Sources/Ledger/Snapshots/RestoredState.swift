public import Compliance
import Cryptography
import LedgerStore
public import TransparencyLog

/// The state of a log's first entries: from the newest usable snapshot and a replay of what came after it.
public struct RestoredState: Sendable {
  public let state: LedgerState
  /// Entries and events of the snapshot that it began with; 0 without one.
  public let restored: (entries: TreeSize, events: Int)
  /// What is wrong with snapshots that were passed over.
  public let problems: [SnapshotProblem]

  /// The state of the first `size` entries of `reader`'s ledger.
  ///
  /// - Parameters:
  ///   - checkpoint: the head of the ledger, verified.
  ///   - usesSnapshots: false to replay the whole log.
  /// - Throws: `LedgerError.log` where an entry cannot be read.
  public static func make(
    _ reader: LedgerReader, size: TreeSize, under checkpoint: Checkpoint, usesSnapshots: Bool = true,
    progress: (TreeSize, TreeSize) -> Void = { _, _ in }
  ) throws(LedgerError) -> RestoredState {
    let snapshots = Snapshots(directory: reader.directory, key: reader.settings.logKey)
    return try make(
      source: try reader.source(), store: reader.store, snapshots: usesSnapshots ? snapshots : nil, size: size,
      under: checkpoint, progress: progress)
  }

  static func make(
    source: any AuditSource, store: any LedgerStorage, snapshots: Snapshots?, size: TreeSize, under checkpoint: Checkpoint,
    progress: (TreeSize, TreeSize) -> Void = { _, _ in }
  ) throws(LedgerError) -> RestoredState {
    var problems: [SnapshotProblem] = []
    let start = snapshots?.newest(atOrBelow: size, in: store, under: checkpoint, problems: &problems) ?? LedgerState()
    let restored = (entries: start.size, events: start.eventCount)
    let state = try StateReplay(source: source).run(size: size, from: consume start, progress: progress)
    return RestoredState(state: state, restored: restored, problems: problems)
  }

  /// Whether so much was folded since the snapshot that the next command gains by another one.
  ///
  /// Writing costs about a tenth of folding the same events again, reading a fifth. A snapshot is written when an eighth of the events
  /// is new: over time writing then costs less than folding each event once more, and a command replays at most an eighth.
  public static func isWorthKeeping(events: Int, sinceSnapshot restored: Int) -> Bool {
    let new = events - restored
    return new >= 5_000 && new >= events / 8
  }
}
