import LedgerStore
import Synchronization

/// What says that a ledger is there: its settings, written last, and before them the mark of a creation at work.
public protocol SettingsStore: Sendable {
  /// What to call the ledger in messages, such as its directory.
  var place: String { get }

  /// Whether a ledger was made here.
  var isComplete: Bool { get }

  /// The settings.
  ///
  /// - Throws: `LedgerError.directory` when there is no ledger here, `.settings` when they cannot be used.
  func readSettings() throws(LedgerError) -> LedgerSettings

  /// Makes the place that a ledger will be in, if it is not there.
  func prepare() throws(LedgerError)

  /// Makes a ledger of what is here. Durable once returned.
  func write(_ settings: LedgerSettings) throws(LedgerError)

  /// The mark of a creation that was not finished; nil where there is none.
  func creationMark() throws(LedgerError) -> [UInt8]?

  /// Leaves the mark of a creation. Durable once returned.
  func markCreation(_ mark: [UInt8]) throws(LedgerError)

  /// Takes the mark of an unfinished creation away, once the ledger is complete.
  func endCreation()
}

extension LedgerDirectory: SettingsStore {
  public var place: String { path }

  public func prepare() throws(LedgerError) { try DurableFile.makeDirectory(path) }

  public func write(_ settings: LedgerSettings) throws(LedgerError) {
    try DurableFile.replace(self.settings, with: Array(try settings.yaml().utf8))
  }

  public func creationMark() throws(LedgerError) -> [UInt8]? { try DurableFile.read(creation) }

  public func markCreation(_ mark: [UInt8]) throws(LedgerError) { try DurableFile.replace(creation, with: mark) }
}

/// Settings in memory.
final class MemorySettings: SettingsStore {
  private let settings = Mutex<LedgerSettings?>(nil)
  private let mark = Mutex<[UInt8]?>(nil)

  let place = "memory"
  var isComplete: Bool { settings.withLock { $0 != nil } }

  func readSettings() throws(LedgerError) -> LedgerSettings {
    guard let settings = settings.withLock({ $0 }) else { throw .directory(path: place, .noLedger) }
    return settings
  }

  func prepare() {}
  func write(_ settings: LedgerSettings) { self.settings.withLock { $0 = settings } }
  func creationMark() -> [UInt8]? { mark.withLock { $0 } }
  func markCreation(_ mark: [UInt8]) { self.mark.withLock { $0 = mark } }
  func endCreation() { mark.withLock { $0 = nil } }
}
