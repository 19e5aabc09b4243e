import Admission
import Compliance
import Cryptography
import Ledger
import Testing
import TransparencyLog
import Vocabulary

/// What an attacker does to a log as a whole, and the code and position that the audit must answer with.
///
/// Unless a case says otherwise the attacker keeps the ledger and has the log's true key, but no author's.
@Suite struct TamperTests {
  /// An attack's outcome: what the auditor is given.
  struct Given {
    var source: MemorySource
    var remembered: [UInt8]?
    init(_ source: MemorySource, remembered: [UInt8]? = nil) {
      self.source = source
      self.remembered = remembered
    }
  }

  struct Attack: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: FindingCode?
    let position: UInt64?
    let make: @Sendable (AttackedTown) throws -> Given

    init(
      _ name: String, _ code: FindingCode?, _ position: UInt64? = nil, _ make: @escaping @Sendable (AttackedTown) throws -> Given
    ) {
      testDescription = name
      self.code = code
      self.position = position
      self.make = make
    }

    /// Changes the log and makes all hashes and the checkpoint anew.
    static func rebuilt(
      _ name: String, _ code: FindingCode?, _ position: UInt64? = nil, remembers: Bool = false,
      _ change: @escaping @Sendable (inout ForgedLog, AttackedTown) throws -> Void
    ) -> Attack {
      Attack(name, code, position) { town in
        var log = try town.forged()
        try change(&log, town)
        return Given(try log.source(), remembered: remembers ? town.checkpoint : nil)
      }
    }

    /// Changes the stored entries only: they are stored with their true hashes under the old checkpoint.
    static func stored(
      _ name: String, _ code: FindingCode?, _ position: UInt64? = nil, _ change: @escaping @Sendable (inout [[UInt8]]) -> Void
    ) -> Attack {
      Attack(name, code, position) { town in
        var entries = town.entries
        change(&entries)
        return Given(MemorySource(entries: entries, checkpoint: town.checkpoint))
      }
    }

    /// Another member of the town signs a note that is added at position 8, after `before`.
    static func added(
      _ name: String, _ code: FindingCode?, _ position: UInt64? = 8,
      _ notes: @escaping @Sendable (inout ForgedLog, AttackedTown) throws -> Void
    ) -> Attack { rebuilt(name, code, position, notes) }
  }

  private func check(_ attacks: [Attack]) async throws {
    let town = try await AttackedTown.make()
    #expect(
      try town.finding(MemorySource(entries: town.entries, checkpoint: town.checkpoint), remembered: town.checkpoint) == nil)
    for attack in attacks {
      let given = try attack.make(town)
      let finding = try town.finding(given.source, remembered: given.remembered)
      #expect(
        finding?.code == attack.code && finding?.position?.rawValue == attack.position,
        """
        \(attack.testDescription): expected \(attack.code?.rawValue ?? "nothing") at \(attack.position as Any), \
        found \(finding as Any)
        """)
    }
  }

  @Test("Entries that were moved, removed or added under the old checkpoint")
  func storedEntries() async throws {
    try await check([
      .stored("an entry removed", .entryPosition, 3) { $0.remove(at: 3) },
      .stored("the first entry removed", .entryPosition, 0) { $0.removeFirst() },
      .stored("two entries swapped", .entryPosition, 2) { $0.swapAt(2, 3) },
      .stored("an entry repeated", .entryPosition, 3) { $0.insert($0[2], at: 3) },
      .stored("the last entry removed", .entryMissing, 7) { $0.removeLast() },
      .stored("all entries removed", .entryMissing, 0) { $0.removeAll() },
      .stored("an entry beyond the checkpoint", .entryBeyondCheckpoint, 8) { $0.append($0[7]) },
      Attack("an entry changed, its leaf hash left", .entryLeaf, 4) { town in
        var entries = town.entries
        entries[4].swapAt(200, 201)
        return Given(
          MemorySource(entries: entries, leaves: town.entries.map { MerkleHash.leaf($0).bytes }, checkpoint: town.checkpoint))
      },
      Attack("a leaf hash cut short", .tileMalformed, 4) { town in
        var leaves = town.entries.map { MerkleHash.leaf($0).bytes }
        leaves[4].removeLast()
        return Given(MemorySource(entries: town.entries, leaves: leaves, checkpoint: town.checkpoint))
      },
      .stored("an entry changed with its leaf hash: the next one names the old", .entryPrevious, 5) { entries in
        // One millisecond, in the only line of an entry that nobody but the log vouches for.
        let text = String(decoding: entries[4], as: UTF8.self).replacing("03.123Z", with: "03.124Z", maxReplacements: 1)
        entries[4] = Array(text.utf8)
      },
    ])
  }

  @Test("Everything after a change made anew, without the log's key")
  func withoutLogKey() async throws {
    let stranger = try Town.signer("stranger", 99)
    try await check([
      Attack("times changed and hashes made anew under the old checkpoint", .checkpointRoot) { town in
        var log = try town.forged()
        log.items[7].recordedAt = Town.later
        return Given(MemorySource(entries: try log.entries(), checkpoint: town.checkpoint))
      },
      Attack("a co-signature stripped and hashes made anew under the old checkpoint", .seenRoot, 7) { town in
        var log = try town.forged()
        try Self.strip(&log)
        return Given(MemorySource(entries: try log.entries(), checkpoint: town.checkpoint))
      },
      Attack("a checkpoint by another key of the log's name", .checkpointSignature) { town in
        let impostor = SignerKey(name: town.log.name, signingKey: stranger.signingKey)
        let forged = try Checkpoint(origin: town.log.name, size: 8, root: ForgedLog.root(town.entries)).sign(with: impostor)
        return Given(MemorySource(entries: town.entries, checkpoint: forged.bytes))
      },
      Attack("a checkpoint of another log, signed by this one's key under its name", .checkpointSignature) { town in
        let forged = try Checkpoint(origin: stranger.name, size: 8, root: ForgedLog.root(town.entries)).sign(with: stranger)
        return Given(MemorySource(entries: town.entries, checkpoint: forged.bytes))
      },
      Attack("no checkpoint", .checkpointMalformed) { Given(MemorySource(entries: $0.entries, checkpoint: nil)) },
    ])
  }

  @Test("Everything made anew and signed with the log's true key: the authors' chains and signatures tell")
  func authorsTell() async throws {
    try await check([
      .rebuilt("a note removed", .authorGap, 5) { log, _ in log.items.remove(at: 3) },
      .rebuilt("two notes of an author swapped", .authorGap, 2) { log, _ in log.items.swapAt(2, 3) },
      .rebuilt("a note repeated", .authorFork, 3) { log, _ in log.items.insert(log.items[2], at: 3) },
      .rebuilt("the opening removed", .genesisMissing, 0) { log, _ in log.items.removeFirst() },
      .rebuilt("a grant removed", .keyUnknown, 1) { log, _ in log.items.remove(at: 1) },
      .rebuilt("the signatures of two notes swapped", .signatureInvalid, 6) { log, _ in
        var (first, second) = (try NoteParts(log.items[6].note), try NoteParts(log.items[7].note))
        swap(&first.signatures, &second.signatures)
        (log.items[6].note, log.items[7].note) = (first.bytes, second.bytes)
      },
      .rebuilt("author and co-signer swapped", .signatureAuthor, 3) { log, _ in
        var parts = try NoteParts(log.items[3].note)
        parts.signatures.reverse()
        log.items[3].note = parts.bytes
      },
      .rebuilt("a co-signature from another note", .signatureInvalid, 3) { log, _ in
        var parts = try NoteParts(log.items[3].note)
        parts.signatures[1] = try NoteParts(log.items[4].note).signatures[0]
        log.items[3].note = parts.bytes
      },
      .rebuilt("an event reworded", .signatureInvalid, 2) { log, _ in
        var parts = try NoteParts(log.items[2].note)
        parts.text = parts.text.replacing("\"moved\"", with: "\"active\"")
        log.items[2].note = parts.bytes
      },
      .rebuilt("an event added to a note", .signatureInvalid, 6) { log, _ in
        var parts = try NoteParts(log.items[6].note)
        parts.text += try NoteParts(log.items[2].note).text.split(separator: "\n")[2] + "\n"
        log.items[6].note = parts.bytes
      },
      .rebuilt("a time that goes back", .entryRecordedAt, 5) { log, _ in
        log.items[5].recordedAt = RecordedTime("2026-04-16T02:12:03.122Z")!
      },
      .rebuilt("a time before a key was granted", .keyOutOfTime, 2) { log, town in
        for index in log.items.indices { log.items[index].recordedAt = RecordedTime("2025-12-31T16:59:59.999Z")! }
      },
      .rebuilt("history before a checkpoint that an author had seen", .seenRoot, 7) { log, _ in
        for index in 4..<8 { log.items[index].recordedAt = Town.later }
      },
      .rebuilt("a co-signature stripped before an author looked", .seenRoot, 7) { log, _ in try Self.strip(&log) },
    ])
  }

  @Test("What nobody but a remembered checkpoint can tell, it tells")
  func rememberedTells() async throws {
    let older: @Sendable (AttackedTown) throws -> MemorySource = { town in
      let entries = Array(town.entries.prefix(6))
      return MemorySource(entries: entries, checkpoint: try town.forged().checkpoint(entries))
    }
    let lastTime: @Sendable (inout ForgedLog, AttackedTown) throws -> Void = { log, _ in log.items[7].recordedAt = Town.later }
    try await check([
      Attack("an older copy, to one who remembers nothing", nil) { Given(try older($0)) },
      Attack("an older copy, to one who remembers", .checkpointRollback) { Given(try older($0), remembered: $0.checkpoint) },
      .rebuilt("a changed tail, to one who remembers nothing", nil, nil, lastTime),
      .rebuilt("a changed tail, to one who remembers", .checkpointInconsistent, nil, remembers: true, lastTime),
      .rebuilt("a changed tail that has grown since", .checkpointInconsistent, remembers: true) { log, town in
        try lastTime(&log, town)
        try log.append(try log.note(AttackedTown.moved(8), by: town.town.registrar))
      },
      .rebuilt("a tail that has only grown", nil, remembers: true) { log, town in
        try log.append(try log.note(AttackedTown.moved(8), by: town.town.registrar))
      },
      .rebuilt("the last note replaced by another that its author signed", .checkpointInconsistent, remembers: true) {
        log, town in
        log.items.removeLast()
        try log.append(try log.note(AttackedTown.moved(9), by: town.town.registrar))
      },
      Attack("a remembered checkpoint that somebody else signed", .checkpointSignature) { town in
        let stranger = SignerKey(name: town.log.name, signingKey: try Town.signer("x", 50).signingKey)
        let other = try Checkpoint(origin: town.log.name, size: 8, root: ForgedLog.root(town.entries)).sign(with: stranger)
        return Given(MemorySource(entries: town.entries, checkpoint: town.checkpoint), remembered: other.bytes)
      },
    ])
  }

  /// Takes the co-signature off note 3: the text and the author's signature stay valid.
  private static func strip(_ log: inout ForgedLog) throws {
    var parts = try NoteParts(log.items[3].note)
    parts.signatures.removeLast()
    log.items[3].note = parts.bytes
  }
}
