import Cryptography
import LedgerStore
import TransparencyLog

/// Makes a batch durable and provable, in the order that lets nothing be acknowledged too early.
struct Commit {
  let store: any EntryStore
  let signer: SignerKey
  let head: any HeadStore

  /// 1 transaction, flushed → 2 read back and hashed again → 3 checkpoint signed → 4 head replaced, flushed → 5 checkpoint kept.
  ///
  /// - Parameter head: the bytes that the head must have before.
  /// - Returns: the new head. Everything in the batch may be acknowledged then.
  func run(_ batch: EntryBatch, tree: TileBuilder, head: [UInt8]?) throws(LedgerError) -> SignedCheckpoint {
    do { try store.append(batch) } catch { throw LedgerError(error) }
    try readBack(batch)
    return try publish(tree: tree, replacing: head)
  }

  /// Signs the tree and replaces the head, if nobody else has.
  func publish(tree: TileBuilder, replacing head: [UInt8]?) throws(LedgerError) -> SignedCheckpoint {
    let signed: SignedCheckpoint
    do { signed = try Checkpoint(origin: signer.name, size: tree.size, root: tree.root).sign(with: signer) } catch {
      throw .log(reason: "signing the checkpoint failed: \(error)")
    }
    do {
      // The commit point: from here on the entries are acknowledged.
      try self.head.replace(expected: head, with: signed.bytes)
      // Behind the head by design: a database that knows a later checkpoint than the head proves that the head is an old copy.
      try store.keep(checkpoint: signed.bytes, size: tree.size)
    } catch { throw LedgerError(error) }
    return signed
  }

  /// Verify before sign: what the database gives back must hash to what the tree was built from.
  private func readBack(_ batch: EntryBatch) throws(LedgerError) {
    var next = batch.start
    do {
      try unsafe store.scan(batch.start..<batch.end) { position, leaf, entry in
        let expected = batch.items[batch.start.distance(to: next)].leaf
        guard position == next, leaf == expected, unsafe MerkleHash.leaf(entry) == expected else { return false }
        next = next.sizeThrough.end
        return true
      }
    } catch { throw LedgerError(error) }
    guard next == batch.end else { throw .readBack(position: next) }
  }
}
