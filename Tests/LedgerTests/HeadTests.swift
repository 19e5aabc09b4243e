import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import Testing
import TransparencyLog
import Vocabulary

/// The head is kept apart from the database and compared at every start.
@Suite struct HeadTests {
  private func problem(_ town: Town) async -> HeadProblem? {
    do {
      _ = try await town.open()
      return nil
    } catch LedgerError.head(let problem) {
      return problem
    } catch { return nil }
  }

  private func town(withNotes count: UInt64) async throws -> Town {
    let town = try await Town()
    let writer = try await town.open()
    for number in 0..<count {
      _ = try await writer.submit([try town.note(number, chain: await writer.chain(of: town.registrar.name.text)).note])
    }
    try await writer.close()
    return town
  }

  @Test("A head that is newer than the database is refused")
  func newer() async throws {
    let town = try await town(withNotes: 0)
    let copy = try Data(contentsOf: URL(fileURLWithPath: town.directory.database))
    let writer = try await town.open()
    _ = try await writer.submit([try town.note(1, chain: await writer.chain(of: town.registrar.name.text)).note])
    try await writer.close()
    try copy.write(to: URL(fileURLWithPath: town.directory.database))
    #expect(await problem(town) == .newer(head: 3, entries: 2))
  }

  @Test("A head restored from an older copy is refused")
  func older() async throws {
    let town = try await town(withNotes: 1)
    let copy = try Data(contentsOf: URL(fileURLWithPath: town.directory.head))
    let writer = try await town.open()
    _ = try await writer.submit([try town.note(1, chain: await writer.chain(of: town.registrar.name.text)).note])
    try await writer.close()
    try copy.write(to: URL(fileURLWithPath: town.directory.head))
    #expect(await problem(town) == .older(head: 3, newest: 4))
  }

  @Test("A head of the same size with another root is refused, also when the log's own key signed it")
  func different() async throws {
    let town = try await town(withNotes: 1)
    let signer = try town.keyring.signer(named: Town.origin)
    let forged = try Checkpoint(origin: signer.name, size: 3, root: Digest.zero).sign(with: signer)
    try Data(forged.bytes).write(to: URL(fileURLWithPath: town.directory.head))
    #expect(await problem(town) == .different(size: 3))
  }

  @Test("A missing head is refused when one was signed before")
  func missing() async throws {
    let town = try await town(withNotes: 1)
    try FileManager.default.removeItem(atPath: town.directory.head)
    #expect(await problem(town) == .missing(entries: 3))
  }

  @Test("A head that the ledger's key did not sign is refused")
  func unreadable() async throws {
    let town = try await town(withNotes: 1)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: town.directory.head))
    bytes[bytes.count - 10] ^= 1
    try bytes.write(to: URL(fileURLWithPath: town.directory.head))
    guard case .unreadable = await problem(town) else {
      Issue.record("expected the head to be unreadable")
      return
    }
  }

  @Test("Entries that an interrupted run left behind are verified and signed at the next start")
  func adopts() async throws {
    let town = try await town(withNotes: 1)
    try await commitWithoutSigning(town, forged: false)
    #expect(try await town.audit().finding?.code == .entryBeyondCheckpoint)
    let writer = try await town.open()
    #expect(await writer.head?.checkpoint.size == 4)
    try await writer.close()
    #expect(try await town.audit().finding == nil)
  }

  @Test("Entries left behind that do not verify are not signed")
  func refusesForgedTail() async throws {
    let town = try await town(withNotes: 1)
    try await commitWithoutSigning(town, forged: true)
    await #expect {
      _ = try await town.open()
    } throws: { error in
      if case LedgerError.recovery(3, _) = error { true } else { false }
    }
  }

  /// What a power cut between the transaction and the checkpoint leaves.
  private func commitWithoutSigning(_ town: Town, forged: Bool) async throws {
    let writer = try await town.open()
    let chain = await writer.chain(of: town.registrar.name.text)
    var note = try town.note(5, chain: chain).note
    if forged { note[note.count / 2] ^= 1 }
    try await writer.close()
    let store = try SQLiteStore(path: town.directory.database, mode: .append)
    let leaf = try #require(try store.leaves(2..<3).first)
    let entry = try Entry.encode(position: 3, recordedAt: Town.later, previous: leaf, note: note)
    let item = EntryBatch.Item(
      leaf: MerkleHash.leaf(entry), entry: entry, author: town.registrar.name.text, sequence: chain.sequence + 1,
      isGovernance: false)
    try store.append(EntryBatch(start: 3, items: [item]))
    try store.close()
  }
}
