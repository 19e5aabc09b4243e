public import LedgerStore

/// What every store of the head promises.
public enum HeadStoreContract {
  public typealias Place = StorePlace<any HeadStore>

  /// Every law, to be checked in any order, each in a new place.
  public static let laws: [Law<Place>] = [
    Law("There is no head before the first, and the first is put where none is") { place in
      let store = try place(.create)
      try expect(store.read(), is: nil, "the head")
      try expect(store.peek(atMost: 10), is: nil, "a peek")
      try await expectError("a head where another was expected", isChanged) { try store.replace(expected: [1], with: [2]) }
      try expect(store.read(), is: nil, "the head after a refusal")
      try store.replace(expected: nil, with: [1, 2, 3])
      try expect(store.read(), is: [1, 2, 3], "the first head")
    },
    Law("A head is replaced as a whole, and is there for whoever opens the store again") { place in
      let store = try place(.create)
      try store.replace(expected: nil, with: [UInt8](repeating: 7, count: 9000))
      try store.replace(expected: [UInt8](repeating: 7, count: 9000), with: [8])
      try expect(store.read(), is: [8], "the head")
      try expect(place(.append).read(), is: [8], "the head, opened again")
    },
    Law("A head that is not the expected one stays as it is") { place in
      let store = try place(.create)
      try store.replace(expected: nil, with: [1, 2])
      for expected in [nil, [], [1], [1, 3], [1, 2, 3]] as [[UInt8]?] {
        try await expectError("replacing \(expected as Any)", isChanged) { try store.replace(expected: expected, with: [9]) }
      }
      try await expectError("replacing as another", isChanged) { try place(.append).replace(expected: nil, with: [9]) }
      try expect(store.read(), is: [1, 2], "the head")
    },
    Law("A peek gives the beginning, and shows that there is more") { place in
      let store = try place(.create)
      try store.replace(expected: nil, with: [1, 2, 3, 4])
      try expect(store.peek(atMost: 4), is: [1, 2, 3, 4], "all of it")
      try expect(store.peek(atMost: 3)?.count, is: 4, "one byte more than asked for")
      try expect(store.peek(atMost: 1), is: [1, 2], "the beginning")
    },
    Law("Of many who replace the same head at once, one does") { place in
      let store = try place(.create)
      var head: [UInt8]?
      for round: UInt8 in 0..<20 {
        let expected = head
        let winners = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
          for racer: UInt8 in 0..<8 {
            group.addTask {
              do { try store.replace(expected: expected, with: [round, racer]) } catch StoreError.changedMeanwhile { return nil }
              return [round, racer]
            }
          }
          return try await group.reduce(into: [[UInt8]]()) { winners, head in if let head { winners.append(head) } }
        }
        try expect(winners.count, is: 1, "how many replaced the head of round \(round)")
        head = winners.first
        try expect(store.read(), is: head, "the head after round \(round)")
      }
    },
  ]

  private static func isChanged(_ error: StoreError) -> Bool {
    if case .changedMeanwhile = error { true } else { false }
  }
}
