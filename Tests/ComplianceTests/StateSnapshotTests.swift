import Cryptography
import Testing
import Vocabulary

@testable import Compliance

@Suite("Snapshots of a state")
struct StateSnapshotTests {
  // MARK: What must hold of every state

  @Test("At every size of random logs of all event types, a restored state is the same in every stored field and goes on alike")
  func everyCut() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("snapshot seed: \(seed)")
    for round in 0..<3 as Range<UInt64> {
      var sample = try SnapshotSample(seed: seed &+ round)
      let entries = try sample.entries(more: 40)
      var state = LedgerState()
      try expectSame(state, seed)
      var restored = try Bytes(state).state()
      for entry in entries {
        state.fold(entry)
        // Restored before each entry, so that every cut is gone on from.
        restored.fold(entry)
        try expectSame(state, restored: restored, seed)
        restored = try Bytes(restored).state()
        try expectSame(state, restored: restored, seed)
      }
      #expect(try StateSnapshot.digest(of: state) == StateSnapshot.digest(of: restored), "seed \(seed)")
      #expect(StateDigest.digest(of: state) == StateDigest.digest(of: restored), "seed \(seed)")
      expectSameAnswers(state, restored, entries, seed)
    }
  }

  @Test("The sound district judges alike after it was restored")
  func district() throws {
    let state = District.sound().state
    let restored = try Bytes(state).state()
    let lines = StateDigest.lines(of: state, state.judge(asOf: District.asOf))
    let again = StateDigest.lines(of: restored, restored.judge(asOf: District.asOf))
    #expect(StateDigest.firstDifference(lines, again) == nil)
    #expect(lines.bytes == again.bytes)
    #expect(lines.count > 0)
  }

  @Test("Every stored field of the state holds something in the samples, so that none could be left out unnoticed")
  func coverage() throws {
    var held: Set<String> = []
    for seed in 1...8 as ClosedRange<UInt64> {
      var sample = try SnapshotSample(seed: seed)
      var state = LedgerState()
      for entry in try sample.entries(more: 200) { state.fold(entry) }
      let empty = StoredFields(LedgerState()).byPath
      for (path, text) in StoredFields(state).byPath where empty[path] != text { held.insert(path) }
    }
    let missing = Set(StoredFields(LedgerState()).byPath.keys).subtracting(held)
    #expect(missing == [], "extend SnapshotSample so that these fields are used")
    #expect(held.count > 40)
  }

  // MARK: What is not a snapshot

  @Test("Bytes cut at any place, or with any byte changed, or with more behind them, are refused")
  func damaged() throws {
    var sample = try SnapshotSample(seed: 11)
    var state = LedgerState()
    for entry in try sample.entries(more: 0) { state.fold(entry) }
    let whole = try Bytes(state)
    for count in 0..<whole.bytes.count {
      #expect(throws: SnapshotError.self) { try Bytes(Array(whole.bytes.prefix(count)), whole.digest).state() }
    }
    for index in whole.bytes.indices {
      var changed = whole.bytes
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(throws: SnapshotError.self) { try Bytes(changed, whole.digest).state() }
    }
    #expect(throws: SnapshotError.tooLong) { try Bytes(whole.bytes + [0], whole.digest).state() }
    #expect(throws: SnapshotError.digest) { try Bytes(whole.bytes, .zero).state() }
  }

  @Test("A source or sink that fails is told, and counts beyond the bytes take no memory")
  func failing() throws {
    #expect(throws: SnapshotError.notWritten) { try unsafe StateSnapshot.encode(District.sound().state, to: { _ in false }) }
    #expect(throws: SnapshotError.ended) {
      try unsafe StateSnapshot.decode(byteCount: 1 << 62, digest: .zero, from: { _ in false })
    }
    // Size 0, no last entry, then an index of events that claims 2^40 of them.
    let claim: [UInt8] = Array(repeating: 0, count: 16) + [0, 0, 0, 0, 0, 1, 0, 0] + Array(repeating: 0, count: 4096)
    #expect(throws: SnapshotError.ended) { try Bytes(claim, .zero).state() }
  }

  @Test("A snapshot has no bytes but those of its fields, whatever lay in the memory before")
  func noPadding() throws {
    var digests: Set<Digest> = []
    for filler in [0x00, 0xff] as [UInt8] {
      // Memory that is freed here is what the state's arrays get next.
      for count in [64, 256, 1024, 4096, 16_384] { _ = [UInt8](repeating: filler, count: count) }
      var sample = try SnapshotSample(seed: 5)
      var state = LedgerState()
      for entry in try sample.entries(more: 100) { state.fold(entry) }
      digests.insert(try StateSnapshot.digest(of: state))
    }
    #expect(digests.count == 1)
  }

  // MARK: Comparing

  private func expectSame(_ state: LedgerState, _ seed: UInt64) throws {
    try expectSame(state, restored: try Bytes(state).state(), seed)
  }

  private func expectSame(_ state: LedgerState, restored: LedgerState, _ seed: UInt64) throws {
    let (left, right) = (StoredFields(state).byPath, StoredFields(restored).byPath)
    for (path, text) in left where right[path] != text {
      Issue.record("seed \(seed), size \(state.size): \(path) is \(right[path] ?? "missing"), not \(text)")
    }
    #expect(left.count == right.count)
  }

  private func expectSameAnswers(_ state: LedgerState, _ restored: LedgerState, _ entries: [SnapshotSample.Entry], _ seed: UInt64)
  {
    for event in entries.flatMap(\.events) {
      #expect(restored.reference(ofEvent: event.id) == state.reference(ofEvent: event.id), "seed \(seed)")
      guard let recipient = event.body.recipient else { continue }
      #expect(restored.recipient(recipient) == state.recipient(recipient), "seed \(seed)")
      guard let facts = state.recipient(recipient) else { continue }
      if let number = facts.number { #expect(restored.recipient(number: number) == state.recipient(number: number)) }
      if let tag = facts.nikTag { #expect(restored.recipients(nikTag: tag) == state.recipients(nikTag: tag)) }
    }
    #expect(restored.contracts == state.contracts)
    #expect(restored.outlets == state.outlets)
    #expect(restored.suppliers == state.suppliers)
    #expect(restored.complaints == state.complaints)
    #expect(restored.programmes == state.programmes)
    #expect(restored.attestations == state.attestations)
    for signer in 1...4 { #expect(restored.holder(ofKey: "town/\(signer)") == state.holder(ofKey: "town/\(signer)")) }
  }
}

/// A snapshot in memory.
private struct Bytes {
  var bytes: [UInt8] = []
  let digest: Digest

  init(_ state: LedgerState) throws {
    var written: [UInt8] = []
    let (digest, count) = try unsafe StateSnapshot.encode(state) {
      unsafe written.append(contentsOf: $0)
      return true
    }
    #expect(UInt64(written.count) == count)
    #expect(SHA256.hash(written) == digest)
    bytes = written
    self.digest = digest
  }

  init(_ bytes: [UInt8], _ digest: Digest) {
    self.bytes = bytes
    self.digest = digest
  }

  func state() throws -> LedgerState {
    var offset = 0
    return try unsafe StateSnapshot.decode(byteCount: UInt64(bytes.count), digest: digest) { memory in
      guard offset + memory.count <= bytes.count else { return false }
      unsafe memory.copyBytes(from: bytes[offset..<offset + memory.count])
      offset += memory.count
      return true
    }
  }
}

/// The stored fields of a value by their paths, as text: found by reflection, so that a field somebody adds is compared too.
private struct StoredFields {
  private(set) var byPath: [String: String] = [:]

  /// What only hurries the fold, or stands elsewhere in another form.
  private static let passing: Set<String> = [
    "touched", "slots", "programmeBook.lastPair", "programmeBook.lastRound",
  ]

  init(_ state: LedgerState) { walk(Mirror(reflecting: state), "") }

  private mutating func walk(_ mirror: Mirror, _ path: String) {
    for child in mirror.children {
      let label = child.label ?? "?"
      let path = path.isEmpty ? label : "\(path).\(label)"
      guard !Self.passing.contains(label), !Self.passing.contains(path) else { continue }
      let inner = Mirror(reflecting: child.value)
      // Books have fields of their own; everything else is a value or a list of values.
      if inner.displayStyle == .struct, isBook(child.value) {
        walk(inner, path)
      } else if inner.displayStyle == .dictionary {
        byPath[path] = inner.children.map { "\($0.value)" }.sorted().joined(separator: " ")
      } else {
        byPath[path] = "\(child.value)"
      }
    }
  }

  private func isBook(_ value: Any) -> Bool {
    let name = "\(type(of: value))"
    return ["EventIndex", "Signers", "Registry", "ProgrammeBook", "UnitBook", "HandoverBook", "ProcurementBook", "ComplaintBook"]
      .contains(
        name) || name.hasPrefix("Directory<") || name.hasPrefix("Interner<")
  }
}
