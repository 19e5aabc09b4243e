import Admission
import Compliance
import Foundation
import GRDB
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

@testable import Ledger

/// Tables of the database that nobody signs: a writer that believed a changed one would sign what no verifier accepts.
@Suite struct ChangedTablesTests {
  private func change(_ town: Town, _ statement: String) throws {
    let queue = try DatabaseQueue(path: town.directory.database)
    try queue.writeWithoutTransaction { database in
      for trigger in ["governance_no_delete", "notes_no_delete", "notes_no_update"] {
        try database.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try database.execute(sql: statement)
    }
    try queue.close()
  }

  /// A town with two notes of the registrar, whose key was revoked then if so asked.
  private func town(revoked: Bool = false) async throws -> Town {
    let town = try await Town()
    let writer = try await town.open()
    let chain = await writer.chain(of: town.registrar.name.text)
    for result in try await writer.submit(try town.notes(0..<2, chain: chain)) { #expect(result.position != nil) }
    if revoked {
      var composer = NoteComposer(
        origin: Town.origin, author: town.governor, chain: await writer.chain(of: town.governor.name.text))
      let event = Event(
        id: Town.id(900), at: Town.day, body: .keyRevoked(KeyRevoked(key: town.registrar.name.text, reason: .lost)))
      let note = try composer.compose(lines: [try EventLine(writing: event)], signedAt: Town.day)
      #expect(try await writer.submit([note])[0].position != nil)
    }
    try await writer.close()
    return town
  }

  /// The key of which the tables say something else than the entries; the ledger is not opened for recording then.
  private func disagreement(_ town: Town) async throws -> String? {
    do {
      try await town.open().close()
      return nil
    } catch LedgerError.tables(let key) { return key }
  }

  @Test("An entry at the last position that a database can have is no entry that an interrupted run left")
  func lastPosition() async throws {
    let town = try await town()
    try change(town, "INSERT INTO entries VALUES (\(Int64.max), zeroblob(32), x'00')")
    await #expect { try await town.open().close() } throws: { error in
      guard case LedgerError.recovery(position: 4, _) = error else { return false }
      return true
    }
    #expect(try await town.audit().finding?.code == .entryBeyondCheckpoint)
  }

  @Test("Tables as the writer left them agree with the entries")
  func untouched() async throws {
    #expect(try await disagreement(try await town()) == nil)
    #expect(try await disagreement(try await town(revoked: true)) == nil)
  }

  @Test(
    "A row of these tables that is taken out, or points elsewhere, is noticed before anything is signed",
    arguments: [
      (true, "DELETE FROM governance WHERE position = (SELECT max(position) FROM governance)"),
      (false, "DELETE FROM governance WHERE position > 0"),
      (false, "DELETE FROM notes WHERE author = '\(Town.origin)/registrar' AND sequence = 2"),
      (false, "UPDATE notes SET position = position - 1 WHERE author = '\(Town.origin)/registrar' AND sequence = 2"),
    ])
  func changed(revoked: Bool, statement: String) async throws {
    let town = try await town(revoked: revoked)
    try change(town, statement)
    #expect(try await disagreement(town) == town.registrar.name.text)
  }
}
