public import Compliance
import Cryptography
import LedgerStore
public import TransparencyLog
import Vocabulary

/// The one writer of a ledger: admits notes, records them in order, and acknowledges what is durable and covered by a signed checkpoint.
public actor LedgerWriter {
  let store: any LedgerStorage
  let commit: Commit
  private var lock: WriterLock?
  /// Who may sign what, after the last entry.
  public private(set) var authority: Authority
  /// The newest signed checkpoint; nil before the first entry.
  public private(set) var head: SignedCheckpoint?
  private var builder: TileBuilder
  private var previous: Digest
  private var last: RecordedTime?
  private var clock = LedgerClock.system
  private var roots: [UInt64: Digest] = [:]
  /// Why the writer stopped; after a failed commit its memory may not be what is on disk.
  private var failure: LedgerError?

  /// Notes and bytes that go into one transaction at most.
  private static let batchCount = 1024
  private static let batchByteCount = 4 << 20

  init(recovered: RecoveredLedger, store: any LedgerStorage, commit: Commit, lock: WriterLock?) {
    self.store = store
    self.commit = commit
    self.lock = lock
    authority = recovered.authority
    head = recovered.head
    builder = recovered.builder
    previous = recovered.previous
    last = recovered.lastRecordedAt
  }

  /// Opens the ledger in `directory` for writing: takes the lock, compares head and database, and finishes what an interrupted run left.
  ///
  /// - Throws: `LedgerError.locked`, `.head`, `.recovery`, `.key`, `.store`.
  public init(directory: LedgerDirectory, keyring: Keyring) throws(LedgerError) {
    let settings = try directory.readSettings()
    let lock = try WriterLock(path: directory.lock)
    let store: SQLiteStore
    do { store = try SQLiteStore(path: directory.database, mode: .append) } catch { throw .store(error) }
    let signer = try keyring.signer(named: settings.origin)
    guard signer.verifier == settings.logKey else {
      throw .key(name: settings.origin, reason: "expected the log key of amanah.yaml, found another")
    }
    let commit = Commit(store: store, signer: signer, headPath: directory.head)
    let recovered = try Recovery(store: store, commit: commit, key: settings.logKey).run()
    self.init(recovered: recovered, store: store, commit: commit, lock: lock)
  }

  /// Sets the clock of an exercise ledger.
  ///
  /// - Throws: `LedgerError.clock` in a production ledger.
  public func setClock(_ clock: LedgerClock) throws(LedgerError) {
    guard clock == .system || authority.opening.map({ $0.purpose == .exercise }) ?? true else {
      throw .clock(reason: "the clock can be set in an exercise ledger only; this one is for production")
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
    var batch: PendingBatch?
    var prepared: [PreparedSubmission] = []
    var next = 0
    while next < notes.count || !prepared.isEmpty {
      if !prepared.isEmpty { batch = try admit(prepared, into: &results) }
      let slice = Self.nextSlice(notes, from: next)
      next = slice.endIndex
      // While the disk flushes this batch, the cores verify the next one.
      var outcome: Result<SignedCheckpoint, LedgerError>?
      let pending = batch
      prepared = PreparedSubmission.prepare(slice, keys: authority.directory) {
        outcome = pending.flatMap { flush($0) }
      }
      try settle(batch, outcome)
      batch = nil
      progress(results.count)
    }
    return results
  }

  private static func nextSlice(_ notes: [[UInt8]], from start: Int) -> ArraySlice<[UInt8]> {
    var end = start
    var bytes = 0
    while end < notes.count, end - start < batchCount, bytes < batchByteCount {
      bytes += notes[end].count
      end += 1
    }
    return notes[start..<end]
  }

  /// Judges prepared notes in order. Returns those that were admitted, if any.
  private func admit(_ prepared: [PreparedSubmission], into results: inout [Submission]) throws(LedgerError) -> PendingBatch? {
    guard let now = clock.now else { throw .clock(reason: "the clock shows a year outside 2000 to 2099") }
    var batch = PendingBatch(
      start: builder.size.rawValue, builder: builder, previous: previous, recordedAt: last.map { max($0, now) } ?? now)
    let before = authority
    for submission in prepared {
      do {
        let note = try submission.note.get()
        results.append(try admit(note, submission.bytes, to: &batch))
      } catch let refusal as Refusal {
        results.append(.refused(refusal))
      } catch let error as LedgerError {
        authority = before
        throw error
      } catch {}
    }
    unflushedAuthority = before
    return batch.items.isEmpty ? nil : batch
  }

  /// What `authority` was before the batch at hand, in case the batch cannot be recorded.
  private var unflushedAuthority: Authority?

  private func admit(_ note: PreparedNote, _ bytes: [UInt8], to batch: inout PendingBatch) throws -> Submission {
    if let position = try recordedPosition(note, bytes, batch) { return .alreadyRecorded(position: position) }
    let position = batch.end
    let entry: [UInt8]
    do throws(EntryError) {
      entry = try Entry.encode(position: position, recordedAt: batch.recordedAt, previous: batch.previous, note: bytes)
    } catch { throw Refusal(.noteTooLarge, error.description) }
    let tree = batch.builder.tree
    let admitted = try unsafe bytes.withUnsafeBytes { buffer in
      try unsafe authority.admit(
        note, bytes: buffer, position: position, recordedAt: batch.recordedAt.millisecondsSince1970
      ) { seen in hasRoot(seen, tree: tree) }
    }
    batch.append(admitted, digest: note.textDigest, entry: entry)
    return .recorded(position: position, recordedAt: batch.recordedAt)
  }

  /// The position of the very same note text, correctly signed, if it is recorded.
  private func recordedPosition(_ note: PreparedNote, _ bytes: [UInt8], _ batch: PendingBatch) throws -> UInt64? {
    let header = note.note.header
    guard header.ledger == authority.origin, let key = authority.key(named: header.author), header.sequence <= key.sequence
    else { return nil }
    if let pending = batch.positions[PendingBatch.Key(author: header.author, sequence: header.sequence)] {
      return pending.digest == note.textDigest && authority.isSigned(note, bytes: bytes) ? pending.position : nil
    }
    do {
      guard let position = try store.position(author: header.author, sequence: header.sequence),
        let entry = try store.entry(at: position), let parts = try? UnverifiedEntry(parsing: entry)
      else { return nil }
      let stored = Array(entry[parts.note])
      guard let known = try? UnverifiedAuthorNote(parsing: stored), known.textDigest(in: stored) == note.textDigest else { return nil }
      return authority.isSigned(note, bytes: bytes) ? position : nil
    } catch { throw LedgerError.store(error) }
  }

  /// Whether this ledger had the root at the size that an author claims to have seen.
  private func hasRoot(_ seen: Head, tree: CompactTree) -> Bool {
    let size = UInt64(seen.size)
    if size == tree.size.rawValue { return tree.root == seen.root }
    if let root = roots[size] { return root == seen.root }
    // Sizes within the batch at hand are not in the store yet; nobody can have seen a checkpoint of them.
    guard size <= builder.size.rawValue else { return false }
    guard let reader = try? StoreHashReader(store: store, tree: builder.tree), let root = try? reader.root(of: TreeSize(size))
    else { return false }
    roots[size] = root
    return root == seen.root
  }

  /// Records a batch; the part that waits for the disk.
  private func flush(_ pending: PendingBatch) -> Result<SignedCheckpoint, LedgerError> {
    var pending = pending
    let batch = pending.batch()
    let tree = pending.builder
    do throws(LedgerError) {
      return .success(try commit.run(batch, tree: tree, head: head?.bytes))
    } catch { return .failure(error) }
  }

  /// Takes the new state over, or goes back to the one before.
  private func settle(_ batch: PendingBatch?, _ outcome: Result<SignedCheckpoint, LedgerError>?) throws(LedgerError) {
    guard var batch, let outcome else { return }
    switch outcome {
    case .success(let checkpoint):
      _ = batch.builder.takeTiles()
      head = checkpoint
      builder = batch.builder
      previous = batch.previous
      last = batch.recordedAt
    case .failure(let error):
      if let unflushedAuthority { authority = unflushedAuthority }
      failure = error
      throw error
    }
  }

  /// Closes the database and lets the next writer in; this one must not be used afterwards.
  public func close() throws(LedgerError) {
    failure = .locked(path: "this writer is closed")
    defer { lock = nil }
    do { try (store as? SQLiteStore)?.close() } catch { throw .store(error) }
  }
}
