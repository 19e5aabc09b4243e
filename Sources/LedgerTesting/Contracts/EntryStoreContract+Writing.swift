import LedgerStore
import TransparencyLog

extension EntryStoreContract {
  static let writing: [Law<Place>] = [
    Law("A batch that does not begin at the end is refused, and leaves nothing behind") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<3))
      for start: Position in [0, 2, 4, 1_099_511_627_776] {
        let batch = EntryBatch(
          start: start, items: [SampleEntries.item(20)], tileHashes: [SampleEntries.tileHash(level: 1, place: 0)])
        for batch in [batch, EntryBatch(start: start)] {
          try await expectError("a batch at \(start)", { $0 == .notNext(expected: 3, found: start) }) { try store.append(batch) }
        }
      }
      try expect(store.size(), is: 3, "size")
      try expect(store.position(author: SampleEntries.author(20), sequence: 7), is: nil, "the refused note")
      try expect(store.governancePositions(), is: [0], "governance")
      try expect(store.tileHashes(level: 1, 0..<9), is: [], "tile hashes")
      try store.append(SampleEntries.batch(3..<4))
      try expect(store.size(), is: 4, "size after the next batch")
    },
    Law("An empty batch at the end adds nothing") { place in
      let store = try place(.create)
      try store.append(EntryBatch(start: 0))
      try store.append(SampleEntries.batch(0..<2))
      try store.append(EntryBatch(start: 2))
      try expect(store.size(), is: 2, "size")
    },
    Law("A batch with something that is there already is refused as a whole: a note's number, or a hash's place") { place in
      let store = try place(.create)
      let hash = SampleEntries.tileHash(level: 1, place: 7)
      try store.append(SampleEntries.batch(0..<3, tileHashes: [hash]))
      let (new, other) = (SampleEntries.item(4), SampleEntries.item(5))
      let batches: [(String, EntryBatch)] = [
        ("a note's number", EntryBatch(start: 3, items: [new, SampleEntries.item(1)])),
        ("a number twice", EntryBatch(start: 3, items: [new, new])),
        (
          "a hash's place",
          EntryBatch(start: 3, items: [new, other], tileHashes: [SampleEntries.tileHash(level: 2, place: 0), hash])
        ),
      ]
      for (what, batch) in batches {
        try await expectError(what, \.isContradiction) { try store.append(batch) }
        try expect(store.size(), is: 3, "size after \(what)")
        try expect(store.scanned(0..<9), is: scanned(0..<3), "entries after \(what)")
        try expect(store.position(author: new.author, sequence: new.sequence), is: nil, "the refused note after \(what)")
        try expect(store.governancePositions(), is: [0], "governance after \(what)")
        try expect(store.tileHashes(level: 2, 0..<9), is: [], "tile hashes after \(what)")
      }
      try store.append(SampleEntries.batch(3..<6))
      try expect(store.scanned(0..<9), is: scanned(0..<6), "entries after all")
    },
    Law("What was appended and kept is there for whoever opens the store again") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<7, tileHashes: [SampleEntries.tileHash(level: 1, place: 0)]))
      try store.keep(checkpoint: [7], size: 7)
      let heads = try store.authorHeads()
      try store.close()
      let again = try place(.append)
      try expect(again.scanned(0..<9), is: scanned(0..<7), "entries")
      try expect(again.tileHashes(level: 1, 0..<9).map(\.place), is: [0], "tile hashes")
      try expect(Set(again.authorHeads()), is: Set(heads), "author heads")
      try expect(again.governancePositions(), is: [0, 4], "governance")
      try expect(again.newestCheckpoint(), is: KeptCheckpoint(size: 7, checkpoint: [7]), "checkpoint")
      try again.append(SampleEntries.batch(7..<8))
      try expect(again.size(), is: 8, "size after another batch")
    },
    Law("A store that was closed refuses everything, and may be closed again") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<1))
      try store.close()
      try store.close()
      let calls: [(String, () throws -> Void)] = [
        ("size", { _ = try store.size() }), ("scan", { _ = try store.scanned(0..<1) }),
        ("leaves", { _ = try store.leaves(0..<1) }), ("tile hashes", { _ = try store.tileHashes(level: 1, 0..<1) }),
        ("a note", { _ = try store.position(author: "a", sequence: 1) }), ("heads", { _ = try store.authorHeads() }),
        ("governance", { _ = try store.governancePositions() }), ("checkpoint", { _ = try store.newestCheckpoint() }),
        ("append", { try store.append(SampleEntries.batch(1..<2)) }), ("keep", { try store.keep(checkpoint: [], size: 1) }),
        ("snapshot", { try store.snapshot { _ in } }),
      ]
      for (what, call) in calls {
        try await expectError(what, { if case .closed = $0 { true } else { false } }) { try call() }
      }
    },
  ]

  static let concurrency: [Law<Place>] = [
    Law("A snapshot stays as it was while a writer goes on, and the next one sees what was written") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<3))
      try store.keep(checkpoint: [3], size: 3)
      var broken: (any Error)?
      try store.snapshot { reader throws(StoreError) in
        do {
          for end: UInt64 in 4..<8 {
            try store.append(SampleEntries.batch(end - 1..<end, tileHashes: [SampleEntries.tileHash(level: 1, place: end)]))
            try store.keep(checkpoint: [UInt8(end)], size: TreeSize(end))
            try expect(store.size(), is: TreeSize(end), "the store's size")
            try expect(reader.size(), is: 3, "size")
            try expect(reader.scanned(0..<9), is: scanned(0..<3), "entries")
            try expect(reader.leaves(0..<9).count, is: 3, "leaves")
            try expect(reader.tileHashes(level: 1, 0..<9), is: [], "tile hashes")
            try expect(reader.position(author: SampleEntries.author(end - 1), sequence: (end - 1) / 3 + 1), is: nil, "a new note")
            try expect(reader.authorHeads().map(\.sequence), is: [1, 1, 1], "author heads")
            try expect(reader.governancePositions(), is: [0], "governance")
            try expect(reader.newestCheckpoint()?.size, is: 3, "checkpoint")
          }
        } catch { broken = error }
      }
      if let broken { throw broken }
      let later = try store.snapshot { reader throws(StoreError) in try reader.scanned(0..<9) }
      try expect(later, is: scanned(0..<7), "the next snapshot")
    },
    Law("A snapshot may be taken within a snapshot, and an error thrown in one comes out") { place in
      let store = try place(.create)
      try store.append(SampleEntries.batch(0..<2))
      let sizes = try store.snapshot { outer throws(StoreError) in
        try store.append(SampleEntries.batch(2..<3))
        let inner = try store.snapshot { reader throws(StoreError) in try reader.size() }
        return [try outer.size(), inner]
      }
      try expect(sizes, is: [2, 3], "sizes")
      let error = StoreError.missing(place: "thrown within")
      try await expectError("an error within", { $0 == error }) { try store.snapshot { _ throws(StoreError) in throw error } }
      try expect(try store.snapshot { reader throws(StoreError) in try reader.size() }, is: 3, "a snapshot after the error")
    },
    Law("What is not there cannot be opened, and what is there is not made anew") { place in
      for access in [StoreAccess.append, .read] {
        try await expectError("opening nothing", \.isMissing) { _ = try place(access) }
      }
      let store = try place(.begin)
      try store.append(SampleEntries.batch(0..<2))
      try store.close()
      try await expectError("making it anew") { _ = try place(.create) }
      try expect(try place(.begin).size(), is: 2, "size, begun again")
    },
    Law("A store that was opened for reading sees what a writer adds, and changes nothing") { place in
      let writer = try place(.create)
      try writer.append(SampleEntries.batch(0..<2))
      let reader = try place(.read)
      try await expectError("appending to what is read") { try reader.append(SampleEntries.batch(2..<3)) }
      try await expectError("keeping a checkpoint in what is read") { try reader.keep(checkpoint: [1], size: 2) }
      try expect(reader.size(), is: 2, "size after the refusal")
      try writer.append(SampleEntries.batch(2..<5))
      try expect(reader.scanned(0..<9), is: scanned(0..<5), "what the reader sees")
      try expect(reader.newestCheckpoint(), is: nil, "checkpoint")
    },
    Law("Appending from many tasks adds every batch exactly once") { place in
      let store = try place(.create)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for author in 0..<8 { group.addTask { try await appendTen(store, author: "town/task-\(author)") } }
        try await group.waitForAll()
      }
      try expect(store.size(), is: 80, "size")
      try expect(Set(store.authorHeads().map(\.author)).count, is: 8, "authors")
      try expect(store.authorHeads().allSatisfy { $0.sequence == 10 }, is: true, "ten notes each")
    },
  ]

  /// Appends ten notes, each as often as needed to hit the end.
  private static func appendTen(_ store: any EntryStore, author: String) async throws {
    var sequence: UInt64 = 1
    while sequence <= 10 {
      let item = EntryBatch.Item(
        leaf: SampleEntries.leaf(sequence), entry: [1], author: author, sequence: sequence, isGovernance: false)
      do {
        try store.append(EntryBatch(start: try store.size().end, items: [item]))
        sequence += 1
      } catch StoreError.notNext { await Task.yield() }
    }
  }
}
