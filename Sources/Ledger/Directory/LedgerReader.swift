public import LedgerStore
public import TransparencyLog
public import Vocabulary

/// A ledger opened for reading: no lease, nothing is changed.
public struct LedgerReader: Sendable {
  public let stores: LedgerStores
  public let settings: LedgerSettings
  public let store: any EntryStore

  /// The ledger in `directory`.
  public init(directory: LedgerDirectory) throws(LedgerError) { try self.init(stores: .files(of: directory)) }

  /// The ledger in `stores`.
  public init(stores: LedgerStores) throws(LedgerError) {
    self.stores = stores
    settings = try stores.settings.readSettings()
    store = try stores.entries(.read)
  }

  /// What an audit reads: entries that a writer at work has not signed yet are waited for.
  public func source() async throws(LedgerError) -> StoreSource {
    try await StoreSource(stores: stores, store: store)
  }

  /// What a replay reads, up to a checkpoint that the caller has.
  public var entries: StoreSource { StoreSource(store: store, head: nil) }

  /// The event at a place of an entry, as it was recorded; not verified.
  ///
  /// - Throws: `LedgerError.log` where there is none, or it cannot be read; `.store`.
  public func event(at position: Position, place: Int) throws(LedgerError) -> Event {
    try Self.event(at: position, place: place, in: store)
  }

  static func event(at position: Position, place: Int, in store: any EntryStore) throws(LedgerError) -> Event {
    let events = try events(at: position, in: store)
    guard events.indices.contains(place) else { throw .log(reason: "expected an event at \(position).\(place), found none") }
    return events[place]
  }

  /// The events of an entry, as they were recorded; not verified.
  ///
  /// - Throws: `LedgerError.log` where there is no entry, or it cannot be read; `.store`.
  public func events(at position: Position) throws(LedgerError) -> [Event] { try Self.events(at: position, in: store) }

  private static func events(at position: Position, in store: any EntryStore) throws(LedgerError) -> [Event] {
    let bytes: [UInt8]?
    do { bytes = try store.entry(at: position) } catch { throw LedgerError(error) }
    guard let bytes else { throw .log(reason: "position \(position): expected an entry, found none") }
    return try ScannedEntry(bytes, at: position).entry.events
  }

  /// The newest signed checkpoint.
  ///
  /// - Throws: `LedgerError.head` when there is none, or the ledger's key did not sign it.
  public func checkpoint() throws(LedgerError) -> SignedCheckpoint {
    let head: [UInt8]?
    do { head = try stores.head.peek(atMost: NoteLayout.maximumByteCount) } catch { throw LedgerError(error) }
    guard let bytes = try StoreSource(store: store, head: head).checkpoint() else { throw .head(.missing(entries: 0)) }
    do { return try SignedCheckpoint.open(bytes, verifier: settings.logKey) } catch {
      throw .head(.unreadable(reason: error.description))
    }
  }
}
