import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import LedgerTesting
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

/// Every step of a commit fails once, in both ways, and nothing that was acknowledged is lost, nor anything recorded twice.
@Suite struct FaultMatrixTests {
  /// What is true after a fault at one step.
  struct Outcome {
    /// Whether the entries are in the database, for the next writer to find.
    let isPersisted: Bool
    /// Whether the head signs them already.
    let isSigned: Bool
  }

  private static func outcome(_ fault: Fault) -> Outcome {
    switch fault {
    case .appendFails: Outcome(isPersisted: false, isSigned: false)
    case .appendFailsButPersists, .readBackFails, .readBackLies, .readBackEndsEarly, .headFails:
      Outcome(isPersisted: true, isSigned: false)
    default: Outcome(isPersisted: true, isSigned: true)
    }
  }

  @Test(
    "After a fault the writer stops, and the next one finds all or nothing of the batch, signed or to be signed",
    arguments: Fault.ofCommit, FaultyLedger.Kind.allCases)
  func fault(fault: Fault, kind: FaultyLedger.Kind) async throws {
    var ledger = try await FaultyLedger(kind)
    let notes = try ledger.town.notes(0..<3, chain: AuthorChain())
    ledger.faults.arm(fault)
    await #expect(throws: LedgerError.self) { try await ledger.writer.submit(notes) }
    #expect(!ledger.faults.isArmed)
    // The fault is over, but this writer's memory may not be what is on disk.
    await #expect(throws: LedgerError.self) { try await ledger.writer.submit(notes) }
    let expected = Self.outcome(fault)
    #expect(try ledger.size() == (expected.isPersisted ? 5 : 2))
    let before = try await ledger.audit()
    #expect(before.finding?.code == (expected.isPersisted && !expected.isSigned ? .entryBeyondCheckpoint : nil))
    #expect(before.size?.rawValue == (expected.isSigned ? 5 : 2))
    try await ledger.killAndReopen(debris: true)
    #expect(await ledger.writer.head?.checkpoint.size == (expected.isPersisted ? 5 : 2))
    let results = try await ledger.writer.submit(notes)
    #expect(results.map(\.position) == [2, 3, 4])
    for result in results {
      if case .alreadyRecorded = result { #expect(expected.isPersisted) } else { #expect(!expected.isPersisted) }
    }
    #expect(try await ledger.audit().finding == nil)
    #expect(try ledger.notes().suffix(3) == notes)
    try await ledger.close()
  }

  @Test("A read back that is not what was written is told apart, with the position", arguments: FaultyLedger.Kind.allCases)
  func readBack(kind: FaultyLedger.Kind) async throws {
    for (fault, position) in [(Fault.readBackLies, Position(2)), (.readBackEndsEarly, 4)] {
      let ledger = try await FaultyLedger(kind)
      ledger.faults.arm(fault)
      let notes = try ledger.town.notes(0..<3, chain: AuthorChain())
      await #expect {
        _ = try await ledger.writer.submit(notes)
      } throws: { error in
        if case LedgerError.readBack(position) = error { true } else { false }
      }
      try await ledger.close()
    }
  }

  @Test("A head that another process changed stops the writer before it signs over it", arguments: FaultyLedger.Kind.allCases)
  func foreignHead(kind: FaultyLedger.Kind) async throws {
    let ledger = try await FaultyLedger(kind)
    let mine = try #require(try ledger.stores.head.read())
    let foreign = mine + Array("— witness AAAAAAAA\n".utf8)
    try ledger.stores.head.replace(expected: mine, with: foreign)
    let place = kind == .files ? ledger.town.directory.head : "memory"
    await #expect {
      _ = try await ledger.writer.submit(try ledger.town.notes(0..<1, chain: AuthorChain()))
    } throws: { error in
      if case LedgerError.file(place, .replacing, .changedMeanwhile) = error { true } else { false }
    }
    #expect(try ledger.stores.head.read() == foreign)
    try await ledger.close()
  }

  @Test(
    "Random submissions with faults and kills in between: what was acknowledged is there, once, and everything verifies",
    arguments: 0..<6, FaultyLedger.Kind.allCases)
  func random(run: Int, kind: FaultyLedger.Kind) async throws {
    var generator = TestSeed.generator("faults \(run)")
    var client = Client(try await FaultyLedger(kind))
    for step in 0..<25 {
      let context = Comment("\(kind), run \(run), step \(step), seed \(TestSeed.value)")
      try await client.step(&generator, context)
      try await client.check(context)
    }
    try await client.settle("\(kind), run \(run), seed \(TestSeed.value)")
    try await client.ledger.close()
  }

  /// An officer's machine: keeps notes until they are acknowledged, and sends them again after any failure.
  private struct Client {
    var ledger: FaultyLedger
    private var chain = AuthorChain()
    private var made: UInt64 = 0
    private var outbox: [[UInt8]] = []
    private var acknowledged: [(note: [UInt8], position: Position)] = []

    init(_ ledger: FaultyLedger) { self.ledger = ledger }

    mutating func step(_ generator: inout SeededGenerator, _ context: Comment) async throws {
      for _ in 0..<Int.random(in: 0...4, using: &generator) { try compose() }
      let fault = generator.oneIn(2) ? Fault.ofCommit.randomElement(using: &generator) : nil
      ledger.faults.arm(fault)
      // Something old and something forged among the new.
      var sent = outbox
      if let old = acknowledged.randomElement(using: &generator) { sent.insert(old.note, at: 0) }
      var forged = try ledger.town.note(999, chain: chain).note
      forged[forged.count / 2] ^= 1
      sent.append(forged)
      do {
        let results = try await ledger.writer.submit(sent)
        try acknowledge(sent, results, context)
      } catch let error as LedgerError {
        #expect(fault != nil, "\(error)")
        try await ledger.killAndReopen(debris: generator.oneIn(3))
        return
      }
      ledger.faults.arm(nil)
      if generator.oneIn(4) { try await ledger.killAndReopen(debris: generator.oneIn(3)) }
    }

    private mutating func compose() throws {
      let next = try ledger.town.note(made, chain: chain)
      made += 1
      chain = next.chain
      outbox.append(next.note)
    }

    private mutating func acknowledge(_ sent: [[UInt8]], _ results: [Submission], _ context: Comment) throws {
      #expect(results.count == sent.count, context)
      for (note, result) in zip(sent, results) {
        if let known = acknowledged.first(where: { $0.note == note }) {
          guard case .alreadyRecorded(known.position) = result else {
            Issue.record("an acknowledged note got \(result)")
            continue
          }
        } else if outbox.contains(note) {
          let position = try #require(result.position, context)
          acknowledged.append((note, position))
        } else {
          #expect(result.position == nil, context)
        }
      }
      outbox.removeAll()
    }

    /// What is in the files now, without asking the writer.
    func check(_ context: Comment) async throws {
      let report = try await ledger.audit()
      #expect(report.finding == nil, context)
      let notes = try ledger.notes()
      #expect(report.entries == TreeSize(UInt64(notes.count)), context)
      #expect(Set(notes).count == notes.count, "a note is recorded twice")
      for (note, position) in acknowledged {
        let index = Int(position.rawValue)
        #expect(index < notes.count && notes[index] == note, context)
      }
    }

    /// Sends what is left, without faults: in the end everything is recorded, in order.
    mutating func settle(_ context: Comment) async throws {
      ledger.faults.arm(nil)
      let sent = outbox
      try acknowledge(sent, try await ledger.writer.submit(sent), context)
      try await check(context)
      #expect(acknowledged.count == Int(made), context)
      #expect(acknowledged.map(\.position.rawValue) == Array(2..<2 + made), context)
    }
  }

  @Test(
    "A database that cannot be read is an error of the store, not what an author has seen wrongly",
    arguments: FaultyLedger.Kind.allCases)
  func unreadableHashes(kind: FaultyLedger.Kind) async throws {
    let ledger = try await FaultyLedger(kind)
    let first = try #require(try ledger.entry(at: 0))
    let seen = Head(size: 1, root: MerkleHash.leaf(first))
    let note = try ledger.town.note(1, chain: AuthorChain(), seen: seen).note
    ledger.faults.failReadingLeaves(after: 0)
    await #expect { try await ledger.writer.submit([note]) } throws: { Self.isOfStore($0) }
    ledger.faults.failReadingLeaves(after: nil)
    // Nothing was written, so that the writer goes on.
    ledger.faults.arm(.appendFailsButPersists)
    await #expect(throws: LedgerError.self) { try await ledger.writer.submit([note]) }
    try await ledger.close()
    var readings = 0
    while readings < 20 {
      let faults = FaultPlan()
      faults.failReadingLeaves(after: readings)
      do {
        let writer = try await ledger.opened(faults)
        #expect(await writer.head?.checkpoint.size == 3)
        try await writer.close()
        break
      } catch {
        #expect(Self.isOfStore(error), "after \(readings) readings: \(error)")
        readings += 1
      }
    }
    #expect(readings > 1 && readings < 20)
    #expect(try await ledger.audit().finding == nil)
  }

  @Test("A head that cannot be read stops the next writer, and changes nothing", arguments: FaultyLedger.Kind.allCases)
  func unreadableHead(kind: FaultyLedger.Kind) async throws {
    let ledger = try await FaultyLedger(kind)
    try await ledger.close()
    let faults = FaultPlan()
    faults.arm(.headReadFails)
    await #expect { try await ledger.opened(faults) } throws: { Self.isOfStore($0) }
    let writer = try await ledger.opened(faults)
    #expect(await writer.head?.checkpoint.size == 2)
    try await writer.close()
    #expect(try await ledger.audit().finding == nil)
  }

  private static func isOfStore(_ error: any Error) -> Bool {
    if case LedgerError.store = error { true } else { false }
  }
}
