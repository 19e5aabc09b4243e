public import Admission
public import Compliance
public import Cryptography
import LedgerStore
public import TransparencyLog
public import Vocabulary

/// The one writer of a ledger: admits notes, records them in order, and acknowledges what is durable and covered by a signed checkpoint.
public actor LedgerWriter {
  private let recorder: BatchRecorder
  private var lock: WriterLock?
  private var tail: LedgerTail
  private var clock = LedgerClock.system
  /// Why the writer stopped; after a failed commit its memory may not be what is on disk.
  private var failure: LedgerError?

  /// Who may sign what, after the last entry.
  public var authority: Authority { tail.authority }
  /// The newest signed checkpoint; nil before the first entry.
  public var head: SignedCheckpoint? { tail.head }
  /// The leaf hash of the last entry; zeros before the first.
  public var lastLeaf: Digest { tail.previous }

  init(tail: LedgerTail, commit: Commit, lock: WriterLock?) {
    self.tail = tail
    self.lock = lock
    recorder = BatchRecorder(commit: commit)
  }

  /// Opens the ledger in `directory` for writing: takes the lock, compares head and database, and finishes what an interrupted run left.
  ///
  /// - Throws: `LedgerError.locked`, `.head`, `.recovery`, `.key`, `.store`.
  public init(directory: LedgerDirectory, keyring: Keyring) throws(LedgerError) {
    let settings = try directory.readSettings()
    let lock = try WriterLock(path: directory.lock)
    // Left where a creation was cut short behind its last step.
    directory.endCreation()
    let store: SQLiteStore
    do { store = try SQLiteStore(path: directory.database, mode: .append) } catch { throw .store(error) }
    let signer = try keyring.signer(named: settings.origin)
    guard signer.verifier == settings.logKey else {
      throw .key(name: settings.origin, .notTheLogKey(folder: keyring.path))
    }
    let commit = Commit(store: store, signer: signer, headPath: directory.head)
    self.init(tail: try Recovery(store: store, commit: commit, key: settings.logKey).run(), commit: commit, lock: lock)
  }

  /// Compares what the database's tables say of keys, which nobody signs, with the state that was folded from the entries. A writer that
  /// believed a changed table would sign what no verifier accepts, for ever.
  ///
  /// - Parameter state: of all entries up to the head.
  /// - Throws: `LedgerError.tables`.
  public func compareTables(with state: LedgerState) throws(LedgerError) {
    guard let key = authority.disagreement(with: state) else { return }
    let error = LedgerError.tables(key: key)
    failure = error
    throw error
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

  /// Submits notes in order. Each is recorded, found to be recorded already, or refused, on its own.
  ///
  /// - Parameter progress: called after each transaction with the number of notes done.
  /// - Returns: one result a note, in order. What is not `refused` is durable and signed for.
  /// - Throws: `LedgerError` when writing failed; notes before the failed transaction are recorded, and submitting again is safe.
  public func submit(
    _ notes: [[UInt8]], progress: @Sendable (Int) -> Void = { _ in }
  ) throws(LedgerError) -> [Submission] {
    if let failure { throw failure }
    var results: [Submission] = []
    results.reserveCapacity(notes.count)
    var prepared: [PreparedSubmission] = []
    var batches = BatchSlices(notes)
    while !batches.isEmpty || !prepared.isEmpty {
      guard let now = clock.now else { throw .clock(.outOfRange) }
      let step = Self.step(preparing: batches.next(), recording: prepared, with: recorder, at: now, behind: tail)
      prepared = step.prepared
      switch step.recorded {
      case .success(let recording):
        tail = recording.tail
        results += recording.results
      case .failure(let problem):
        if problem.mayHaveWritten { failure = problem.error }
        throw problem.error
      }
      progress(results.count)
    }
    return results
  }

  /// Why a note that these keys sign now would be refused because of one of them, or nil.
  public func lackOfStanding(ofSigners names: [String]) -> Refusal? {
    guard let now = clock.now else { return nil }
    let recordedAt = max(now, tail.lastRecordedAt ?? now)
    return tail.authority.lackOfStanding(ofSigners: names, recordedAt: recordedAt)
  }

  /// Of events that `author` wants to sign now, why each would be refused for want of a grant, or nil where it would not.
  public func lackOfGrants(for events: [Event], author: String) -> [Refusal?] {
    guard let now = clock.now else { return events.map { _ in nil } }
    let recordedAt = max(now, tail.lastRecordedAt ?? now)
    return events.map { tail.authority.lackOfGrant(for: $0, author: author, recordedAt: recordedAt) }
  }

  /// While one thread judges and records what is prepared, and waits for the disk, the cores prepare the next notes.
  ///
  /// The keys known before this batch suffice: a signature by one that the batch grants is checked when it is judged.
  private static func step(
    preparing slice: ArraySlice<[UInt8]>, recording prepared: [PreparedSubmission], with recorder: BatchRecorder,
    at now: RecordedTime, behind tail: LedgerTail
  ) -> (prepared: [PreparedSubmission], recorded: Result<BatchRecorder.Recording, BatchRecorder.Failure>) {
    let done = PreparedSubmission.prepare(slice, keys: tail.authority.directory) {
      recorder.record(prepared, at: now, behind: tail)
    }
    return (done.elements, done.other)
  }

  /// Closes the database and lets the next writer in; this one must not be used afterwards.
  public func close() throws(LedgerError) {
    failure = .locked(path: "this writer is closed")
    defer { lock = nil }
    do { try (recorder.commit.store as? SQLiteStore)?.close() } catch { throw .store(error) }
  }
}

extension LedgerWriter {
  /// Where an author's chain stands in the ledger.
  public func chain(of author: String) -> AuthorChain {
    authority.key(named: author).map { AuthorChain(sequence: $0.sequence, head: $0.head) } ?? AuthorChain()
  }
}
