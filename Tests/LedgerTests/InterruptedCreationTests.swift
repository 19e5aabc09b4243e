import Cryptography
import Foundation
import LedgerStore
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

@testable import Ledger

/// What is left of a creation that was cut short, and whether the same creation goes on with it.
@Suite struct InterruptedCreationTests {
  /// Only the files named are left, as after a power cut at that point.
  private func left(_ names: [String], purpose: LedgerOpened.Purpose = .exercise) async throws -> Unfinished {
    let path = ScratchFolder.newPath("ledger")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let unfinished = try Unfinished(path)
    try await unfinished.create(purpose: purpose).close()
    // The mark is written before everything else, and taken away after it.
    try DurableFile.replace(unfinished.directory.creation, with: Array("\(Town.origin)\n".utf8))
    for name in ["amanah.yaml", "head", "ledger.sqlite", "vault.sqlite"] where !names.contains(name) {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    return unfinished
  }

  private struct Unfinished {
    let directory: LedgerDirectory
    let keyring: Keyring

    init(directory: LedgerDirectory, keyring: Keyring) {
      self.directory = directory
      self.keyring = keyring
    }

    init(_ path: String) throws {
      directory = LedgerDirectory(path)
      keyring = try Keyring(
        path: directory.keys, passphrase: SecretBytes(utf8: "correct horse"), cost: .init(operations: 1, memoryBytes: 8 << 10))
    }

    func create(purpose: LedgerOpened.Purpose = .exercise) async throws -> LedgerWriter {
      let governor = LedgerCreation.Governor(signer: try Town.signer("governor", 1), holder: Town.id(1))
      let creation = LedgerCreation(
        origin: Town.origin, title: "Town", purpose: purpose, governors: [governor], openedAt: Town.day,
        clock: .fixed(Town.clock))
      return try await creation.create(in: directory, keyring: keyring, id: Town.id(2))
    }

    func refusal() async -> BegunProblem? {
      do {
        _ = try await create()
        return nil
      } catch LedgerError.directory(_, .begun(let reason)) {
        return .begun(reason)
      } catch LedgerError.directory(_, .occupied) {
        return .occupied
      } catch LedgerError.directory(_, .keyInUse) {
        return .keyInUse
      } catch LedgerError.head(let problem) {
        return .head(problem)
      } catch { return nil }
    }
  }

  private enum BegunProblem: Hashable {
    case begun(DirectoryProblem.BegunReason)
    case occupied
    case keyInUse
    case head(HeadProblem)
  }

  @Test(
    "A creation that was cut short is finished by the same creation",
    arguments: [[], ["vault.sqlite"], ["vault.sqlite", "ledger.sqlite", "head"]])
  func resumes(files: [String]) async throws {
    let unfinished = try await left(files)
    try await unfinished.create().close()
    let key = try unfinished.directory.readSettings().logKey
    let report = try LogAudit(source: try await StoreSource(directory: unfinished.directory), key: key).run()
    #expect(report.isIntact)
    #expect(report.entries == 1)
    _ = try Vault(directory: unfinished.directory, origin: Town.origin, keyring: unfinished.keyring)
  }

  @Test("Files that were made and never filled are taken as not there")
  func blankFiles() async throws {
    let unfinished = try await left([])
    for path in [unfinished.directory.database, unfinished.directory.vault] { try Data().write(to: URL(fileURLWithPath: path)) }
    try await unfinished.create().close()
    #expect(try unfinished.directory.readSettings().origin == Town.origin)
  }

  @Test("A complete ledger is not begun anew")
  func complete() async throws {
    let unfinished = try await left(["amanah.yaml", "head", "ledger.sqlite", "vault.sqlite"])
    #expect(await unfinished.refusal() == .occupied)
  }

  @Test("A ledger that lost its settings is not taken for a beginning")
  func lostSettings() async throws {
    let town = try await Town()
    try FileManager.default.removeItem(atPath: town.directory.settings)
    let unfinished = try Unfinished(town.directory.path)
    #expect(await unfinished.refusal() == .begun(.entries(2)))
  }

  @Test("A log key that has signed is not used for a second history, whatever else is gone", arguments: [[], ["vault.sqlite"]])
  func secondHistory(files: [String]) async throws {
    let unfinished = try await left(files)
    try FileManager.default.removeItem(atPath: unfinished.directory.creation)
    #expect(await unfinished.refusal() == .keyInUse)
    #expect(!FileManager.default.fileExists(atPath: unfinished.directory.head))
    // Nor for a ledger elsewhere with the same keyring.
    let elsewhere = ScratchFolder.newPath("other")
    let creation = Unfinished(directory: LedgerDirectory(elsewhere), keyring: unfinished.keyring)
    #expect(await creation.refusal() == .keyInUse)
  }

  @Test("A complete ledger has no mark of its making")
  func markIsGone() async throws {
    let unfinished = try await left([])
    try await unfinished.create().close()
    #expect(!FileManager.default.fileExists(atPath: unfinished.directory.creation))
  }

  @Test("The beginning of another ledger is not gone on with")
  func otherBeginning() async throws {
    let unfinished = try await left(["vault.sqlite", "ledger.sqlite", "head"], purpose: .production)
    #expect(await unfinished.refusal() == .begun(.other))
  }

  @Test("A vault with keys of recipients is not taken for a beginning")
  func vaultInUse() async throws {
    let unfinished = try await left(["vault.sqlite"])
    let vault = try Vault(directory: unfinished.directory, origin: Town.origin, keyring: unfinished.keyring)
    _ = try vault.seal(Array("{}".utf8), subject: Town.id(7), type: .recipientRegistered)
    try vault.flush()
    #expect(await unfinished.refusal() == .begun(.subjects))
  }

  @Test("A beginning whose head was removed after it was kept is not signed anew")
  func headRemoved() async throws {
    let unfinished = try await left(["vault.sqlite", "ledger.sqlite"])
    #expect(await unfinished.refusal() == .head(.missing(entries: 1)))
  }

  @Test("A head without its database is not signed over")
  func headAlone() async throws {
    let unfinished = try await left(["vault.sqlite", "head"])
    #expect(await unfinished.refusal() == .head(.newer(head: 1, entries: 0)))
  }

  @Test("A keyring's secret that is lost is not replaced by a new one that opens nothing")
  func lostKeyring() async throws {
    let town = try await Town()
    try FileManager.default.removeItem(atPath: town.directory.keys + "/keyring")
    #expect {
      _ = try Keyring(path: town.directory.keys, passphrase: SecretBytes(utf8: "correct horse"))
    } throws: { error in
      guard case LedgerError.key(_, .noKeyring(_, let keys)) = error else { return false }
      return keys == 1
    }
    #expect(!Keyring.exists(at: town.directory.keys))
  }
}
