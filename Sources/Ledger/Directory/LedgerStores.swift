public import LedgerStore

/// The stores of one ledger: the composition root. The two factories here are the only places of this library that make a store;
/// everything else takes what is behind these ports, and whoever has another store makes a value of its own.
public struct LedgerStores: Sendable {
  /// Opens a store when it is needed: a writer does so once it holds the lease, and a reader needs no vault.
  public typealias Opening<Store> = @Sendable (StoreAccess) throws(StoreError) -> Store

  /// What says that there is a ledger.
  public let settings: any SettingsStore
  /// The newest signed checkpoint.
  public let head: any HeadStore
  /// Held by the one writer.
  public let lease: any WriterLease
  /// The directory that the ledger is in; nil where it is in none, so that nothing is kept beside the stores.
  public let directory: LedgerDirectory?
  /// Opens the entries, with the errors of the port.
  public let openEntries: Opening<any EntryStore>
  /// Opens the vault, with the errors of the port.
  public let openVault: Opening<any VaultStorage>
  /// Whether anything was made that holds entries.
  let hasEntries: @Sendable () -> Bool

  /// A ledger in these stores.
  ///
  /// - Parameter hasEntries: whether a store of entries was made, though perhaps an empty one.
  public init(
    settings: any SettingsStore, head: any HeadStore, lease: any WriterLease, directory: LedgerDirectory? = nil,
    hasEntries: @escaping @Sendable () -> Bool, entries: @escaping Opening<any EntryStore>,
    vault: @escaping Opening<any VaultStorage>
  ) {
    self.settings = settings
    self.head = head
    self.lease = lease
    self.directory = directory
    self.hasEntries = hasEntries
    openEntries = entries
    openVault = vault
  }

  /// The ledger in the files of `directory` (SPEC 12).
  ///
  /// - Parameter database: the file of entries, where it has another name.
  public static func files(of directory: LedgerDirectory, database: String? = nil) -> LedgerStores {
    let database = database ?? directory.database
    return LedgerStores(
      settings: directory, head: FileHeadStore(path: directory.head), lease: FileLease(path: directory.lock),
      directory: directory, hasEntries: { BoundedFile.exists(database) },
      entries: { access throws(StoreError) in try SQLiteStore(path: database, mode: access) },
      vault: { access throws(StoreError) in try SQLiteVault(path: directory.vault, mode: access) })
  }

  /// A new ledger in memory: for exercises, tests and tools. It is gone with the last copy of this value.
  public static func memory() -> LedgerStores {
    let disk = MemoryDisk()
    return LedgerStores(
      settings: MemorySettings(), head: MemoryHeadStore(), lease: MemoryLease(), hasEntries: { disk.hasEntries },
      entries: { access throws(StoreError) in try disk.entries(access) },
      vault: { access throws(StoreError) in try disk.vault(access) })
  }

  /// Opens the entries.
  public func entries(_ access: StoreAccess) throws(LedgerError) -> any EntryStore {
    do { return try openEntries(access) } catch { throw LedgerError(error) }
  }

  /// Opens the vault.
  ///
  /// - Throws: `LedgerError.vault` when it is missing.
  public func vault(_ access: StoreAccess) throws(LedgerError) -> any VaultStorage {
    do { return try openVault(access) } catch {
      if case .missing(let place) = error { throw .vault(.missing(path: place)) }
      throw LedgerError(error)
    }
  }

  /// Takes the writer's lease.
  ///
  /// - Throws: `LedgerError.locked` when another writer holds it.
  func acquireLease() async throws(LedgerError) -> any HeldLease {
    do { return try await lease.acquire() } catch { throw LedgerError(error) }
  }
}

extension LedgerError {
  /// What a port said, as it concerns a ledger.
  public init(_ error: StoreError) {
    switch error {
    case .inUse(let place): self = .locked(path: place)
    case .file(let place, let doing, let reason): self = .file(path: place, doing: doing, reason: reason)
    case .changedMeanwhile(let place): self = .file(path: place, doing: .replacing, reason: .changedMeanwhile)
    default: self = .store(error)
    }
  }
}
