public import LedgerStore
import TransparencyLog

/// What every store of entries promises.
public enum EntryStoreContract {
  /// Opens the store of one place: makes it where it is new.
  public typealias Place = StorePlace<any EntryStore>

  /// Every law, to be checked in any order, each in a new place.
  public static let laws: [Law<Place>] = reading + writing + concurrency

  private static let reading: [Law<Place>] = [
    Law("An empty store has nothing of anything") { place in
      let store = try place(.create)
      try expect(store.size(), is: 0, "size")
      try expect(store.scanned(0..<10), is: [], "scan")
      try expect(store.leaves(0..<10), is: [], "leaves")
      try expect(store.tileHashes(level: 1, 0..<9), is: [], "tile hashes")
      try expect(store.position(author: "nobody", sequence: 1), is: nil, "a note")
      try expect(store.authorHeads(), is: [], "author heads")
      try expect(store.governancePositions(), is: [], "governance")
      try expect(store.newestCheckpoint(), is: nil, "checkpoint")
      try expect(store.entry(at: 0), is: nil, "an entry")
    },
    Law("Entries come back verbatim with their leaf hashes, in order") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<5))
      try store.append(SampleEntries.batch(5..<12))
      try expect(store.size(), is: 12, "size")
      try expect(store.scanned(0..<12), is: scanned(0..<12), "scan")
      try expect(store.entry(at: 7), is: SampleEntries.entry(7), "entry 7")
      try expect(store.entry(at: 12), is: nil, "entry 12")
    },
    Law("Entries of one byte and of 65,535 bytes come back whole") { place in
      let store = try place(.create)
      let items = [1, 65_535, 2, 65_535, 16_384].enumerated().map { SampleEntries.item(UInt64($0), byteCount: $1) }
      try store.append(EntryBatch(start: 0, items: items))
      let found = try store.scanned(0..<9).map(\.entry)
      try expect(found.map(\.count), is: items.map(\.entry.count), "lengths")
      try expect(found == items.map(\.entry), is: true, "the same bytes")
    },
    Law("A scan gives the entries of its range that there are, and stops when told") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<10))
      try expect(store.scanned(3..<6), is: scanned(3..<6), "within")
      try expect(store.scanned(8..<100), is: scanned(8..<10), "over the end")
      try expect(store.scanned(4..<4), is: [], "an empty range")
      try expect(store.scanned(10..<20), is: [], "behind the end")
      try expect(store.scanned(0..<10, limit: 1), is: scanned(0..<1), "stopped at once")
      try expect(store.scanned(2..<9, limit: 3), is: scanned(2..<5), "stopped")
      try expect(store.scanned(0..<10), is: scanned(0..<10), "after one that was stopped")
    },
    Law("Leaf hashes come by range, fewer where some are missing") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<300))
      try expect(store.leaves(0..<300), is: (0..<300).map { SampleEntries.leaf($0) }, "all leaves")
      try expect(store.leaves(255..<258), is: (255..<258).map { SampleEntries.leaf($0) }, "leaves across a tile's end")
      try expect(store.leaves(299..<400), is: [SampleEntries.leaf(299)], "leaves over the end")
      try expect(store.leaves(5..<5), is: [], "leaves of an empty range")
    },
    Law("Hashes of tiles come by level and range, ascending; a place that is missing is passed over") { place in
      let store = try place(.create)
      let first = (0..<300).map { SampleEntries.tileHash(level: 1, place: $0) } + [SampleEntries.tileHash(level: 2, place: 0)]
      try store.append(SampleEntries.batch(0..<1, tileHashes: first))
      let second = [302, 300].map { SampleEntries.tileHash(level: 1, place: $0) }
      try store.append(SampleEntries.batch(1..<2, tileHashes: second))
      func stored(_ level: Int, _ places: [UInt64]) -> [StoredTileHash] {
        places.map { StoredTileHash(place: $0, hash: SampleEntries.tileHash(level: level, place: $0).hash) }
      }
      try expect(store.tileHashes(level: 1, 0..<256), is: stored(1, Array(0..<256)), "a tile")
      try expect(store.tileHashes(level: 1, 255..<258), is: stored(1, [255, 256, 257]), "across tiles")
      try expect(store.tileHashes(level: 1, 299..<400), is: stored(1, [299, 300, 302]), "with a gap")
      try expect(store.tileHashes(level: 2, 0..<9), is: stored(2, [0]), "level 2")
      try expect(store.tileHashes(level: 3, 0..<9), is: [], "level 3")
      try expect(store.tileHashes(level: 1, 5..<5), is: [], "an empty range")
    },
    Law("An author's notes are found by number, and the newest of every author") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<11))
      for number: UInt64 in 0..<11 {
        let found = try store.position(author: SampleEntries.author(number), sequence: number / 3 + 1)
        try expect(found, is: Position(number), "note of entry \(number)")
      }
      try expect(store.position(author: "town/author-0", sequence: 0), is: nil, "note 0")
      try expect(store.position(author: "town/author-0", sequence: 5), is: nil, "a note beyond the last")
      try expect(store.position(author: "town/author", sequence: 1), is: nil, "another author")
      let heads = [
        AuthorHead(author: "town/author-0", sequence: 4, position: 9),
        AuthorHead(author: "town/author-1", sequence: 4, position: 10),
        AuthorHead(author: "town/author-2", sequence: 3, position: 8),
      ]
      try expect(Set(store.authorHeads()), is: Set(heads), "author heads")
    },
    Law("The positions whose notes change keys come in ascending order") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<6))
      try store.append(SampleEntries.batch(6..<13))
      try expect(store.governancePositions(), is: [0, 4, 8, 12], "governance")
    },
    Law("The newest checkpoint is that of the largest size, and the first of a size is kept") { place in
      let store = try place(.create)
      for (size, bytes) in [(2, [2, 2]), (9, [9, 9]), (5, [5, 5]), (9, [9, 0])] as [(TreeSize, [UInt8])] {
        try store.keep(checkpoint: bytes, size: size)
      }
      try expect(store.newestCheckpoint(), is: KeptCheckpoint(size: 9, checkpoint: [9, 9]), "the newest")
    },
  ]

  /// What a scan of entries that `SampleEntries.batch` made gives.
  static func scanned(_ range: Range<UInt64>) -> [ScannedItem] {
    range.map { ScannedItem(position: Position($0), leaf: SampleEntries.leaf($0), entry: SampleEntries.entry($0)) }
  }
}
