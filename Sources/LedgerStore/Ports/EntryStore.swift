public import Cryptography
public import TransparencyLog

/// What can be read of a ledger's entries.
public protocol EntryReader {
  /// The number of entries; the next one gets the position behind the last.
  func size() throws(StoreError) -> TreeSize

  /// Calls `body` for each entry in `range`, in order, with the stored leaf hash and the entry's bytes, which are valid only during the
  /// call. Stops early when `body` returns false. A position that is missing is passed over: compare positions.
  func scan(_ range: Range<Position>, _ body: (Position, Digest?, UnsafeRawBufferPointer) -> Bool) throws(StoreError)

  /// The stored leaf hashes of `range`, in order; fewer when some are missing.
  func leaves(_ range: Range<Position>) throws(StoreError) -> [Digest]

  /// The stored hashes of tiles of `level`, 1 or above, whose places are in `range`, ascending. A place that is missing is passed
  /// over: compare places.
  func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash]

  /// The position of an author's note by its number, or nil.
  func position(author: String, sequence: UInt64) throws(StoreError) -> Position?

  /// Every author's highest note number with its position.
  func authorHeads() throws(StoreError) -> [AuthorHead]

  /// The positions whose notes change keys, ascending.
  func governancePositions() throws(StoreError) -> [Position]

  /// The signed checkpoint of the largest size that was kept, or nil.
  func newestCheckpoint() throws(StoreError) -> KeptCheckpoint?
}

/// Where a ledger's entries live: append only, ordered by position, durable once `append` returns (SPEC 12).
///
/// What a store promises is `EntryStoreContract` in `LedgerTesting`, which runs on every implementation. Calls may come from any
/// thread at once; a store serialises its own writing. A reading gives what is there at some moment of the call, and several readings
/// of one moment are what `snapshot` is for.
public protocol EntryStore: EntryReader, Sendable {
  /// Adds a batch in one transaction. The batch is durable once this returns; when it throws, none of it is there, or all of it where
  /// the store cannot know: who reads it back finds out.
  ///
  /// - Throws: `StoreError.notNext` when the batch does not begin at `size()`; `.failed` with `.contradiction` when an author's note
  ///   of this number, or a hash at this place, is there already.
  func append(_ batch: EntryBatch) throws(StoreError)

  /// Keeps a signed checkpoint beside the entries; the first of a size stays. Durable once returned.
  func keep(checkpoint: [UInt8], size: TreeSize) throws(StoreError)

  /// Calls `body` with a reader to whom the store stays as it is at the beginning, while a writer goes on.
  ///
  /// The reader must not be used after `body`. A long snapshot may keep the store from reclaiming what it has written: read, and leave.
  func snapshot<Result>(_ body: (any EntryReader) throws(StoreError) -> Result) throws(StoreError) -> Result

  /// Gives back what the store holds, such as files. Every later call throws; closing again does nothing.
  func close() throws(StoreError)
}

extension EntryReader {
  /// The entry at a position, or nil.
  public func entry(at position: Position) throws(StoreError) -> [UInt8]? {
    var found: [UInt8]?
    try unsafe scan(position..<position.sizeThrough.end) { _, _, bytes in
      found = unsafe [UInt8](bytes)
      return false
    }
    return found
  }
}

/// A signed checkpoint that was kept beside the entries.
public struct KeptCheckpoint: Hashable, Sendable {
  /// The number of entries that it is of.
  public let size: TreeSize
  /// Its bytes, as they were kept; not verified.
  public let checkpoint: [UInt8]

  /// The `checkpoint` of `size` entries.
  public init(size: TreeSize, checkpoint: [UInt8]) {
    self.size = size
    self.checkpoint = checkpoint
  }
}
