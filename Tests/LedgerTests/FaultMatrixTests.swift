import Admission
import Compliance
import Cryptography
import Foundation
@testable import Ledger
import LedgerStore
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
    case .appendFailsButPersists, .readBackFails, .readBackLies, .readBackEndsEarly: Outcome(isPersisted: true, isSigned: false)
    case .keepFails, .keepFailsButPersists: Outcome(isPersisted: true, isSigned: true)
    }
  }

  @Test(
    "After a fault the writer stops, and the next one finds all or nothing of the batch, signed or to be signed",
    arguments: Fault.allCases)
  func fault(fault: Fault) async throws {
    var ledger = try FaultyLedger(try await Town())
    let notes = try ledger.town.notes(0..<3, chain: AuthorChain())
    ledger.store.arm(fault)
    await #expect(throws: LedgerError.self) { try await ledger.writer.submit(notes) }
    #expect(!ledger.store.isArmed)
    // The fault is over, but this writer's memory may not be what is on disk.
    await #expect(throws: LedgerError.self) { try await ledger.writer.submit(notes) }
    let expected = Self.outcome(fault)
    #expect(try ledger.store.size() == (expected.isPersisted ? 5 : 2))
    let before = try ledger.audit()
    #expect(before.finding?.code == (expected.isPersisted && !expected.isSigned ? .entryBeyondCheckpoint : nil))
    #expect(before.size?.rawValue == (expected.isSigned ? 5 : 2))
    try ledger.killAndReopen(debris: true)
    #expect(await ledger.writer.head?.checkpoint.size == (expected.isPersisted ? 5 : 2))
    let results = try await ledger.writer.submit(notes)
    #expect(results.map(\.position) == [2, 3, 4])
    for result in results {
      if case .alreadyRecorded = result { #expect(expected.isPersisted) } else { #expect(!expected.isPersisted) }
    }
    #expect(try ledger.audit().finding == nil)
    #expect(try ledger.notes().suffix(3) == notes)
    try ledger.close()
  }

  @Test("A read back that is not what was written is told apart, with the position")
  func readBack() async throws {
    for (fault, position) in [(Fault.readBackLies, UInt64(2)), (.readBackEndsEarly, 4)] {
      let ledger = try FaultyLedger(try await Town())
      ledger.store.arm(fault)
      let notes = try ledger.town.notes(0..<3, chain: AuthorChain())
      await #expect {
        _ = try await ledger.writer.submit(notes)
      } throws: { error in
        if case LedgerError.readBack(position) = error { true } else { false }
      }
      try ledger.close()
    }
  }

  @Test("A head that another process changed stops the writer before it signs over it")
  func foreignHead() async throws {
    let ledger = try FaultyLedger(try await Town())
    let head = URL(fileURLWithPath: ledger.directory.head)
    let mine = try Data(contentsOf: head)
    let foreign = mine + Data("— witness AAAAAAAA\n".utf8)
    try foreign.write(to: head)
    await #expect {
      _ = try await ledger.writer.submit(try ledger.town.notes(0..<1, chain: AuthorChain()))
    } throws: { error in
      if case LedgerError.file(ledger.directory.head, _, _) = error { true } else { false }
    }
    #expect(try Data(contentsOf: head) == foreign)
    try ledger.close()
  }

  @Test(
    "Random submissions with faults and kills in between: what was acknowledged is there, once, and everything verifies",
    arguments: 0..<6)
  func random(run: Int) async throws {
    var generator = TestSeed.generator("faults \(run)")
    var client = Client(try FaultyLedger(try await Town()))
    for step in 0..<25 {
      let context = Comment("run \(run), step \(step), seed \(TestSeed.value)")
      try await client.step(&generator, context)
      try client.check(context)
    }
    try await client.settle("run \(run), seed \(TestSeed.value)")
    try client.ledger.close()
  }

  /// An officer's machine: keeps notes until they are acknowledged, and sends them again after any failure.
  private struct Client {
    var ledger: FaultyLedger
    private var chain = AuthorChain()
    private var made: UInt64 = 0
    private var outbox: [[UInt8]] = []
    private var acknowledged: [(note: [UInt8], position: UInt64)] = []

    init(_ ledger: FaultyLedger) { self.ledger = ledger }

    mutating func step(_ generator: inout SeededGenerator, _ context: Comment) async throws {
      for _ in 0..<Int.random(in: 0...4, using: &generator) { try compose() }
      let fault = generator.oneIn(2) ? Fault.allCases.randomElement(using: &generator) : nil
      ledger.store.arm(fault)
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
        try ledger.killAndReopen(debris: generator.oneIn(3))
        return
      }
      ledger.store.arm(nil)
      if generator.oneIn(4) { try ledger.killAndReopen(debris: generator.oneIn(3)) }
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
    func check(_ context: Comment) throws {
      let report = try ledger.audit()
      #expect(report.finding == nil, context)
      let notes = try ledger.notes()
      #expect(report.entries == TreeSize(UInt64(notes.count)), context)
      #expect(Set(notes).count == notes.count, "a note is recorded twice")
      for (note, position) in acknowledged {
        #expect(Int(position) < notes.count && notes[Int(position)] == note, context)
      }
    }

    /// Sends what is left, without faults: in the end everything is recorded, in order.
    mutating func settle(_ context: Comment) async throws {
      ledger.store.arm(nil)
      let sent = outbox
      try acknowledge(sent, try await ledger.writer.submit(sent), context)
      try check(context)
      #expect(acknowledged.count == Int(made), context)
      #expect(acknowledged.map(\.position) == Array(2..<2 + made), context)
    }
  }

  @Test("A database that cannot be read is an error of the store, not what an author has seen wrongly")
  func unreadableHashes() async throws {
    let ledger = try FaultyLedger(try await Town())
    let first = try #require(try ledger.store.entry(at: 0))
    let seen = Head(size: 1, root: MerkleHash.leaf(first))
    let note = try ledger.town.note(1, chain: AuthorChain(), seen: seen).note
    ledger.store.failReadingLeaves(after: 0)
    await #expect { try await ledger.writer.submit([note]) } throws: { Self.isOfStore($0) }
    ledger.store.failReadingLeaves(after: nil)
    // Nothing was written, so that the writer goes on.
    ledger.store.arm(.appendFailsButPersists)
    await #expect(throws: LedgerError.self) { try await ledger.writer.submit([note]) }
    let signer = try ledger.town.keyring.signer(named: Town.origin)
    let commit = Commit(store: ledger.store, signer: signer, headPath: ledger.directory.head)
    var readings = 0
    while readings < 20 {
      ledger.store.failReadingLeaves(after: readings)
      do {
        #expect(try Recovery(store: ledger.store, commit: commit, key: signer.verifier).run().head?.checkpoint.size == 3)
        break
      } catch {
        #expect(Self.isOfStore(error), "after \(readings) readings: \(error)")
        readings += 1
      }
    }
    #expect(readings > 1 && readings < 20)
    ledger.store.failReadingLeaves(after: nil)
    #expect(try ledger.audit().finding == nil)
    try ledger.close()
  }

  private static func isOfStore(_ error: any Error) -> Bool {
    if case LedgerError.store = error { true } else { false }
  }
}
