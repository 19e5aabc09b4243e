import Foundation
@testable import Ledger
import LedgerStore
import TestSupport
import TransparencyLog
import Vocabulary

/// A ledger whose store fails when told, and whose writer can be killed: the next one starts from copies of the files.
struct FaultyLedger {
  let town: Town
  private(set) var directory: LedgerDirectory
  private(set) var store: FaultyStore
  private(set) var writer: LedgerWriter
  private var file: SQLiteStore

  init(_ town: Town) throws {
    self.town = town
    directory = town.directory
    (file, store, writer) = try Self.open(town, directory)
  }

  private static func open(
    _ town: Town, _ directory: LedgerDirectory
  ) throws -> (SQLiteStore, FaultyStore, LedgerWriter) {
    let file = try SQLiteStore(path: directory.database, mode: .append)
    let store = FaultyStore(file)
    let signer = try town.keyring.signer(named: Town.origin)
    let commit = Commit(store: store, signer: signer, headPath: directory.head)
    let tail = try Recovery(store: store, commit: commit, key: signer.verifier).run()
    return (file, store, LedgerWriter(tail: tail, commit: commit, lock: nil))
  }

  /// Kills the writer: whatever is in the files now is all that the next one gets.
  ///
  /// - Parameter debris: a half-written head that was never renamed is left too.
  mutating func killAndReopen(debris: Bool = false) throws {
    let path = ScratchFolder.newPath("ledger")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for name in ["ledger.sqlite", "ledger.sqlite-wal", "head", "amanah.yaml"] {
      guard FileManager.default.fileExists(atPath: "\(directory.path)/\(name)") else { continue }
      try FileManager.default.copyItem(atPath: "\(directory.path)/\(name)", toPath: "\(path)/\(name)")
    }
    if debris { try Data("bansos.exam".utf8).write(to: URL(fileURLWithPath: path + "/head.amanah-new")) }
    try file.close()
    try? FileManager.default.removeItem(atPath: directory.database)
    directory = LedgerDirectory(path)
    (file, store, writer) = try Self.open(town, directory)
  }

  /// Closes the database.
  func close() throws { try file.close() }

  /// A full audit of the files as they are.
  func audit() throws -> AuditReport {
    try LogAudit(source: try StoreSource(directory: directory), key: try directory.readSettings().logKey).run()
  }

  /// The notes that are recorded, by position.
  func notes() throws -> [[UInt8]] {
    try (0..<store.size()).compactMap { position in
      guard let entry = try store.entry(at: position) else { return nil }
      return Array(entry[try UnverifiedEntry(parsing: entry).note])
    }
  }
}
