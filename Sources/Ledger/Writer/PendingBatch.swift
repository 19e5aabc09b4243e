import Admission
import Cryptography
import LedgerStore
import TransparencyLog
import Vocabulary

/// Notes that were admitted and wait for one transaction.
struct PendingBatch {
  let start: UInt64
  private(set) var items: [EntryBatch.Item] = []
  /// The text digests of the items' notes.
  private var digests: [Digest] = []
  private(set) var builder: TileBuilder
  private(set) var previous: Digest
  let recordedAt: RecordedTime

  init(start: UInt64, builder: TileBuilder, previous: Digest, recordedAt: RecordedTime) {
    self.start = start
    self.builder = builder
    self.previous = previous
    self.recordedAt = recordedAt
  }

  var end: UInt64 { start + UInt64(items.count) }

  /// The author's note with this number, which the store does not know yet. Asked for only where a number comes twice.
  func note(_ sequence: UInt64, of author: String) -> (position: UInt64, digest: Digest)? {
    guard let index = items.firstIndex(where: { $0.sequence == sequence && $0.author == author }) else { return nil }
    return (start + UInt64(index), digests[index])
  }

  mutating func append(_ note: AdmittedNote, digest: Digest, entry: [UInt8]) {
    let leaf = MerkleHash.leaf(entry)
    items.append(
      EntryBatch.Item(
        leaf: leaf, entry: entry, author: note.author, sequence: note.sequence, isGovernance: note.isGovernance))
    digests.append(digest)
    builder.append(leaf)
    previous = leaf
  }

  /// What the store adds: the entries and the hashes of the subtrees that they complete (SPEC 12).
  mutating func batch() -> EntryBatch {
    EntryBatch(
      start: start, items: items,
      tileHashes: builder.takeHashes().map { EntryBatch.TileHash(level: $0.level, place: $0.place, hash: $0.hash) })
  }
}
