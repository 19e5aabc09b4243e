import Admission
import Foundation
import Language
import Ledger
import LedgerStore
import TransparencyLog

/// A log that a command reads: a ledger's database or published files. Verified by whoever needs it to be.
struct LogSource {
  /// What it was read from, as machines are told.
  enum Kind: String, Encodable { case database, files }

  let kind: Kind
  /// The directory that it is in.
  let directory: LedgerDirectory
  let key: VerifierKey
  /// What audits, scans and receipts read.
  let audit: any ProvingSource
  /// The ledger as its operator reads it: with its settings, and the key that they name. Nil for what comes from others.
  let ledger: LedgerReader?
  /// What snapshots of the state claim that stand beside it.
  let claims: [SnapshotClaim]
  private let path: String

  /// A ledger's directory.
  ///
  /// - Parameter given: the key that the user has from elsewhere; nil to believe the one in the settings, as the ledger's operator does.
  ///   Who gives a key trusts nothing else: settings can be written by anybody who can write entries.
  init(_ directory: LedgerDirectory, given: VerifierKey?) async throws {
    let key = try given ?? directory.readSettings().logKey
    kind = .database
    self.directory = directory
    self.key = key
    path = directory.database
    claims = Snapshots(directory: directory, key: key).claims()
    if given == nil, case let reader = try LedgerReader(directory: directory) {
      ledger = reader
      audit = try await reader.source()
    } else {
      ledger = nil
      audit = try await StoreSource(directory: directory)
    }
  }

  /// A database that may have another name, with the head beside it.
  init(database: String, in directory: LedgerDirectory, key: VerifierKey) async throws {
    kind = .database
    self.directory = directory
    self.key = key
    path = database
    claims = []
    ledger = nil
    audit = try await StoreSource(directory: directory, database: database)
  }

  /// Published files.
  init(published directory: LedgerDirectory, key: VerifierKey) {
    kind = .files
    self.directory = directory
    self.key = key
    path = directory.path
    claims = []
    ledger = nil
    audit = PublishedSource(path: directory.path)
  }

  /// What was read, for the user.
  var name: Bilingual {
    switch kind {
    case .database: Bilingual(id: "basis data \(path)", en: "database \(path)")
    case .files: Bilingual(id: "berkas terbitan \(path)", en: "published files \(path)")
    }
  }

  /// Whether this is the ledger that somebody records in, not a copy for reading: only there can an interrupted recording be finished.
  private var isRecordedIn: Bool {
    kind == .database && [directory.keys, directory.path + "/lock"].contains { FileManager.default.fileExists(atPath: $0) }
  }

  /// What to do about a finding, where that follows from what was read.
  func advice(on finding: AuditFinding) -> Bilingual? {
    guard finding.code == .entryBeyondCheckpoint, isRecordedIn else { return nil }
    let path = directory.path
    return Bilingual(
      id:
        "Ini direktori pengelola: bila pencatatan terputus, pencatatan berikutnya memeriksa dan menandatangani sisanya. Ulangi perintah "
        + "yang terputus, misalnya amanah import <daftar> <berkas> -L \(path), lalu amanah verify \(path)",
      en:
        "This is the operator's own directory: if a recording was interrupted, the next one verifies and signs what it left. Give the "
        + "interrupted command again, such as amanah import <list> <file> -L \(path), then amanah verify \(path)")
  }

  /// Verifies and folds the log.
  ///
  /// - Throws: `CommandFailure.notVerified` with the first finding.
  func verified(_ console: Console) throws -> VerifiedState {
    let progress = console.progress(Bilingual(id: "Memeriksa", en: "Verifying"))
    let verified = try VerifiedState.make(source: audit, key: key, progress: { progress.update($0, of: $1) })
    progress.finish()
    if let finding = verified.report.finding {
      throw CommandFailure.notVerified(VerifyCommand.text(finding, advice: advice(on: finding)))
    }
    return verified
  }

  /// The checkpoint, whose signature was verified.
  ///
  /// - Throws: `CommandFailure.notVerified` with the finding.
  func checkpoint() throws -> SignedCheckpoint {
    if let ledger { return try ledger.checkpoint() }
    let bytes = try audit.checkpoint()
    do throws(AuditFinding) { return try CheckpointAudit.open(bytes, key: key) } catch {
      throw CommandFailure.notVerified(VerifyCommand.text(error))
    }
  }
}
