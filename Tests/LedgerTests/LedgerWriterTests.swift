import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import Testing
import TransparencyLog
import Vocabulary

@Suite struct LedgerWriterTests {
  @Test("What is acknowledged is in the database, under the head, and passes the audit")
  func recordsAndAudits() async throws {
    let town = try await Town()
    let writer = try await town.open()
    let results = try await writer.submit(try town.notes(0..<300, chain: await writer.chain(of: town.registrar.name.text)))
    #expect(results.compactMap(\.position) == Array(2..<302))
    let head = try #require(await writer.head)
    #expect(head.checkpoint.size == 302)
    try await writer.close()
    let report = try await town.audit()
    #expect(report.finding == nil)
    #expect(report.entries == 302)
    #expect(report.root == head.checkpoint.root)
    #expect(report.keys == 2)
  }

  @Test("Flushing every transaction is really in force")
  func flushes() async throws {
    let town = try await Town()
    let store = try SQLiteStore(path: town.directory.database, mode: .append)
    #expect(try store.synchronousLevel() == 2)
  }

  @Test("The same note again adds nothing and gets the first one's position, also within one submission and after a restart")
  func idempotent() async throws {
    let town = try await Town()
    let writer = try await town.open()
    let note = try town.note(1, chain: await writer.chain(of: town.registrar.name.text)).note
    let first = try await writer.submit([note, note])
    #expect(first.map(\.position) == [2, 2])
    guard case .alreadyRecorded = first[1] else { throw Failure("\(first[1])") }
    try await writer.close()
    let again = try await town.open()
    guard case .alreadyRecorded(2) = try await again.submit([note])[0] else { throw Failure("not idempotent") }
    #expect(await again.head?.checkpoint.size == 3)
    try await again.close()
  }

  @Test("A refused note leaves the next ones to be recorded, and says why it was refused")
  func refusesOne() async throws {
    let town = try await Town()
    let writer = try await town.open()
    let chain = await writer.chain(of: town.registrar.name.text)
    let (first, next) = try town.note(1, chain: chain)
    var forged = first
    forged[forged.count / 2] ^= 1
    let fork = try town.note(7, chain: chain).note
    let gap = try town.note(8, chain: AuthorChain(sequence: next.sequence + 1, head: next.head)).note
    let second = try town.note(2, chain: next).note
    let results = try await writer.submit([forged, first, fork, gap, second])
    #expect(results.map(\.position) == [nil, 2, nil, nil, 3])
    let codes = results.map { result -> FindingCode? in
      if case .refused(let refusal) = result { refusal.code } else { nil }
    }
    #expect(codes == [.signatureInvalid, nil, .authorFork, .authorGap, nil])
    try await writer.close()
    #expect(try await town.audit().finding == nil)
  }

  @Test("A seen checkpoint must be one of this ledger's")
  func seen() async throws {
    let town = try await Town()
    let writer = try await town.open()
    let head = try #require(await writer.head).checkpoint
    let chain = await writer.chain(of: town.registrar.name.text)
    let honest = Head(size: Int(head.size.rawValue), root: head.root)
    let lying = Head(size: 1, root: head.root)
    let future = Head(size: 99, root: head.root)
    let (good, _) = try town.note(1, chain: chain, seen: honest)
    let results = try await writer.submit([
      try town.note(2, chain: chain, seen: lying).note, try town.note(3, chain: chain, seen: future).note, good,
    ])
    let codes = results.map { result -> FindingCode? in
      if case .refused(let refusal) = result { refusal.code } else { nil }
    }
    #expect(codes == [.seenRoot, .seenFuture, nil])
    try await writer.close()
    #expect(try await town.audit().finding == nil)
  }

  @Test("A second writer is refused while the first is open")
  func oneWriter() async throws {
    let town = try await Town()
    let writer = try await town.open()
    await #expect {
      _ = try await town.open()
    } throws: { error in
      if case LedgerError.locked = error { true } else { false }
    }
    try await writer.close()
  }

  @Test("The clock of a production ledger cannot be set")
  func productionClock() async throws {
    let town = try await Town(purpose: .production)
    let writer = try await town.open()
    await #expect(throws: LedgerError.self) { try await writer.setClock(.fixed(Town.clock)) }
    try await writer.close()
  }

  struct Failure: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }
}
