import Cryptography
import LedgerStore
import Testing

/// What every store promises. A new store is one more case here.
enum StoreUnderTest: CaseIterable, CustomTestStringConvertible {
  case memory
  case sqlite

  var testDescription: String { "\(self)" }

  /// An empty store, and what to call when done with it.
  func make() throws -> (store: any LedgerStorage, finish: () -> Void) {
    switch self {
    case .memory: return (MemoryStore(), {})
    case .sqlite:
      let scratch = try Scratch()
      let store = try SQLiteStore(path: scratch.database, mode: .create)
      return (store, { withExtendedLifetime(scratch) { try? store.close() } })
    }
  }
}

@Suite struct StoreContractTests {
  @Test("An empty store has nothing of anything", arguments: StoreUnderTest.allCases)
  func empty(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    #expect(try store.size() == 0)
    #expect(try store.scanned(0..<10).isEmpty)
    #expect(try store.leaves(0..<10).isEmpty)
    #expect(try store.tileHashes(level: 1, 0..<9).isEmpty)
    #expect(try store.position(author: "nobody", sequence: 1) == nil)
    #expect(try store.authorHeads().isEmpty)
    #expect(try store.governancePositions().isEmpty)
    #expect(try store.newestCheckpoint() == nil)
    #expect(try store.entry(at: 0) == nil)
  }

  @Test("Entries come back verbatim with their leaf hashes, in order", arguments: StoreUnderTest.allCases)
  func verbatim(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(Batches.batch(0..<5))
    try store.append(Batches.batch(5..<12))
    #expect(try store.size() == 12)
    let found = try store.scanned(0..<12)
    #expect(found.map(\.position) == Array(0..<12))
    #expect(found.map(\.leaf) == (0..<12).map { Batches.leaf($0) })
    #expect(found.map(\.entry) == (0..<12).map { Batches.entry($0) })
    #expect(try store.entry(at: 7) == Batches.entry(7))
    #expect(try store.entry(at: 12) == nil)
  }

  @Test("Entries of one byte and of 65,535 bytes come back whole", arguments: StoreUnderTest.allCases)
  func sizes(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    let counts = [1, 65_535, 2, 65_535, 16_384]
    let items = counts.enumerated().map { Batches.item(UInt64($0.offset), byteCount: $0.element) }
    try store.append(EntryBatch(start: 0, items: items))
    #expect(try store.scanned(0..<9).map(\.entry) == items.map(\.entry))
  }

  @Test("A batch that does not begin at the end is refused, and leaves nothing behind", arguments: StoreUnderTest.allCases)
  func notNext(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(Batches.batch(0..<3))
    for start: UInt64 in [0, 2, 4, 1 << 40] {
      let batch = EntryBatch(
        start: start, items: [Batches.item(20)], tileHashes: [Batches.tileHash(level: 1, place: 0)])
      #expect(throws: StoreError.notNext(expected: 3, found: start)) { try store.append(batch) }
      #expect(throws: StoreError.notNext(expected: 3, found: start)) { try store.append(EntryBatch(start: start)) }
    }
    #expect(try store.size() == 3)
    #expect(try store.position(author: Batches.author(20), sequence: 7) == nil)
    #expect(try store.governancePositions() == [0])
    #expect(try store.tileHashes(level: 1, 0..<9).isEmpty)
    try store.append(Batches.batch(3..<4))
    #expect(try store.size() == 4)
  }

  @Test("An empty batch at the end adds nothing", arguments: StoreUnderTest.allCases)
  func emptyBatch(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(EntryBatch(start: 0))
    try store.append(Batches.batch(0..<2))
    try store.append(EntryBatch(start: 2))
    #expect(try store.size() == 2)
  }

  @Test("A scan gives the entries of its range that there are, and stops when told", arguments: StoreUnderTest.allCases)
  func scans(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(Batches.batch(0..<10))
    #expect(try store.scanned(3..<6).map(\.position) == [3, 4, 5])
    #expect(try store.scanned(8..<100).map(\.position) == [8, 9])
    #expect(try store.scanned(4..<4).isEmpty)
    #expect(try store.scanned(10..<20).isEmpty)
    #expect(try store.scanned(0..<10, limit: 1).map(\.position) == [0])
    #expect(try store.scanned(2..<9, limit: 3).map(\.position) == [2, 3, 4])
    // A scan that was stopped does not hinder the next.
    #expect(try store.scanned(0..<10).count == 10)
  }

  @Test("Leaf hashes come by range", arguments: StoreUnderTest.allCases)
  func leaves(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(Batches.batch(0..<300))
    #expect(try store.leaves(0..<300) == (0..<300).map { Batches.leaf($0) })
    #expect(try store.leaves(255..<258) == (255..<258).map { Batches.leaf($0) })
    #expect(try store.leaves(299..<400) == [Batches.leaf(299)])
    #expect(try store.leaves(5..<5).isEmpty)
  }

  @Test("Hashes of tiles come by level and range, ascending", arguments: StoreUnderTest.allCases)
  func tileHashes(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    let first = (0..<300).map { Batches.tileHash(level: 1, place: $0) } + [Batches.tileHash(level: 2, place: 0)]
    try store.append(Batches.batch(0..<1, tileHashes: first))
    try store.append(Batches.batch(1..<2, tileHashes: [302, 300].map { Batches.tileHash(level: 1, place: $0) }))
    func stored(_ level: Int, _ places: [UInt64]) -> [StoredTileHash] {
      places.map { StoredTileHash(place: $0, hash: Batches.tileHash(level: level, place: $0).hash) }
    }
    #expect(try store.tileHashes(level: 1, 0..<256) == stored(1, Array(0..<256)))
    #expect(try store.tileHashes(level: 1, 255..<258) == stored(1, [255, 256, 257]))
    #expect(try store.tileHashes(level: 1, 299..<400) == stored(1, [299, 300, 302]))
    #expect(try store.tileHashes(level: 2, 0..<9) == stored(2, [0]))
    #expect(try store.tileHashes(level: 3, 0..<9).isEmpty)
    #expect(try store.tileHashes(level: 1, 5..<5).isEmpty)
  }

  @Test("An author's notes are found by number, and the newest of every author", arguments: StoreUnderTest.allCases)
  func authors(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(Batches.batch(0..<11))
    for number: UInt64 in 0..<11 {
      #expect(try store.position(author: Batches.author(number), sequence: number / 3 + 1) == number)
    }
    #expect(try store.position(author: "town/author-0", sequence: 0) == nil)
    #expect(try store.position(author: "town/author-0", sequence: 5) == nil)
    #expect(try store.position(author: "town/author", sequence: 1) == nil)
    #expect(
      Set(try store.authorHeads()) == [
        AuthorHead(author: "town/author-0", sequence: 4, position: 9),
        AuthorHead(author: "town/author-1", sequence: 4, position: 10),
        AuthorHead(author: "town/author-2", sequence: 3, position: 8),
      ])
  }

  @Test("The positions whose notes change keys come in ascending order", arguments: StoreUnderTest.allCases)
  func governance(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.append(Batches.batch(0..<6))
    try store.append(Batches.batch(6..<13))
    #expect(try store.governancePositions() == [0, 4, 8, 12])
  }

  @Test("The newest checkpoint is that of the largest size, and the first of a size is kept", arguments: StoreUnderTest.allCases)
  func checkpoints(kind: StoreUnderTest) throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    try store.keep(checkpoint: [2, 2], size: 2)
    try store.keep(checkpoint: [9, 9], size: 9)
    try store.keep(checkpoint: [5, 5], size: 5)
    try store.keep(checkpoint: [9, 0], size: 9)
    let newest = try #require(try store.newestCheckpoint())
    #expect(newest.size == 9)
    #expect(newest.checkpoint == [9, 9])
  }

  @Test("Appending from many tasks adds every batch exactly once", arguments: StoreUnderTest.allCases)
  func concurrency(kind: StoreUnderTest) async throws {
    let (store, finish) = try kind.make()
    defer { finish() }
    await withTaskGroup(of: Void.self) { group in
      for author in 0..<8 {
        group.addTask { await Self.appendTen(store, author: "town/task-\(author)") }
      }
    }
    #expect(try store.size() == 80)
    #expect(Set(try store.authorHeads().map(\.author)).count == 8)
    #expect(try store.authorHeads().allSatisfy { $0.sequence == 10 })
  }

  /// Appends ten notes, each as often as needed to hit the end.
  private static func appendTen(_ store: any LedgerStorage, author: String) async {
    var sequence: UInt64 = 1
    while sequence <= 10 {
      guard let size = try? store.size() else { return }
      let item = EntryBatch.Item(
        leaf: Batches.leaf(sequence), entry: [1], author: author, sequence: sequence, isGovernance: false)
      do {
        try store.append(EntryBatch(start: size, items: [item]))
        sequence += 1
      } catch StoreError.notNext {
        await Task.yield()
      } catch { return }
    }
  }
}
