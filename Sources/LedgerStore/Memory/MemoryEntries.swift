import Cryptography
import TransparencyLog

/// Entries in memory, as they are at one moment.
struct MemoryEntries: EntryReader {
  private(set) var items: [EntryBatch.Item] = []
  /// Hashes by level, each level ascending by place.
  private var tileHashes: [Int: [StoredTileHash]] = [:]
  private var positions: [String: [UInt64: Position]] = [:]
  private var heads: [String: AuthorHead] = [:]
  private var governance: [Position] = []
  private var checkpoints: [TreeSize: [UInt8]] = [:]

  func size() -> TreeSize { TreeSize(UInt64(items.count)) }

  func scan(_ range: Range<Position>, _ body: (Position, Digest?, UnsafeRawBufferPointer) -> Bool) {
    for position in range.clamped(to: size().positions) {
      let item = items[Int(position.rawValue)]
      guard unsafe item.entry.withUnsafeBytes({ unsafe body(position, item.leaf, $0) }) else { return }
    }
  }

  func leaves(_ range: Range<Position>) -> [Digest] {
    range.clamped(to: size().positions).map { items[Int($0.rawValue)].leaf }
  }

  func tileHashes(level: Int, _ range: Range<UInt64>) -> [StoredTileHash] {
    let hashes = tileHashes[level] ?? []
    let start = Self.index(of: range.lowerBound, in: hashes)
    return Array(hashes[start...].prefix { $0.place < range.upperBound })
  }

  func position(author: String, sequence: UInt64) -> Position? { positions[author]?[sequence] }
  func authorHeads() -> [AuthorHead] { heads.values.sorted { $0.author < $1.author } }
  func governancePositions() -> [Position] { governance }

  func newestCheckpoint() -> KeptCheckpoint? {
    checkpoints.max { $0.key < $1.key }.map { KeptCheckpoint(size: $0.key, checkpoint: $0.value) }
  }

  /// Adds a batch, which must begin at the end.
  ///
  /// - Returns: why it was refused as a whole: what it holds that is there already; nil where it was added.
  mutating func append(_ batch: EntryBatch) -> String? {
    var numbers = Set<[String]>()
    for item in batch.items {
      let isNew = numbers.insert([item.author, String(item.sequence)]).inserted
      guard isNew, positions[item.author]?[item.sequence] == nil else { return "a note of this number is there already" }
    }
    var places = Set<[UInt64]>()
    for hash in batch.tileHashes {
      let isNew = places.insert([UInt64(hash.level), hash.place]).inserted
      guard isNew, tileHashes(level: hash.level, hash.place..<hash.place + 1).isEmpty else {
        return "a hash at this place is there already"
      }
    }
    for (position, item) in zip(batch.start..., batch.items) { index(item, at: position) }
    items += batch.items
    for hash in batch.tileHashes {
      let stored = StoredTileHash(place: hash.place, hash: hash.hash)
      let index = Self.index(of: hash.place, in: tileHashes[hash.level] ?? [])
      tileHashes[hash.level, default: []].insert(stored, at: index)
    }
    return nil
  }

  private mutating func index(_ item: EntryBatch.Item, at position: Position) {
    positions[item.author, default: [:]][item.sequence] = position
    if heads[item.author].map({ $0.sequence < item.sequence }) ?? true {
      heads[item.author] = AuthorHead(author: item.author, sequence: item.sequence, position: position)
    }
    if item.isGovernance { governance.append(position) }
  }

  mutating func keep(checkpoint: [UInt8], size: TreeSize) {
    if checkpoints[size] == nil { checkpoints[size] = checkpoint }
  }

  /// Where the first hash at or behind `place` is.
  private static func index(of place: UInt64, in hashes: [StoredTileHash]) -> Int {
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
