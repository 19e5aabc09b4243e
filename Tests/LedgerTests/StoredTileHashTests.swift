import Admission
import Compliance
import Cryptography
import Ledger
import LedgerStore
import Testing
import TransparencyLog

/// Hashes above the leaves, which the database holds one by one (SPEC 12), and what an audit says where they are not the tree's.
@Suite struct StoredTileHashTests {
  private static let count = 700

  /// A store with the entries of a town, made by the real writer.
  private func filled() async throws -> (town: Town, batch: EntryBatch, checkpoint: SignedCheckpoint) {
    let town = try await Town()
    let writer = try await town.open()
    let chain = await writer.chain(of: town.registrar.name.text)
    let results = try await writer.submit(try town.notes(0..<UInt64(Self.count - 2), chain: chain))
    #expect(results.allSatisfy { $0.position != nil })
    try await writer.close()
    let reader = try LedgerReader(directory: town.directory)
    defer { try? reader.store.close() }
    var batch = EntryBatch(start: 0)
    try unsafe reader.store.scan(0..<Position(UInt64(Self.count))) { position, leaf, entry in
      batch.items.append(
        EntryBatch.Item(
          leaf: leaf ?? .zero, entry: unsafe [UInt8](entry), author: "\(position)", sequence: 1, isGovernance: false))
      return true
    }
    batch.tileHashes = try reader.store.tileHashes(level: 1, 0..<9).map {
      EntryBatch.TileHash(level: 1, place: $0.place, hash: try #require($0.hash))
    }
    return (town, batch, try reader.checkpoint())
  }

  private func store(_ batch: EntryBatch) throws -> MemoryStore {
    let store = MemoryStore()
    try store.append(batch)
    return store
  }

  @Test("The writer stores a hash for each 256 entries, and receipts of every tile are right")
  func receipts() async throws {
    let (_, batch, checkpoint) = try await filled()
    #expect(batch.tileHashes.map(\.place) == [0, 1])
    let prover = try EntryProver(store: try store(batch), checkpoint: checkpoint)
    for position: UInt64 in [0, 255, 256, 511, 512, 699] {
      let (entry, proof) = try prover.prove(Position(position))
      #expect(entry == batch.items[Int(position)].entry)
      #expect(proof.position == Position(position))
    }
  }

  @Test("A stored hash that is wrong, or missing, is found at the first entry below it, and no receipt is made from it")
  func tampered() async throws {
    let (town, batch, checkpoint) = try await filled()
    let key = try town.directory.readSettings().logKey
    func finding(_ tileHashes: [EntryBatch.TileHash]) throws -> AuditFinding? {
      var changed = batch
      changed.tileHashes = tileHashes
      let store = try store(changed)
      let finding = try LogAudit(source: StoreSource(store: store, head: checkpoint.bytes), key: key).run().finding
      #expect((try? EntryProver(store: store, checkpoint: checkpoint)) == nil || finding == nil)
      return finding
    }
    let (first, second) = (batch.tileHashes[0], batch.tileHashes[1])
    func flipped(_ hash: EntryBatch.TileHash) -> EntryBatch.TileHash {
      var bytes = hash.hash.bytes
      bytes[17] ^= 4
      return EntryBatch.TileHash(level: hash.level, place: hash.place, hash: Digest(bytes: bytes) ?? .zero)
    }
    let cases: [([EntryBatch.TileHash], FindingCode?, UInt64?)] = [
      ([first, second], nil, nil), ([flipped(first), second], .tileHash, 0), ([first, flipped(second)], .tileHash, 256),
      ([second], .tileMissing, 0), ([first], .tileMissing, 256), ([], .tileMissing, 0), ([flipped(first)], .tileHash, 0),
      ([first, second, EntryBatch.TileHash(level: 1, place: 2, hash: .zero)], nil, nil),
    ]
    for (hashes, code, position) in cases {
      let found = try finding(hashes)
      #expect(found?.code == code && found?.position?.rawValue == position, "\(hashes.map(\.place)): \(found as Any)")
    }
  }
}
