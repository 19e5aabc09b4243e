import Foundation

/// The files of a ledger on disk (SPEC 12).
public struct LedgerDirectory: Hashable, Sendable {
  /// The directory itself.
  public let path: String

  /// The ledger in `path`; nothing is read.
  public init(_ path: String) { self.path = path }

  /// Entries, append only.
  public var database: String { path + "/ledger.sqlite" }
  /// The newest signed checkpoint, kept apart from the database.
  public var head: String { path + "/head" }
  /// Subject keys and the tag key, wrapped.
  public var vault: String { path + "/vault.sqlite" }
  /// Signers, wrapped.
  public var keys: String { path + "/keys" }
  /// Settings.
  public var settings: String { path + "/amanah.yaml" }
  /// Folded states, disposable.
  public var snapshots: String { path + "/snapshots" }
  /// There while the ledger is being made: what else is there was begun by that.
  var creation: String { path + "/creation" }
  /// Held by the one writer.
  public var lock: String { path + "/lock" }

  /// The settings.
  ///
  /// - Throws: `LedgerError.directory` when there is no ledger here, `.settings` when the file cannot be used.
  public func readSettings() throws(LedgerError) -> LedgerSettings {
    let isRegular = BoundedFile.isRegular(settings)
    guard
      let bytes = try isRegular
        ? BoundedFile.read(settings, atMost: LedgerSettings.maximumByteCount) : DurableFile.read(settings)
    else {
      throw .directory(path: path, isOccupied ? .noSettings : .noLedger)
    }
    return try LedgerSettings(yaml: String(decoding: bytes, as: UTF8.self), path: settings)
  }

  /// Whether anything of a ledger is here.
  public var isOccupied: Bool {
    isComplete || [database, head, vault].contains { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether a ledger was made here: its settings are written last.
  public var isComplete: Bool { FileManager.default.fileExists(atPath: settings) }

  /// Takes the mark of an unfinished creation away, once the ledger is complete.
  public func endCreation() { unsafe unlink(creation) }
}
