public import LedgerStore
public import TransparencyLog
public import Vocabulary

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

  /// The event at a place of an entry, as it was recorded; not verified.
  ///
  /// - Throws: `LedgerError.log` where there is none, or it cannot be read; `.store`.
  public func event(at position: Position, place: Int) throws(LedgerError) -> Event {
    try Self.event(at: position, place: place, in: store)
  }

  static func event(at position: Position, place: Int, in store: any LedgerStorage) throws(LedgerError) -> Event {
    let events = try events(at: position, in: store)
    guard events.indices.contains(place) else { throw .log(reason: "expected an event at \(position).\(place), found none") }
    return events[place]
  }

  /// The events of an entry, as they were recorded; not verified.
  ///
  /// - Throws: `LedgerError.log` where there is no entry, or it cannot be read; `.store`.
  public func events(at position: Position) throws(LedgerError) -> [Event] { try Self.events(at: position, in: store) }

  private static func events(at position: Position, in store: any LedgerStorage) throws(LedgerError) -> [Event] {
    let bytes: [UInt8]?
    do { bytes = try store.entry(at: position.rawValue) } catch { throw .store(error) }
    guard let bytes else { throw .log(reason: "position \(position): expected an entry, found none") }
    return try ScannedEntry(bytes, at: position).entry.events
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
