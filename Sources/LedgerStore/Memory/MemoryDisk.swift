import Synchronization

/// What a directory is to the stores in files: there whoever opens or closes them, until the process ends.
public final class MemoryDisk: Sendable {
  private let entries = MemoryMedium(MemoryEntries())
  private let secrets = MemoryMedium(MemoryVault.Secrets())
  private let made = Mutex<Set<Kind>>([])

  private enum Kind { case entries, vault }

  /// A disk with nothing on it.
  public init() {}

  /// Whether a store of entries was made here.
  public var hasEntries: Bool { made.withLock { $0.contains(.entries) } }

  /// Opens the entries.
  ///
  /// - Throws: `StoreError.missing` or `.foreign`, as the stores in files do.
  public func entries(_ access: StoreAccess) throws(StoreError) -> MemoryStore {
    try open(.entries, access)
    return MemoryStore(entries, isReadOnly: access == .read)
  }

  /// Opens the vault.
  ///
  /// - Throws: `StoreError.missing` or `.foreign`, as the stores in files do.
  public func vault(_ access: StoreAccess) throws(StoreError) -> MemoryVault {
    try open(.vault, access)
    return MemoryVault(secrets)
  }

  private func open(_ kind: Kind, _ access: StoreAccess) throws(StoreError) {
    let wasThere = made.withLock { made in
      let wasThere = made.contains(kind)
      if access == .create || access == .begin { made.insert(kind) }
      return wasThere
    }
    switch access {
    case .create:
      if wasThere { throw .foreign(place: Memory.place, version: 1, found: "a store that exists already") }
    case .begin: break
    case .append, .read: if !wasThere { throw .missing(place: Memory.place) }
    }
  }
}
