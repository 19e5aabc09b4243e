import Admission
import Cryptography
import LedgerStore
import TransparencyLog
import Vocabulary

/// Judges prepared notes in order and makes those that are admitted durable, provable and signed for. Belongs to no actor, so that
/// it may run on any thread while the next notes are prepared.
struct BatchRecorder {
  let commit: Commit

  /// What became of a batch.
  struct Recording {
    /// What the next batch builds on.
    var tail: LedgerTail
    /// One result a note, in order.
    var results: [SubmissionResult] = []
    /// The entries that were recorded, in order.
    var entries: [RecordedEntry] = []
    /// Why the writer must stop: something may have been written, and its memory may differ from the disk.
    var failure: LedgerError?
  }

  /// Why a note is not in the batch at hand.
  private enum Rejection: Error {
    case refused(Refusal)
    /// What is needed to judge it cannot be read, perhaps not even whether it is recorded already.
    case unreadable(LedgerError, mayBeRecorded: Bool)
  }

  /// Records what is admitted of `prepared` behind `tail`, at `now` unless the ledger's last entry is later.
  ///
  /// Where a note cannot be judged for want of something that cannot be read, it and those after it fail; those before are recorded. Where
  /// the batch cannot be recorded, every note that would have been in it fails, and `tail` is what it was.
  func record(_ prepared: [PreparedSubmission], at now: RecordedTime, behind tail: LedgerTail) -> Recording {
    var recording = Recording(tail: tail)
    recording.results.reserveCapacity(prepared.count)
    var batch = PendingBatch(
      start: tail.builder.size.end, builder: tail.builder, previous: tail.previous,
      recordedAt: tail.recordedAt(now))
    for submission in prepared {
      do throws(Rejection) {
        recording.results.append(.success(try judge(submission, &batch, &recording.tail, stored: tail.builder.tree)))
      } catch {
        switch error {
        case .refused(let refusal): recording.results.append(.success(.refused(refusal)))
        case .unreadable(let error, let mayBeRecorded):
          recording.results.append(.failure(SubmissionFailure(error, mayBeRecorded: mayBeRecorded)))
          // Nobody has looked whether the others are recorded already.
          let rest = prepared.count - recording.results.count
          recording.results += Array(repeating: .failure(SubmissionFailure(error, mayBeRecorded: true)), count: rest)
        }
      }
      if recording.results.count == prepared.count { break }
    }
    guard !batch.items.isEmpty else { return recording }
    do throws(LedgerError) {
      recording.tail.head = try commit.run(batch.batch(), tree: batch.builder, head: tail.head?.bytes)
    } catch { return Self.failed(recording, behind: tail, error) }
    recording.tail.builder = batch.builder
    recording.tail.previous = batch.previous
    recording.tail.lastRecordedAt = batch.recordedAt
    recording.entries = batch.entries
    return recording
  }

  /// What becomes of the notes of a batch that could not be recorded: what was to be recorded may be, and nobody vouches for it. What was
  /// refused is not there, whatever it was judged behind.
  private static func failed(_ recording: Recording, behind tail: LedgerTail, _ error: LedgerError) -> Recording {
    var failed = Recording(tail: tail, failure: error)
    failed.results = recording.results.map { result in
      switch result {
      case .success(.alreadyRecorded(let position)) where tail.builder.size.contains(position): result
      case .success(.recorded), .success(.alreadyRecorded): .failure(SubmissionFailure(error, mayBeRecorded: true))
      case .success(.refused): .failure(SubmissionFailure(error, mayBeRecorded: false))
      case .failure: result
      }
    }
    return failed
  }

  private func judge(
    _ submission: PreparedSubmission, _ batch: inout PendingBatch, _ tail: inout LedgerTail, stored: CompactTree
  ) throws(Rejection) -> Submission {
    let note: PreparedNote
    do { note = try submission.note.get() } catch { throw .refused(error) }
    if let position = try recordedPosition(note, submission.bytes, batch, tail.authority) {
      return .alreadyRecorded(position: position)
    }
    let position = batch.end
    let entry: [UInt8]
    do {
      entry = try Entry.encode(
        position: position, recordedAt: batch.recordedAt, previous: batch.previous, note: submission.bytes)
    } catch { throw .refused(Refusal(.noteTooLarge, error.description)) }
    let admitted = try admit(note, submission.bytes, at: position, batch, &tail, stored: stored)
    batch.append(admitted, digest: note.textDigest, entry: entry)
    return .recorded(admitted.entry)
  }

  private func admit(
    _ note: PreparedNote, _ bytes: [UInt8], at position: Position, _ batch: PendingBatch, _ tail: inout LedgerTail,
    stored: CompactTree
  ) throws(Rejection) -> AdmittedNote {
    // A database that cannot be read says nothing about what the author has seen.
    var failure: LedgerError?
    var known = tail.seenRoots
    defer { tail.seenRoots = known }
    do throws(Refusal) {
      return try unsafe bytes.withUnsafeBufferPointer { (octets) throws(Refusal) in
        try unsafe tail.authority.admit(
          note, bytes: UnsafeRawBufferPointer(octets), position: position, recordedAt: batch.recordedAt
        ) { seen in
          do throws(LedgerError) {
            return try hasRoot(seen, tree: batch.builder.tree, stored: stored, known: &known)
          } catch {
            failure = error
            return false
          }
        }
      }
    } catch { throw failure.map { .unreadable($0, mayBeRecorded: false) } ?? .refused(error) }
  }

  /// The position of the very same note text, correctly signed, if it is recorded.
  private func recordedPosition(
    _ note: PreparedNote, _ bytes: [UInt8], _ batch: PendingBatch, _ authority: Authority
  ) throws(Rejection) -> Position? {
    let header = note.note.header
    guard header.ledger == authority.origin, let key = authority.key(named: header.author), header.sequence <= key.sequence
    else { return nil }
    if let pending = batch.note(header.sequence, of: header.author) {
      return pending.digest == note.textDigest && authority.isSigned(note, bytes: bytes) ? pending.position : nil
    }
    do {
      guard let position = try commit.store.position(author: header.author, sequence: header.sequence),
        let entry = try commit.store.entry(at: position), let parts = try? UnverifiedEntry(parsing: entry)
      else { return nil }
      let stored = Array(entry[parts.note])
      guard let known = try? UnverifiedAuthorNote(parsing: stored), known.textDigest(in: stored) == note.textDigest else {
        return nil
      }
      return authority.isSigned(note, bytes: bytes) ? position : nil
    } catch { throw .unreadable(LedgerError(error), mayBeRecorded: true) }
  }

  /// Whether this ledger had the root at the size that an author claims to have seen.
  private func hasRoot(
    _ seen: Head, tree: CompactTree, stored: CompactTree, known: inout [TreeSize: Digest]
  ) throws(LedgerError) -> Bool {
    let size = TreeSize(seen)
    if size == tree.size { return tree.root == seen.root }
    if let root = known[size] { return root == seen.root }
    // Sizes within the batch at hand are not in the store yet; nobody can have seen a checkpoint of them.
    guard size <= stored.size else { return false }
    let root = try StoreHashReader.root(of: size, in: commit.store, size: stored.size, root: stored.root)
    known[size] = root
    return root == seen.root
  }
}
