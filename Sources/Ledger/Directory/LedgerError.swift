public import LedgerStore
public import TransparencyLog

/// Why a ledger could not be opened, read or written. Findings about a log are not errors: see `AuditReport`.
public enum LedgerError: Error, Sendable, CustomStringConvertible {
  /// Something is there already, or not there.
  case directory(path: String, DirectoryProblem)
  /// The settings file cannot be used.
  case settings(path: String, SettingsProblem)
  /// Another process writes to this ledger.
  case locked(path: String)
  /// This writer was closed, and records nothing any more.
  case closed
  /// The `head` file and the database disagree; the message says how and what to do.
  case head(HeadProblem)
  /// What was committed could not be read back as it was written. Nothing was signed; the writer stops.
  case readBack(position: Position)
  /// Entries that an interrupted run left behind do not verify. Nothing was signed.
  case recovery(position: Position, reason: String)
  /// What the database's tables of notes and grants say of a key is not what its entries say. Nothing was recorded.
  case tables(key: String)
  /// A key could not be opened.
  case key(name: String, KeyProblem)
  /// The vault could not be opened, or has no key for a subject.
  case vault(VaultProblem)
  /// A file could not be read or written.
  case file(path: String, doing: FileWork, reason: FileReason)
  /// The database refused.
  case store(StoreError)
  /// A checkpoint, proof or note could not be made or read.
  case log(reason: String)
  /// What is published already does not fit.
  case published(path: String, PublishProblem)
  /// The clock may only be set in an exercise, and never goes back.
  case clock(ClockProblem)

  public var description: String {
    switch self {
    case .directory(let path, let problem): "\(path): \(problem)"
    case .settings(let path, let problem): "\(path): \(problem)"
    case .locked(let path): "\(path): another process is writing to this ledger; wait for it or stop it"
    case .closed: "this writer was closed; open the ledger again"
    case .head(let problem): problem.description
    case .readBack(let position):
      "position \(position): the database did not give back what was written; nothing was signed or acknowledged; check the disk"
    case .recovery(let position, let reason):
      "position \(position): an entry left by an interrupted run does not verify (\(reason)); nothing was signed; keep a copy and ask the auditors"
    case .tables(let key):
      "ledger.sqlite: the tables notes and governance say something else of key \(key) than the entries; nothing was recorded; restore the newest ledger.sqlite"
    case .key(let name, let problem): "key \(name): \(problem)"
    case .vault(let problem): "vault: \(problem)"
    case .file(let path, let doing, let reason): "\(path): \(doing.rawValue) failed: \(reason)"
    case .store(let error): error.description
    case .log(let reason): reason
    case .published(let path, let problem): "\(path): \(problem)"
    case .clock(let problem): problem.description
    }
  }
}

/// How the signed head kept apart differs from the database.
public enum HeadProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are entries but no head.
  case missing(entries: TreeSize)
  /// The head is not a checkpoint signed by the ledger's key.
  case unreadable(reason: String)
  /// The head is of more entries than the database has: the database was truncated or restored from an older copy.
  case newer(head: TreeSize, entries: TreeSize)
  /// The database knows a later checkpoint than the head: the head was restored from an older copy.
  case older(head: TreeSize, newest: TreeSize)
  /// Same size, another root: the entries are not the ones that were signed.
  case different(size: TreeSize)

  public var description: String {
    switch self {
    case .missing(let entries):
      "head: expected the signed checkpoint, found no file, but the database has \(entries) entries; restore the file head"
    case .unreadable(let reason): "head: expected a checkpoint signed by the ledger's key: \(reason); restore the file head"
    case .newer(let head, let entries):
      "head is newer: it signs \(head) entries, the database has \(entries); the database was cut or is an old copy; restore the newest"
    case .older(let head, let newest):
      "head is older: it signs \(head) entries, the database has a checkpoint of \(newest); restore the newest head"
    case .different(let size):
      "head is different: at size \(size) the entries do not have the signed root; they were changed; run amanah verify"
    }
  }
}
