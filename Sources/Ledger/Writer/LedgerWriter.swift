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
    let opened = await WorkQueue.run(label: "amanah.opening") { () -> Result<LedgerWriter, LedgerError> in
      do throws(LedgerError) {
        return .success(
          try LedgerWriter(
            stores: stores, settings: settings, lease: lease, keyring: keyring, usesSnapshots: usesSnapshots, progress: progress))
      } catch { return .failure(error) }
    }
    return try opened.get()
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
  var nextRecordedAt: RecordedTime? { clock.now.map { now in tail.lastRecordedAt.map { max($0, now) } ?? now } }

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
  /// - Parameter progress: called after each transaction with the number of notes done.
  /// - Returns: one result a note, in order. What is neither refused nor failed is durable, signed for, and in the state.
  public func submitEach(_ notes: [[UInt8]], progress: @Sendable (Int) -> Void = { _ in }) -> [SubmissionResult] {
    withoutActuallyEscaping(progress) { progress in
      var slices = BatchSlices(notes, progress: progress)
      record(from: &slices)
      return slices.results
    }
  }

  /// Records notes as long as some wait. Folds what it recorded before it tells of it.
  ///
  /// While one thread judges and records what is prepared, and waits for the disk, the cores prepare the next notes and fold the last.
  /// The keys known before a batch suffice to prepare it: a signature by one that it grants is checked when it is judged.
  func record(from source: inout some SubmissionSource) {
    var prepared: [PreparedSubmission] = []
    var recorded = BatchRecorder.Recording(tail: tail)
    while true {
      var slice = source.next()
      if slice.isEmpty {
        settle(&recorded, source: &source)
        // The answers may have brought more.
        slice = source.next()
      }
      guard !slice.isEmpty || !prepared.isEmpty else { return }
      guard let now = ready() else {
        settle(&recorded, source: &source)
        let error = SubmissionFailure(failure ?? .clock(.outOfRange), mayBeRecorded: false)
        source.settle(Array(repeating: .failure(error), count: prepared.count + slice.count))
        prepared = []
        continue
      }
      let (recorder, tail, entries) = (recorder, tail, recorded.entries)
      let done = PreparedSubmission.prepare(
        slice, keys: tail.authority.directory, meanwhile: { recorder.record(prepared, at: now, behind: tail) },
        beside: { state.fold(entries) })
      recorded.entries = []
      settle(&recorded, source: &source)
      prepared = done.elements
      recorded = done.other
      self.tail = recorded.tail
      if let failure = recorded.failure { self.failure = failure }
    }
  }

  /// The time of what is recorded next; nil where nothing can be recorded.
  private func ready() -> RecordedTime? { failure == nil ? clock.now : nil }

  /// Folds what was recorded and is not folded yet, then tells what became of the notes.
  private func settle(_ recorded: inout BatchRecorder.Recording, source: inout some SubmissionSource) {
    state.fold(recorded.entries)
    recorded.entries = []
    guard !recorded.results.isEmpty else { return }
    source.settle(recorded.results)
    recorded.results = []
  }
}
