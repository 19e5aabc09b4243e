public import Admission
import Compliance
public import Cryptography
import LedgerStore
public import TransparencyLog
import Vocabulary

/// The one writer of a ledger: admits notes, records them in order, folds what it recorded, and acknowledges what is durable and covered by
/// a signed checkpoint. Waits for disks on a thread of its own.
public actor LedgerWriter {
  private nonisolated let recorder: BatchRecorder
  private let work = WorkQueue(label: "amanah.writer")
  private var lease: (any HeldLease)?
  private var tail: LedgerTail
  private var clock = LedgerClock.system
  /// Why the writer stopped; after a failed commit its memory may not be what is on disk.
  private var failure: LedgerError?

  public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe work.asUnownedSerialExecutor() }

  /// The entries, for reading.
  nonisolated var entries: any EntryStore { recorder.commit.store }
  /// The state of all entries that were acknowledged.
  public nonisolated let state: CurrentState
  /// The keys that the ledger knows, for preparing notes off the writer's thread.
  nonisolated let keys: KnownKeys
  /// What the state was restored from.
  public nonisolated let restored: RestoredState.Origin
  /// Who may sign what, after the last entry.
  public var authority: Authority { tail.authority }
  /// The newest signed checkpoint; nil before the first entry.
  public var head: SignedCheckpoint? { tail.head }
  /// The leaf hash of the last entry; zeros before the first.
  public var lastLeaf: Digest { tail.previous }

  init(tail: LedgerTail, commit: Commit, lease: (any HeldLease)?, restored: RestoredState) {
    self.tail = tail
    self.lease = lease
    recorder = BatchRecorder(commit: commit)
    state = CurrentState(restored.state)
    keys = KnownKeys(tail.authority.directory)
    self.restored = restored.origin
  }

  /// Opens the ledger in `directory` for writing, as ``open(stores:keyring:usesSnapshots:progress:)`` does.
  public static func open(
    directory: LedgerDirectory, keyring: Keyring, usesSnapshots: Bool = true,
    progress: @escaping @Sendable (TreeSize, TreeSize) -> Void = { _, _ in }
  ) async throws(LedgerError) -> LedgerWriter {
    try await open(stores: .files(of: directory), keyring: keyring, usesSnapshots: usesSnapshots, progress: progress)
  }

  /// Opens the ledger in `stores` for writing: takes the lease, compares head and entries, finishes what an interrupted run left, and
  /// restores the state.
  ///
  /// What the database's tables say of keys, which nobody signs, is compared with the entries: a writer that believed a changed table would
  /// sign what no verifier accepts, for ever.
  ///
  /// - Parameters:
  ///   - usesSnapshots: false to fold the whole log.
  ///   - progress: called while the log is folded, with the entries done and the size.
  /// - Throws: `LedgerError.locked`, `.head`, `.recovery`, `.key`, `.tables`, `.store`.
  public static func open(
    stores: LedgerStores, keyring: Keyring, usesSnapshots: Bool = true,
    progress: @escaping @Sendable (TreeSize, TreeSize) -> Void = { _, _ in }
  ) async throws(LedgerError) -> LedgerWriter {
    let settings = try stores.settings.readSettings()
    let lease = try await stores.acquireLease()
    return try await WorkQueue.attempt(label: "amanah.opening") { () throws(LedgerError) in
      try LedgerWriter(
        stores: stores, settings: settings, lease: lease, keyring: keyring, usesSnapshots: usesSnapshots, progress: progress)
    }
  }

  private init(
    stores: LedgerStores, settings: LedgerSettings, lease: any HeldLease, keyring: Keyring, usesSnapshots: Bool,
    progress: (TreeSize, TreeSize) -> Void
  ) throws(LedgerError) {
    // Left where a creation was cut short behind its last step.
    stores.settings.endCreation()
    let store = try stores.entries(.append)
    let signer = try keyring.signer(named: settings.origin)
    guard signer.verifier == settings.logKey else {
      throw .key(name: settings.origin, .notTheLogKey(folder: keyring.path))
    }
    let commit = Commit(store: store, signer: signer, head: stores.head)
    let tail = try Recovery(store: store, commit: commit, key: settings.logKey).run()
    let snapshots = usesSnapshots ? stores.directory.map { Snapshots(directory: $0, key: settings.logKey) } : nil
    let restored = try RestoredState.make(store: store, snapshots: snapshots, under: tail.head?.checkpoint, progress: progress)
    if let key = tail.authority.disagreement(with: restored.state) { throw .tables(key: key) }
    self.init(tail: tail, commit: commit, lease: lease, restored: restored)
  }

  /// Sets the clock of an exercise ledger.
  ///
  /// - Throws: `LedgerError.clock` in a production ledger.
  public func setClock(_ clock: LedgerClock) throws(LedgerError) {
    guard clock == .system || authority.opening.map({ $0.purpose == .exercise }) ?? true else {
      throw .clock(.production)
    }
    self.clock = clock
  }

  /// When an entry that was recorded now would say that it was; nil where the clock is out of range.
  var nextRecordedAt: RecordedTime? { clock.now.map(tail.recordedAt) }

  /// Closes the database and lets the next writer in; this one records nothing afterwards.
  public func close() throws(LedgerError) {
    failure = .closed
    defer {
      lease?.release()
      lease = nil
    }
    do { try recorder.commit.store.close() } catch { throw LedgerError(error) }
  }
}

extension LedgerWriter {
  /// Submits notes in order. Each is recorded, found to be recorded already, or refused, on its own.
  ///
  /// - Returns: one result a note, in order. What is not refused is durable, signed for, and in the state.
  /// - Throws: `LedgerError` when writing failed; notes before the failed transaction are recorded, and submitting again is safe.
  public func submit(_ notes: [[UInt8]]) throws(LedgerError) -> [Submission] {
    if let failure { throw failure }
    var submissions: [Submission] = []
    for result in submitEach(notes) {
      do throws(SubmissionFailure) { submissions.append(try result.get()) } catch { throw error.error }
    }
    return submissions
  }

  /// Submits notes in order. Each is recorded, found to be recorded already, or refused, on its own.
  ///
  /// While one thread judges and records what is prepared, and waits for the disk, the cores prepare the next notes and fold the last.
  /// The keys known before a batch suffice to prepare it: a signature by one that it grants is checked when it is judged.
  ///
  /// - Parameter progress: called after each transaction with the number of notes done.
  /// - Returns: one result a note, in order. What is neither refused nor failed is durable, signed for, and in the state.
  public func submitEach(_ notes: [[UInt8]], progress: @Sendable (Int) -> Void = { _ in }) -> [SubmissionResult] {
    var results: [SubmissionResult] = []
    results.reserveCapacity(notes.count)
    var slices = BatchSlices(notes)
    var prepared: [PreparedSubmission] = []
    var unfolded: [RecordedEntry] = []
    while !slices.isEmpty || !prepared.isEmpty {
      let done = Self.step(preparing: slices.next(), judging: prepared, with: judge, folding: unfolded, into: state)
      (prepared, unfolded) = (done.prepared, done.recording.entries)
      results += done.recording.results
      take(done.recording)
      progress(results.count)
    }
    state.fold(unfolded)
    return results
  }

  /// Records notes that their callers have prepared, in one transaction, and folds them before it answers.
  func record(_ prepared: [PreparedSubmission]) -> [SubmissionResult] {
    let recording = judge.recording(of: prepared)
    take(recording)
    state.fold(recording.entries)
    return recording.results
  }

  /// One step of many, on all cores. Static: what runs on other threads must not belong to the actor.
  private static func step(
    preparing slice: ArraySlice<[UInt8]>, judging prepared: [PreparedSubmission], with judge: Judge,
    folding entries: [RecordedEntry],
    into state: CurrentState
  ) -> (prepared: [PreparedSubmission], recording: BatchRecorder.Recording) {
    let done = PreparedSubmission.prepare(
      slice, keys: judge.tail.authority.directory, meanwhile: { judge.recording(of: prepared) }, beside: { state.fold(entries) })
    return (done.elements, done.other)
  }

  /// What the next batch is judged with.
  private var judge: Judge { Judge(recorder: recorder, tail: tail, now: clock.now, failure: failure) }

  private struct Judge {
    let recorder: BatchRecorder
    let tail: LedgerTail
    let now: RecordedTime?
    let failure: LedgerError?

    /// What becomes of prepared notes behind the last entry. Changes the disk, but not the writer.
    func recording(of prepared: [PreparedSubmission]) -> BatchRecorder.Recording {
      guard failure == nil, let now else {
        // Nobody has looked: the same note may be there from before, or be of the batch that stopped the writer.
        let failure = SubmissionFailure(failure ?? .clock(.outOfRange), mayBeRecorded: true)
        return BatchRecorder.Recording(tail: tail, results: Array(repeating: .failure(failure), count: prepared.count))
      }
      return recorder.record(prepared, at: now, behind: tail)
    }
  }

  private func take(_ recording: BatchRecorder.Recording) {
    tail = recording.tail
    keys.update(tail.authority.directory)
    if let failure = recording.failure { self.failure = failure }
  }
}
