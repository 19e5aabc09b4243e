import Foundation
import LedgerStore
import LedgerTesting
import TestSupport
import Testing

/// What every store promises, kept by each that there is. A new store is one more case here.
@Suite struct ContractTests {
  enum Kind: CaseIterable {
    case memory
    case files
  }

  /// Places for stores, each opened as often as a law asks for.
  private func entries(_ kind: Kind) throws -> EntryStoreContract.Place {
    switch kind {
    case .memory:
      let disk = MemoryDisk()
      return { access in try disk.entries(access) }
    case .files:
      let path = try ScratchFolder.make() + "/ledger.sqlite"
      return { access in try SQLiteStore(path: path, mode: access) }
    }
  }

  private func vault(_ kind: Kind) throws -> VaultStorageContract.Place {
    switch kind {
    case .memory:
      let disk = MemoryDisk()
      return { access in try disk.vault(access) }
    case .files:
      let path = try ScratchFolder.make() + "/vault.sqlite"
      return { access in try SQLiteVault(path: path, mode: access) }
    }
  }

  @Test("A store of entries", arguments: EntryStoreContract.laws, Kind.allCases)
  func entries(law: Law<EntryStoreContract.Place>, kind: Kind) async throws { try await law.check(try entries(kind)) }

  @Test("A vault", arguments: VaultStorageContract.laws, Kind.allCases)
  func vault(law: Law<VaultStorageContract.Place>, kind: Kind) async throws { try await law.check(try vault(kind)) }

  @Test("A head in memory", arguments: HeadStoreContract.laws)
  func head(law: Law<HeadStoreContract.Place>) async throws {
    let head = MemoryHeadStore()
    try await law.check { _ in head }
  }

  @Test("A writer's lease in memory", arguments: WriterLeaseContract.laws)
  func lease(law: Law<WriterLeaseContract.Place>) async throws {
    let lease = MemoryLease()
    try await law.check { _ in lease }
  }

  @Test("A law that a store breaks is told of by its name and what was found")
  func brokenLaw() async throws {
    let law = try #require(VaultStorageContract.laws.first { $0.sentence == "A named secret comes back, and is never replaced" })
    await #expect {
      try await law.check { _ in Forgetful() }
    } throws: { error in
      (error as? LawBroken)?.description.contains("the secret: expected Optional([1, 2]), found nil") ?? false
    }
  }

  /// A vault that refuses a second secret, but has not kept the first.
  private struct Forgetful: VaultStorage {
    let place = "nowhere"
    private let vault = MemoryVault()

    func insert(subjects: [WrappedSubjectKey]) throws(StoreError) {}
    func wrappedKey(subject: [UInt8]) -> [UInt8]? { nil }
    func erase(subject: [UInt8]) -> Bool { false }
    func isEmpty() -> Bool { true }
    func insert(secret name: String, wrapped: [UInt8]) throws(StoreError) { try vault.insert(secret: name, wrapped: wrapped) }
    func wrappedSecret(_ name: String) -> [UInt8]? { nil }
    func close() {}
  }
}
