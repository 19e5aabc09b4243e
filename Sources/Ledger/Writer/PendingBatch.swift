import Compliance
import Cryptography
import LedgerStore
import TransparencyLog
import Vocabulary

/// Notes that were admitted and wait for one transaction.
struct PendingBatch {
  /// The author's number of a note.
  struct Key: Hashable {
    let author: String
    let sequence: UInt64
  }

  let start: UInt64
  var items: [EntryBatch.Item] = []
  var builder: TileBuilder
  var previous: Digest
  var recordedAt: RecordedTime
  /// Positions and text digests of this batch's notes, which the store does not know yet.
  var positions: [Key: (position: UInt64, digest: Digest)] = [:]

  var end: UInt64 { start + UInt64(items.count) }

  mutating func append(_ note: AdmittedNote, digest: Digest, entry: [UInt8]) {
    let leaf = MerkleHash.leaf(entry)
    positions[Key(author: note.author, sequence: note.sequence)] = (end, digest)
    items.append(
      EntryBatch.Item(
        leaf: leaf, entry: entry, author: note.author, sequence: note.sequence, isGovernance: note.isGovernance))
    builder.append(leaf)
    previous = leaf
  }

  /// What the store adds: the entries and the complete tiles above level 0 (SPEC 12).
  mutating func batch() -> EntryBatch {
    let tiles = builder.takeTiles().filter { $0.tile.level > 0 && $0.tile.isFull }
    return EntryBatch(
      start: start, items: items,
      tiles: tiles.map { EntryBatch.CompleteTile(level: $0.tile.level, index: $0.tile.index, hashes: $0.bytes) })
  }
}
