import Foundation
import Ledger
import LedgerStore
import LedgerTesting
import TestSupport
import TransparencyLog
import Vocabulary

/// A ledger whose stores fail when told, and whose writer can be killed: the next one starts from what is stored then.
struct FaultyLedger {
  enum Kind: CaseIterable {
    case memory
    case files
  }

  let town: Town
  /// What makes the stores of the writer fail.
  private(set) var faults: FaultPlan
  private(set) var writer: LedgerWriter
  /// What is stored, as it is.
  private(set) var stores: LedgerStores

  init(_ kind: Kind) async throws {
    town = try await Town(in: kind == .memory ? .memory() : nil)
    stores = town.stores
    faults = FaultPlan()
    writer = try await LedgerWriter.open(stores: stores.failing(by: faults), keyring: town.keyring)
  }

  /// Another writer, whose stores fail as `faults` says.
  func opened(_ faults: FaultPlan) async throws -> LedgerWriter {
    try await LedgerWriter.open(stores: stores.failing(by: faults), keyring: town.keyring)
  }

  /// Kills the writer: whatever is stored now is all that the next one gets.
  ///
  /// - Parameter debris: a half-written head that was never renamed is left too.
  mutating func killAndReopen(debris: Bool = false) async throws {
    if let directory = stores.directory { stores = .files(of: try Self.copy(directory, debris: debris)) }
    try await writer.close()
    faults = FaultPlan()
    writer = try await opened(faults)
  }

  /// What a power cut leaves of the files now.
  private static func copy(_ directory: LedgerDirectory, debris: Bool) throws -> LedgerDirectory {
    let path = try ScratchFolder.make("ledger")
    for name in ["ledger.sqlite", "ledger.sqlite-wal", "head", "vault.sqlite", "vault.sqlite-wal", "amanah.yaml"] {
      guard FileManager.default.fileExists(atPath: "\(directory.path)/\(name)") else { continue }
      try FileManager.default.copyItem(atPath: "\(directory.path)/\(name)", toPath: "\(path)/\(name)")
    }
    if debris { try Data("bansos.exam".utf8).write(to: URL(fileURLWithPath: path + "/head.amanah-new")) }
    return LedgerDirectory(path)
  }

  /// Closes the stores.
  func close() async throws { try await writer.close() }

  /// A full audit of what is stored.
  func audit() async throws -> AuditReport {
    try LogAudit(source: try await StoreSource(stores: stores), key: try stores.settings.readSettings().logKey).run()
  }

  func size() throws -> TreeSize { try reading { try $0.size() } }

  func entry(at position: Position) throws -> [UInt8]? { try reading { try $0.entry(at: position) } }

  /// The notes that are recorded, by position.
  func notes() throws -> [[UInt8]] {
    try reading { store in
      try store.size().positions.compactMap { position in
        guard let entry = try store.entry(at: position) else { return nil }
        return Array(entry[try UnverifiedEntry(parsing: entry).note])
      }
    }
  }

  private func reading<Result>(_ body: (any EntryStore) throws -> Result) throws -> Result {
    let store = try stores.entries(.read)
    defer { try? store.close() }
    return try body(store)
  }
}

extension LedgerStores {
  /// These stores, failing as `plan` says, with a lease of their own: a writer that was killed holds none.
  func failing(by plan: FaultPlan) -> LedgerStores {
    LedgerStores(
      settings: settings, head: FaultyHeadStore(head, plan), lease: MemoryLease(), directory: directory, hasEntries: { true },
      entries: { access throws(StoreError) in FaultyEntryStore(try openEntries(access), plan) },
      vault: { access throws(StoreError) in FaultyVaultStorage(try openVault(access), plan) })
  }
}
