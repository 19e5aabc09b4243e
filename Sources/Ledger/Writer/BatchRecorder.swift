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
    var results: [Submission] = []
  }

  /// Why a batch was not recorded.
  struct Failure: Error {
    let error: LedgerError
    /// Whether something may have been written: the writer's memory may then differ from the disk, and it must stop.
    let mayHaveWritten: Bool
  }

  /// Records what is admitted of `prepared` behind `tail`, at `now` unless the ledger's last entry is later.
  func record(
    _ prepared: [PreparedSubmission], at now: RecordedTime, behind tail: LedgerTail
  ) -> Result<Recording, Failure> {
    var recording = Recording(tail: tail)
    recording.results.reserveCapacity(prepared.count)
    var batch = PendingBatch(
      start: tail.builder.size.rawValue, builder: tail.builder, previous: tail.previous,
      recordedAt: tail.lastRecordedAt.map { max($0, now) } ?? now)
    for submission in prepared {
      do {
        let note = try submission.note.get()
        let result = try admit(
          note, submission.bytes, to: &batch, &recording.tail.authority, &recording.tail.seenRoots, stored: tail.builder.tree)
        recording.results.append(result)
      } catch let refusal as Refusal {
        recording.results.append(.refused(refusal))
      } catch let error as LedgerError {
        return .failure(Failure(error: error, mayHaveWritten: false))
      } catch {}
    }
    guard !batch.items.isEmpty else { return .success(recording) }
    do throws(LedgerError) {
      recording.tail.head = try commit.run(batch.batch(), tree: batch.builder, head: tail.head?.bytes)
    } catch { return .failure(Failure(error: error, mayHaveWritten: true)) }
    recording.tail.builder = batch.builder
    recording.tail.previous = batch.previous
    recording.tail.lastRecordedAt = batch.recordedAt
    return .success(recording)
  }

  private func admit(
    _ note: PreparedNote, _ bytes: [UInt8], to batch: inout PendingBatch, _ authority: inout Authority,
    _ seenRoots: inout [UInt64: Digest], stored: CompactTree
  ) throws -> Submission {
    if let position = try recordedPosition(note, bytes, batch, authority) { return .alreadyRecorded(position: position) }
    let position = batch.end
    let entry: [UInt8]
    do throws(EntryError) {
      entry = try Entry.encode(position: Position(position), recordedAt: batch.recordedAt, previous: batch.previous, note: bytes)
    } catch { throw Refusal(.noteTooLarge, error.description) }
    // A database that cannot be read says nothing about what the author has seen.
    var failure: LedgerError?
    let admitted: AdmittedNote
    do {
      admitted = try unsafe bytes.withUnsafeBytes { buffer in
        try unsafe authority.admit(
          note, bytes: buffer, position: Position(position), recordedAt: batch.recordedAt
        ) { seen in
          do throws(LedgerError) {
            return try hasRoot(seen, tree: batch.builder.tree, stored: stored, known: &seenRoots)
          } catch {
            failure = error
            return false
          }
        }
      }
    } catch {
      if let failure { throw failure }
      throw error
    }
    batch.append(admitted, digest: note.textDigest, entry: entry)
    return .recorded(position: position, recordedAt: batch.recordedAt)
  }

  /// The position of the very same note text, correctly signed, if it is recorded.
  private func recordedPosition(
    _ note: PreparedNote, _ bytes: [UInt8], _ batch: PendingBatch, _ authority: Authority
  ) throws -> UInt64? {
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
    } catch { throw LedgerError.store(error) }
  }

  /// Whether this ledger had the root at the size that an author claims to have seen.
  private func hasRoot(
    _ seen: Head, tree: CompactTree, stored: CompactTree, known: inout [UInt64: Digest]
  ) throws(LedgerError) -> Bool {
    let size = UInt64(seen.size)
    if size == tree.size.rawValue { return tree.root == seen.root }
    if let root = known[size] { return root == seen.root }
    // Sizes within the batch at hand are not in the store yet; nobody can have seen a checkpoint of them.
    guard size <= stored.size.rawValue else { return false }
    let root = try StoreHashReader.root(of: size, in: commit.store, size: stored.size, root: stored.root)
    known[size] = root
    return root == seen.root
  }
}
