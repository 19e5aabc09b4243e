import Admission
import Compliance
import Cryptography
import LedgerStore
import TransparencyLog
import Vocabulary

/// Opens a ledger for writing: compares the head with the database, and verifies and signs entries that an interrupted run
/// committed but did not acknowledge. Reads the notes that change keys and one note an author, not the whole log.
struct Recovery {
  let store: any EntryStore
  let commit: Commit
  let key: VerifierKey

  func run() throws(LedgerError) -> LedgerTail {
    let size = try stored { () throws(StoreError) in try store.size() }
    let head = try readHead(entries: size)
    let signedSize = head?.checkpoint.size ?? .empty
    var ledger = LedgerTail(
      authority: Authority(origin: key.name.text, expectedLogKey: key), head: head,
      builder: try builder(signedSize), previous: .zero)
    if let head, ledger.builder.root != head.checkpoint.root { throw .head(.different(size: signedSize)) }
    try restoreAuthority(&ledger, below: signedSize)
    if !signedSize.isEmpty {
      let entry = try entry(at: signedSize.end.advanced(by: -1))
      ledger.previous = MerkleHash.leaf(entry.bytes)
      ledger.lastRecordedAt = entry.parts.recordedAt
    }
    if size > signedSize {
      try adopt(&ledger, signedSize.end..<size.end)
    } else if let head, try stored({ () throws(StoreError) in try store.newestCheckpoint() })?.size != signedSize {
      // Interrupted after the head was replaced: whether that was flushed is unknown.
      ledger.head = try commit.publish(tree: ledger.builder, replacing: head.bytes)
    }
    return ledger
  }

  /// The head, after comparing it with what the database knows.
  private func readHead(entries: TreeSize) throws(LedgerError) -> SignedCheckpoint? {
    let newest = try stored { () throws(StoreError) in try store.newestCheckpoint() }
    guard let bytes = try stored({ () throws(StoreError) in try commit.head.read() }) else {
      // Entries of a first transaction that was never signed may be adopted; anything signed before must have left a head.
      guard newest == nil else { throw .head(.missing(entries: entries)) }
      return nil
    }
    let head: SignedCheckpoint
    do { head = try SignedCheckpoint.open(bytes, verifier: key) } catch { throw .head(.unreadable(reason: error.description)) }
    let size = head.checkpoint.size
    guard size <= entries else { throw .head(.newer(head: size, entries: entries)) }
    if let newest, newest.size > size { throw .head(.older(head: size, newest: newest.size)) }
    return head
  }

  private func builder(_ size: TreeSize) throws(LedgerError) -> TileBuilder {
    do { return try TileBuilder(size: size, reader: StoreTileReader(store: store)) } catch let error as StoreError {
      throw LedgerError(error)
    } catch {
      throw .head(.different(size: size))
    }
  }

  /// Grants and revocations from the notes that hold them, and each author's place in their chain.
  private func restoreAuthority(_ ledger: inout LedgerTail, below size: TreeSize) throws(LedgerError) {
    for position in try stored({ () throws(StoreError) in try store.governancePositions() }) where size.contains(position) {
      let entry = try entry(at: position)
      let header = try note(entry).header
      ledger.authority.restoreChain(author: header.author, sequence: header.sequence - 1, head: header.previous)
      _ = try admit(entry, position, into: &ledger.authority, hasRoot: { _ in true })
    }
    for head in try stored({ () throws(StoreError) in try store.authorHeads() }) {
      // Notes at or above the signed size are adopted later, in order.
      var position: Position? = head.position
      var sequence = head.sequence
      while let found = position, !size.contains(found), sequence > 1 {
        sequence -= 1
        position = try stored { () throws(StoreError) in try store.position(author: head.author, sequence: sequence) }
      }
      guard let position, size.contains(position) else {
        ledger.authority.restoreChain(author: head.author, sequence: 0, head: .zero)
        continue
      }
      let entry = try entry(at: position)
      let note = try note(entry)
      guard note.header.author == head.author, note.header.sequence == sequence else { throw .tables(key: head.author) }
      let digest = note.textDigest(in: Array(entry.bytes[entry.parts.note]))
      ledger.authority.restoreChain(author: head.author, sequence: sequence, head: digest)
    }
  }

  /// Verifies entries beyond the head as if they were submitted now, and signs for them.
  ///
  /// Who may sign is asked of the entries before, not of the tables that stand beside them. That reads the whole log, but only after
  /// an interrupted run.
  private func adopt(_ ledger: inout LedgerTail, _ left: Range<Position>) throws(LedgerError) {
    if let key = ledger.authority.disagreement(with: try fold(below: left.lowerBound)) { throw .tables(key: key) }
    for position in left {
      let entry = try entry(at: position)
      guard entry.parts.position == position, entry.parts.previous == ledger.previous,
        ledger.lastRecordedAt.map({ $0 <= entry.parts.recordedAt }) ?? true
      else { throw .recovery(position: position, reason: "position, previous hash or time do not fit") }
      let tree = ledger.builder.tree
      _ = try admit(entry, position, into: &ledger.authority) { (seen) throws(LedgerError) in
        try StoreHashReader.root(of: TreeSize(seen), in: store, size: tree.size, root: tree.root) == seen.root
      }
      let leaf = MerkleHash.leaf(entry.bytes)
      ledger.builder.append(leaf)
      ledger.previous = leaf
      ledger.lastRecordedAt = entry.parts.recordedAt
    }
    ledger.head = try commit.publish(tree: ledger.builder, replacing: ledger.head?.bytes)
  }

  private func fold(below end: Position) throws(LedgerError) -> LedgerState {
    var (state, reader) = (LedgerState(), RecordedEntryReader())
    var failure: LedgerError?
    try stored { () throws(StoreError) in
      try unsafe store.scan(.first..<end) { _, _, bytes in
        do throws(LedgerError) {
          state.fold(try unsafe reader.decodeWithoutVerifying(bytes, at: state.size.end))
        } catch { failure = error }
        return failure == nil
      }
    }
    if let failure { throw failure }
    return state
  }

  private func admit(
    _ entry: StoredEntry, _ position: Position, into authority: inout Authority,
    hasRoot: (Head) throws(LedgerError) -> Bool
  ) throws(LedgerError) -> AdmittedNote {
    let bytes = Array(entry.bytes[entry.parts.note])
    // A database that cannot be read says nothing about what the author has seen.
    var failure: LedgerError?
    do throws(Refusal) {
      return try unsafe bytes.withUnsafeBufferPointer { (octets) throws(Refusal) in
        let buffer = UnsafeRawBufferPointer(octets)
        let prepared = try unsafe PreparedNote(buffer, keys: authority.directory)
        return try unsafe authority.admit(
          prepared, bytes: buffer, position: position, recordedAt: entry.parts.recordedAt
        ) { seen in
          do throws(LedgerError) { return try hasRoot(seen) } catch {
            failure = error
            return false
          }
        }
      }
    } catch { throw failure ?? .recovery(position: position, reason: error.description) }
  }

  private typealias StoredEntry = (bytes: [UInt8], parts: UnverifiedEntry)

  private func entry(at position: Position) throws(LedgerError) -> StoredEntry {
    guard let bytes = try stored({ () throws(StoreError) in try store.entry(at: position) }) else {
      throw .recovery(position: position, reason: "the entry is missing")
    }
    do { return (bytes, try UnverifiedEntry(parsing: bytes)) } catch {
      throw .recovery(position: position, reason: error.description)
    }
  }

  private func note(_ entry: StoredEntry) throws(LedgerError) -> UnverifiedAuthorNote {
    do { return try UnverifiedAuthorNote(parsing: Array(entry.bytes[entry.parts.note])) } catch {
      throw .recovery(position: entry.parts.position, reason: error.description)
    }
  }

  private func stored<Result>(_ body: () throws(StoreError) -> Result) throws(LedgerError) -> Result {
    do { return try body() } catch { throw LedgerError(error) }
  }
}
