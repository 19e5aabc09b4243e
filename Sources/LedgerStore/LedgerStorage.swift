public import Cryptography

/// Where a ledger's entries live: append only, ordered by position, durable once `append` returns (SPEC 12).
///
/// One contract suite in the tests runs on every implementation. Implementations serialise their own calls.
public protocol LedgerStorage: Sendable {
  /// The number of entries; the next one gets this position.
  func size() throws(StoreError) -> UInt64

  /// Adds a batch in one transaction. The batch is durable once this returns; when it throws, none of it is there.
  ///
  /// - Throws: `StoreError.notNext` when the batch does not begin at `size()`.
  func append(_ batch: EntryBatch) throws(StoreError)

  /// Calls `body` for each entry in `range`, in order, with the stored leaf hash and the entry's bytes, which are valid only during the
  /// call. Stops early when `body` returns false. A position that is missing is passed over: compare positions.
  func scan(_ range: Range<UInt64>, _ body: (UInt64, Digest?, UnsafeRawBufferPointer) -> Bool) throws(StoreError)

  /// The stored leaf hashes of `range`, in order; fewer when some are missing.
  func leaves(_ range: Range<UInt64>) throws(StoreError) -> [Digest]

  /// The stored hashes of tiles of `level`, 1 or above, whose places are in `range`, ascending. A place that is missing is passed
  /// over: compare places.
  func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash]

  /// The position of an author's note by its number, or nil.
  func position(author: String, sequence: UInt64) throws(StoreError) -> UInt64?

  /// Every author's highest note number with its position.
  func authorHeads() throws(StoreError) -> [AuthorHead]

  /// The positions whose notes change keys, ascending.
  func governancePositions() throws(StoreError) -> [UInt64]

  /// Keeps a signed checkpoint beside the entries. Durable once returned.
  func keep(checkpoint: [UInt8], size: UInt64) throws(StoreError)

  /// The signed checkpoint of the largest size that was kept, or nil.
  func newestCheckpoint() throws(StoreError) -> (size: UInt64, checkpoint: [UInt8])?

  /// Gives back what the store holds of the machine. It must not be used afterwards.
  func close() throws(StoreError)
}

extension LedgerStorage {
  /// The entry at a position, or nil.
  public func entry(at position: UInt64) throws(StoreError) -> [UInt8]? {
    var found: [UInt8]?
    try unsafe scan(position..<position + 1) { _, _, bytes in
      found = unsafe [UInt8](bytes)
      return false
    }
    return found
  }
}
