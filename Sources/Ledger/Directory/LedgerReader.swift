public import LedgerStore
public import TransparencyLog

/// A ledger on disk, opened for reading: no lock, nothing is changed.
public struct LedgerReader: Sendable {
  public let directory: LedgerDirectory
  public let settings: LedgerSettings
  public let store: SQLiteStore

  /// The ledger in `directory`.
  public init(directory: LedgerDirectory) throws(LedgerError) {
    self.directory = directory
    settings = try directory.readSettings()
    do { store = try SQLiteStore(path: directory.database, mode: .read) } catch { throw .store(error) }
  }

  /// What an audit or a replay reads.
  public func source() throws(LedgerError) -> StoreSource {
    try StoreSource(store: store, directory: directory)
  }

  /// The newest signed checkpoint.
  ///
  /// - Throws: `LedgerError.head` when there is none, or the ledger's key did not sign it.
  public func checkpoint() throws(LedgerError) -> SignedCheckpoint {
    guard let bytes = try source().checkpoint() else { throw .head(.missing(entries: 0)) }
    do { return try SignedCheckpoint.open(bytes, verifier: settings.logKey) } catch {
      throw .head(.unreadable(reason: error.description))
    }
  }
}
