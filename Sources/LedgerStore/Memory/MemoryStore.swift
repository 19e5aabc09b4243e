public import Cryptography
import Synchronization
public import TransparencyLog

/// A store in memory: for exercises, tests and tools. Nothing survives the process. What was on a `MemoryDisk` may be opened from it again.
public final class MemoryStore: EntryStore {
  private let medium: MemoryMedium<MemoryEntries>
  private let isClosed = Atomic(false)
  private let isReadOnly: Bool

  /// An empty store.
  public convenience init() { self.init(MemoryMedium(MemoryEntries())) }

  /// A store of what is on `medium`, which others may have opened, too.
  init(_ medium: MemoryMedium<MemoryEntries>, isReadOnly: Bool = false) {
    self.medium = medium
    self.isReadOnly = isReadOnly
  }

  public func append(_ batch: EntryBatch) throws(StoreError) {
    try checkOpen()
    guard !isReadOnly else { throw Memory.readOnly(.recordingEntries) }
    let refusal: StoreError? = medium.contents.withLock { entries in
      let next = entries.size().end
      guard next == batch.start else { return .notNext(expected: next, found: batch.start) }
      return entries.append(batch).map { Memory.contradiction(.recordingEntries, $0) }
    }
    if let refusal { throw refusal }
  }

  public func keep(checkpoint: [UInt8], size: TreeSize) throws(StoreError) {
    try checkOpen()
    guard !isReadOnly else { throw Memory.readOnly(.keepingCheckpoint) }
    medium.contents.withLock { $0.keep(checkpoint: checkpoint, size: size) }
  }

  public func snapshot<Result>(
    _ body: (any EntryReader) throws(StoreError) -> Result
  ) throws(StoreError) -> Result { try body(try entries()) }

  public func close() { isClosed.store(true, ordering: .relaxed) }

  public func size() throws(StoreError) -> TreeSize { try entries().size() }

  public func scan(
    _ range: Range<Position>, _ body: (Position, Digest?, UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
    try unsafe entries().scan(range, body)
  }

  public func leaves(_ range: Range<Position>) throws(StoreError) -> [Digest] { try entries().leaves(range) }
  public func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash] {
    try entries().tileHashes(level: level, range)
  }
  public func position(author: String, sequence: UInt64) throws(StoreError) -> Position? {
    try entries().position(author: author, sequence: sequence)
  }
  public func authorHeads() throws(StoreError) -> [AuthorHead] { try entries().authorHeads() }
  public func governancePositions() throws(StoreError) -> [Position] { try entries().governancePositions() }
  public func newestCheckpoint() throws(StoreError) -> KeptCheckpoint? { try entries().newestCheckpoint() }

  /// The entries as they are now; a writer who goes on leaves them alone.
  private func entries() throws(StoreError) -> MemoryEntries {
    try checkOpen()
    return medium.contents.withLock { $0 }
  }

  private func checkOpen() throws(StoreError) {
    guard !isClosed.load(ordering: .relaxed) else { throw .closed(place: Memory.place) }
  }
}
