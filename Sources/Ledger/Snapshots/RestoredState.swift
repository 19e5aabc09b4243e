public import Compliance
import Cryptography
import LedgerStore
public import TransparencyLog

/// The state of a log's first entries: from the newest usable snapshot and a replay of what came after it.
public struct RestoredState: Sendable {
  public let state: LedgerState
  /// What it began with.
  public let origin: Origin

  /// What a restored state began with.
  public struct Origin: Hashable, Sendable {
    /// Entries of the snapshot that it began with; 0 without one.
    public let entries: TreeSize
    /// Events of them.
    public let events: Int
    /// What is wrong with snapshots that were passed over.
    public let problems: [SnapshotProblem]
  }

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
    let snapshots = reader.stores.directory.map { Snapshots(directory: $0, key: reader.settings.logKey) }
    return try make(
      source: reader.entries, store: reader.store, snapshots: usesSnapshots ? snapshots : nil, size: size,
      under: checkpoint, progress: progress)
  }

  /// The state of all entries that a checkpoint signs; the empty one without.
  static func make(
    store: any EntryStore, snapshots: Snapshots?, under checkpoint: Checkpoint?, progress: (TreeSize, TreeSize) -> Void
  ) throws(LedgerError) -> RestoredState {
    guard let checkpoint else {
      return RestoredState(state: LedgerState(), origin: Origin(entries: .empty, events: 0, problems: []))
    }
    return try make(
      source: StoreSource(store: store, head: nil), store: store, snapshots: snapshots, size: checkpoint.size, under: checkpoint,
      progress: progress)
  }

  static func make(
    source: any AuditSource, store: any EntryStore, snapshots: Snapshots?, size: TreeSize, under checkpoint: Checkpoint,
    progress: (TreeSize, TreeSize) -> Void = { _, _ in }
  ) throws(LedgerError) -> RestoredState {
    var problems: [SnapshotProblem] = []
    let start = snapshots?.newest(atOrBelow: size, in: store, under: checkpoint, problems: &problems) ?? LedgerState()
    let origin = Origin(entries: start.size, events: start.eventCount, problems: problems)
    let state = try StateReplay(source: source).run(size: size, from: consume start, progress: progress)
    return RestoredState(state: state, origin: origin)
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
