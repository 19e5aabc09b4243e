public import LedgerStore

/// What every storage of a vault promises.
public enum VaultStorageContract {
  public typealias Place = StorePlace<any VaultStorage>

  /// Every law, to be checked in any order, each in a new place.
  public static let laws: [Law<Place>] = [
    Law("An empty vault has no key and no secret") { place in
      let vault = try place(.create)
      try expect(vault.isEmpty(), is: true, "empty")
      try expect(vault.wrappedKey(subject: subject(1)), is: nil, "a key")
      try expect(vault.wrappedSecret("tag"), is: nil, "a secret")
      try vault.insert(subjects: [])
      try vault.insert(secret: "tag", wrapped: [1])
      try expect(vault.isEmpty(), is: true, "empty beside a secret")
    },
    Law("Wrapped keys come back, also to whoever opens the vault again; a subject that has a key keeps it") { place in
      let vault = try place(.create)
      try vault.insert(subjects: (0..<3).map(key))
      try vault.insert(subjects: [WrappedSubjectKey(subject: subject(1), wrapped: [9]), key(3)])
      try vault.insert(subjects: [WrappedSubjectKey(subject: subject(4), wrapped: [4]), key(4)])
      try expect(vault.isEmpty(), is: false, "empty")
      try vault.close()
      let again = try place(.append)
      for number in 0..<4 {
        try expect(again.wrappedKey(subject: subject(number)), is: key(number).wrapped, "key \(number)")
      }
      try expect(again.wrappedKey(subject: subject(4)), is: [4], "the first of two in one call")
      try expect(again.wrappedKey(subject: subject(5)), is: nil, "key 5")
    },
    Law("An erased key is gone at once and for good, and erasing it again says so") { place in
      let vault = try place(.create)
      try vault.insert(subjects: (0..<3).map(key))
      try expect(vault.erase(subject: subject(1)), is: true, "erasing")
      try expect(vault.wrappedKey(subject: subject(1)), is: nil, "the erased key")
      try expect([vault.erase(subject: subject(1)), vault.erase(subject: subject(7))], is: [false, false], "erasing nothing")
      try expect(vault.wrappedKey(subject: subject(2)), is: key(2).wrapped, "another key")
      try vault.close()
      let again = try place(.append)
      try expect(again.wrappedKey(subject: subject(1)), is: nil, "the erased key, opened again")
      for number in [0, 2] { try expect(again.erase(subject: subject(number)), is: true, "erasing key \(number)") }
      try expect(again.isEmpty(), is: true, "empty")
    },
    Law("A subject whose key was erased may get another one") { place in
      let vault = try place(.create)
      try vault.insert(subjects: [key(1)])
      _ = try vault.erase(subject: subject(1))
      try vault.insert(subjects: [WrappedSubjectKey(subject: subject(1), wrapped: [5])])
      try expect(vault.wrappedKey(subject: subject(1)), is: [5], "the new key")
    },
    Law("A named secret comes back, and is never replaced") { place in
      let vault = try place(.create)
      try vault.insert(secret: "tag", wrapped: [1, 2])
      try vault.insert(secret: "master", wrapped: [])
      try await expectError("a second secret of a name", \.isContradiction) { try vault.insert(secret: "tag", wrapped: [3]) }
      try expect(vault.wrappedSecret("tag"), is: [1, 2], "the secret")
      try vault.close()
      let again = try place(.append)
      try expect(again.wrappedSecret("tag"), is: [1, 2], "the secret, opened again")
      try expect(again.wrappedSecret("master"), is: [], "an empty one")
      try expect(again.wrappedSecret("Tag"), is: nil, "another name")
    },
    Law("A vault that was closed refuses everything, and may be closed again") { place in
      let vault = try place(.create)
      try vault.insert(subjects: [key(1)])
      try vault.close()
      try vault.close()
      let calls: [(String, () throws -> Void)] = [
        ("insert", { try vault.insert(subjects: [key(2)]) }), ("a key", { _ = try vault.wrappedKey(subject: subject(1)) }),
        ("erase", { _ = try vault.erase(subject: subject(1)) }), ("empty", { _ = try vault.isEmpty() }),
        ("insert a secret", { try vault.insert(secret: "tag", wrapped: [1]) }),
        ("a secret", { _ = try vault.wrappedSecret("tag") }),
      ]
      for (what, call) in calls {
        try await expectError(what, { if case .closed = $0 { true } else { false } }) { try call() }
      }
    },
    Law("Keys from many tasks are all kept, and of one subject's one stays") { place in
      let vault = try place(.create)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<8 {
          group.addTask {
            for number in 0..<10 { try vault.insert(subjects: [key(task * 100 + number)]) }
            try vault.insert(subjects: [WrappedSubjectKey(subject: subject(1000), wrapped: [UInt8(task)])])
          }
        }
        try await group.waitForAll()
      }
      for number in (0..<8).flatMap({ task in (0..<10).map { task * 100 + $0 } }) {
        try expect(vault.wrappedKey(subject: subject(number)), is: key(number).wrapped, "key \(number)")
      }
      let first = try vault.wrappedKey(subject: subject(1000))
      try vault.insert(subjects: [WrappedSubjectKey(subject: subject(1000), wrapped: [99])])
      try expect(vault.wrappedKey(subject: subject(1000)), is: first, "the key that many gave")
    },
  ]

  private static func subject(_ number: Int) -> [UInt8] { Array("subject \(number)".utf8) }

  private static func key(_ number: Int) -> WrappedSubjectKey {
    WrappedSubjectKey(subject: subject(number), wrapped: Array("wrapped \(number)".utf8) + [0, 255])
  }
}
