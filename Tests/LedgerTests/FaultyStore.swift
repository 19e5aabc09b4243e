import Admission
import Cryptography
import LedgerStore
import Synchronization
import Testing

/// What goes wrong, once, at one step of a commit.
enum Fault: CaseIterable, CustomTestStringConvertible {
  /// The transaction fails, and nothing of it is there.
  case appendFails
  /// The transaction is there, but the caller is told that it failed; or the process was killed right after it.
  case appendFailsButPersists
  /// What was written cannot be read back.
  case readBackFails
  /// What was written comes back with a changed bit.
  case readBackLies
  /// What was written comes back without its last entry.
  case readBackEndsEarly
  /// The checkpoint cannot be kept beside the entries, after the head was replaced.
  case keepFails
  /// It is kept, but the caller is told that it failed.
  case keepFailsButPersists

  var testDescription: String { "\(self)" }
}

/// A store that fails when told.
final class FaultyStore: LedgerStorage {
  static let error = StoreError.failed(path: "ledger.sqlite", doing: .recordingEntries, code: 10, reason: "disk I/O error")

  private let store: any LedgerStorage
  private let armed = Mutex<Fault?>(nil)
  /// Only what is read after an append is read back; other reading must not use the fault up.
  private let hasAppended = Mutex(false)
  private let leafReadings = Mutex<Int?>(nil)

  init(_ store: any LedgerStorage) { self.store = store }

  /// Makes the next operation that `fault` is about fail.
  func arm(_ fault: Fault?) {
    armed.withLock { $0 = fault }
    hasAppended.withLock { $0 = false }
  }

  /// Lets so many readings of leaf hashes succeed, and fails all later ones; nil: none fails.
  func failReadingLeaves(after count: Int?) { leafReadings.withLock { $0 = count } }

  /// Whether a fault is still waiting.
  var isArmed: Bool { armed.withLock { $0 != nil } }

  private func takes(_ fault: Fault) -> Bool {
    armed.withLock { armed in
      guard armed == fault else { return false }
      armed = nil
      return true
    }
  }

  func append(_ batch: EntryBatch) throws(StoreError) {
    if takes(.appendFails) { throw Self.error }
    try store.append(batch)
    hasAppended.withLock { $0 = true }
    if takes(.appendFailsButPersists) { throw Self.error }
  }

  func scan(_ range: Range<UInt64>, _ body: (UInt64, Digest?, UnsafeRawBufferPointer) -> Bool) throws(StoreError) {
    let isReadBack = hasAppended.withLock { $0 }
    if isReadBack, takes(.readBackFails) { throw Self.error }
    let lies = isReadBack && takes(.readBackLies)
    let end = isReadBack && takes(.readBackEndsEarly) ? range.upperBound - 1 : range.upperBound
    try unsafe store.scan(range.lowerBound..<end) { position, leaf, bytes in
      guard lies else { return unsafe body(position, leaf, bytes) }
      var changed = unsafe [UInt8](bytes)
      changed[changed.count / 2] ^= 1
      return unsafe changed.withUnsafeBytes { unsafe body(position, leaf, $0) }
    }
  }

  func keep(checkpoint: [UInt8], size: UInt64) throws(StoreError) {
    if takes(.keepFails) { throw Self.error }
    try store.keep(checkpoint: checkpoint, size: size)
    if takes(.keepFailsButPersists) { throw Self.error }
  }

  func size() throws(StoreError) -> UInt64 { try store.size() }
  func leaves(_ range: Range<UInt64>) throws(StoreError) -> [Digest] {
    let fails = leafReadings.withLock { left in
      guard let count = left else { return false }
      left = max(0, count - 1)
      return count == 0
    }
    if fails { throw Self.error }
    return try store.leaves(range)
  }
  func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash] {
    try store.tileHashes(level: level, range)
  }
  func position(author: String, sequence: UInt64) throws(StoreError) -> UInt64? {
    try store.position(author: author, sequence: sequence)
  }
  func authorHeads() throws(StoreError) -> [AuthorHead] { try store.authorHeads() }
  func governancePositions() throws(StoreError) -> [UInt64] { try store.governancePositions() }
  func newestCheckpoint() throws(StoreError) -> (size: UInt64, checkpoint: [UInt8])? { try store.newestCheckpoint() }
}
