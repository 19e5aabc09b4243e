import Admission
import Cryptography
import LedgerStore
import TransparencyLog
import Vocabulary

/// Notes that were admitted and wait for one transaction.
struct PendingBatch {
  let start: Position
  private(set) var items: [EntryBatch.Item] = []
  /// What the items say.
  private(set) var entries: [RecordedEntry] = []
  /// The text digests of the items' notes.
  private var digests: [Digest] = []
  private(set) var builder: TileBuilder
  private(set) var previous: Digest
  let recordedAt: RecordedTime

  init(start: Position, builder: TileBuilder, previous: Digest, recordedAt: RecordedTime) {
    self.start = start
    self.builder = builder
    self.previous = previous
    self.recordedAt = recordedAt
  }

  /// The position that the next note gets.
  var end: Position { start.advanced(by: items.count) }

  /// The author's note with this number, which the store does not know yet. Asked for only where a number comes twice.
  func note(_ sequence: UInt64, of author: String) -> (position: Position, digest: Digest)? {
    guard let index = items.firstIndex(where: { $0.sequence == sequence && $0.author == author }) else { return nil }
    return (start.advanced(by: index), digests[index])
  }

  mutating func append(_ note: AdmittedNote, digest: Digest, entry: [UInt8]) {
    let leaf = MerkleHash.leaf(entry)
    items.append(
      EntryBatch.Item(
        leaf: leaf, entry: entry, author: note.author, sequence: note.sequence, isGovernance: note.isGovernance))
    entries.append(note.entry)
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
