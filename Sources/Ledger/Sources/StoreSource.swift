import Admission
import Cryptography
public import LedgerStore
public import TransparencyLog

/// A ledger's database and head as an audit's source.
public struct StoreSource: AuditSource {
  let store: any EntryStore
  private let head: [UInt8]?
  /// The number of entries when the head was read; nil when nobody adds any.
  private let end: TreeSize?

  /// The entries of `store` under the checkpoint `head`, or under the newest one in the database.
  public init(store: any EntryStore, head: [UInt8]?) {
    self.store = store
    self.head = head
    end = nil
  }

  /// The ledger in `directory`, opened for reading; the files are not changed.
  ///
  /// - Parameter database: the database file, where it has another name.
  public init(directory: LedgerDirectory, database: String? = nil) async throws(LedgerError) {
    try await self.init(stores: .files(of: directory, database: database))
  }

  /// The ledger in `stores`, opened for reading; nothing is changed.
  public init(stores: LedgerStores) async throws(LedgerError) {
    try await self.init(stores: stores, store: try stores.entries(.read))
  }

  /// How long a writer gets to sign what it has committed, and how often it is asked.
  private static let patience = Duration.seconds(5)
  private static let pause = Duration.milliseconds(5)

  /// The entries of `store` under the head in `stores`, which may be written to meanwhile: what is added later is not looked at.
  init(stores: LedgerStores, store: any EntryStore) async throws(LedgerError) {
    self.store = store
    var waited = Duration.zero
    while true {
      // In this order: a head is never newer than the entries that it signs.
      let head: [UInt8]?
      let end: TreeSize
      do {
        head = try stores.head.peek(atMost: NoteLayout.maximumByteCount)
        end = try store.size()
      } catch { throw LedgerError(error) }
      // Entries that a writer at work has not signed yet are no finding; those that nobody will sign are. Whoever is cancelled does
      // not wait for them.
      let isSettled = Self.claimedSize(head) == end || waited >= Self.patience || !stores.lease.isHeld()
      guard !isSettled, (try? await Task.sleep(for: Self.pause)) != nil else {
        (self.head, self.end) = (head, end)
        return
      }
      waited += Self.pause
    }
  }

  /// The size that a checkpoint names, unverified.
  private static func claimedSize(_ head: [UInt8]?) -> TreeSize? {
    let lines = head?.split(separator: UInt8(ascii: "\n"), maxSplits: 2) ?? []
    return lines.count > 1 ? UInt64(String(decoding: lines[1], as: UTF8.self)).map(TreeSize.init(_:)) : nil
  }

  public func checkpoint() throws(LedgerError) -> [UInt8]? {
    if let head { return head }
    do { return try store.newestCheckpoint()?.checkpoint } catch { throw LedgerError(error) }
  }

  /// Bytes that a chunk holds before it ends, and about how many an entry of one event has.
  private static let chunkByteCount = 4 << 20
  private static let entryByteCount = 1200

  public func read(from position: Position, limit: Int, size: TreeSize) throws(LedgerError) -> AuditChunk {
    let end = min(size.end, position.advanced(by: limit))
    var chunk = AuditChunk(
      start: position, capacity: min(Self.chunkByteCount + 1 << 16, position.distance(to: end) * Self.entryByteCount))
    do {
      try unsafe store.scan(position..<end) { found, leaf, entry in
        guard found == chunk.end else { return false }
        guard let leaf else {
          chunk.problem = AuditFinding(.tileMalformed, at: chunk.end, "expected a leaf hash of 32 bytes")
          return false
        }
        unsafe chunk.append(leaf: leaf, entry: entry)
        return chunk.bytes.count < Self.chunkByteCount
      }
    } catch { throw LedgerError(error) }
    if chunk.items.isEmpty, chunk.problem == nil, position < end {
      chunk.problem = AuditFinding(.entryMissing, at: position, "expected an entry, found none")
    }
    return chunk
  }

  public func tile(level: Int, index: UInt64, width: Int) throws(LedgerError) -> AuditTile {
    let first = index * UInt64(Tile.fullWidth)
    let stored: [StoredTileHash]
    do { stored = try store.tileHashes(level: level, first..<first + UInt64(width)) } catch { throw LedgerError(error) }
    var hashes: [Digest] = []
    for place in first..<first + UInt64(width) {
      guard case let number = Int(place - first), number < stored.count, stored[number].place == place else {
        return .hashes(hashes, problem: (.tileMissing, "expected hash \(place) of level \(level), found none"))
      }
      guard let hash = stored[number].hash else {
        return .hashes(hashes, problem: (.tileMalformed, "hash \(place) of level \(level): expected 32 bytes"))
      }
      hashes.append(hash)
    }
    return .hashes(hashes, problem: nil)
  }

  public func hasEntry(atOrAbove position: Position) throws(LedgerError) -> Bool {
    if let end { return end.end > position }
    do { return try store.size().end > position } catch { throw LedgerError(error) }
  }
}
