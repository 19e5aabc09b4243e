public import Cryptography
import Synchronization

/// A store in memory: for exercises, tests and tools. Nothing survives the process.
public final class MemoryStore: LedgerStorage {
  private struct Contents {
    var items: [EntryBatch.Item] = []
    var tileHashes: [EntryBatch.TileHash] = []
    var positions: [String: [UInt64: UInt64]] = [:]
    var checkpoints: [(size: UInt64, checkpoint: [UInt8])] = []
  }

  private let contents = Mutex(Contents())

  /// An empty store.
  public init() {}

  public func size() -> UInt64 { contents.withLock { UInt64($0.items.count) } }

  public func append(_ batch: EntryBatch) throws(StoreError) {
    let next: UInt64 = contents.withLock { contents in
      let next = UInt64(contents.items.count)
      guard next == batch.start else { return next }
      for (offset, item) in batch.items.enumerated() {
        contents.positions[item.author, default: [:]][item.sequence] = next + UInt64(offset)
      }
      contents.items += batch.items
      contents.tileHashes += batch.tileHashes
      return next
    }
    guard next == batch.start else { throw .notNext(expected: next, found: batch.start) }
  }

  public func scan(_ range: Range<UInt64>, _ body: (UInt64, Digest?, UnsafeRawBufferPointer) -> Bool) {
    let items = contents.withLock { $0.items }
    for position in range.clamped(to: 0..<UInt64(items.count)) {
      let item = items[Int(position)]
      guard unsafe item.entry.withUnsafeBytes({ unsafe body(position, item.leaf, $0) }) else { return }
    }
  }

  public func leaves(_ range: Range<UInt64>) -> [Digest] {
    contents.withLock { contents in
      range.clamped(to: 0..<UInt64(contents.items.count)).map { contents.items[Int($0)].leaf }
    }
  }

  public func tileHashes(level: Int, _ range: Range<UInt64>) -> [StoredTileHash] {
    contents.withLock { contents in
      contents.tileHashes.filter { $0.level == level && range.contains($0.place) }
        .sorted { $0.place < $1.place }
        .map { StoredTileHash(place: $0.place, hash: $0.hash) }
    }
  }

  public func position(author: String, sequence: UInt64) -> UInt64? {
    contents.withLock { $0.positions[author]?[sequence] }
  }

  public func authorHeads() -> [AuthorHead] {
    contents.withLock { contents in
      contents.positions.compactMap { author, notes in
        notes.max { $0.key < $1.key }.map { AuthorHead(author: author, sequence: $0.key, position: $0.value) }
      }.sorted { $0.author < $1.author }
    }
  }

  public func governancePositions() -> [UInt64] {
    contents.withLock { $0.items.enumerated().filter { $0.element.isGovernance }.map { UInt64($0.offset) } }
  }

  public func keep(checkpoint: [UInt8], size: UInt64) {
    contents.withLock { contents in
      guard !contents.checkpoints.contains(where: { $0.size == size }) else { return }
      contents.checkpoints.append((size, checkpoint))
    }
  }

  public func close() {}

  public func newestCheckpoint() -> (size: UInt64, checkpoint: [UInt8])? {
    contents.withLock { $0.checkpoints.max { $0.size < $1.size } }
  }
}
