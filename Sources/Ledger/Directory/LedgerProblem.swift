public import TransparencyLog

/// What is wrong with the directory of a ledger.
public enum DirectoryProblem: Hashable, Sendable, CustomStringConvertible {
  /// There is no `amanah.yaml`, and nothing else of a ledger.
  case noLedger
  /// There is no `amanah.yaml`, but other files of a ledger.
  case noSettings
  /// A new ledger was to be made where a complete one is.
  case occupied
  /// The keyring has a log key of this name, which has signed for another ledger.
  case keyInUse(name: String, keyring: String)
  /// A new ledger was to be made where another one was begun, or its settings were lost.
  case begun(reason: BegunReason)

  /// Why the creation of a ledger cannot go on with what is there.
  public enum BegunReason: Hashable, Sendable {
    /// More is recorded than the opening.
    case entries(TreeSize)
    /// It was opened under another origin, by other governors, or for another purpose.
    case other
    /// The vault holds keys of recipients.
    case subjects
  }

  public var description: String {
    switch self {
    case .noLedger: "expected a ledger with amanah.yaml, found none; amanah init makes one"
    case .noSettings: "expected amanah.yaml beside the other files of the ledger, found none; restore it"
    case .occupied: "expected a directory without a ledger, found a complete ledger"
    case .keyInUse(let name, let keyring):
      "expected no log key \(name) in \(keyring), found one: it has signed another history; restore that ledger, or choose another origin"
    case .begun(.entries(let count)):
      "expected a directory without a ledger, found one with \(count) entries and without amanah.yaml"
    case .begun(.other): "expected a directory without a ledger, found the beginning of another one"
    case .begun(.subjects): "expected a directory without a ledger, found a vault with keys of recipients"
    }
  }
}

/// What is wrong with `amanah.yaml`.
public enum SettingsProblem: Hashable, Sendable, CustomStringConvertible {
  case unreadable(reason: String)
  case version(Int)
  case zone(Int)
  case logKey(reason: String)
  /// The log key has another name than the ledger.
  case name(expected: String)

  public var description: String {
    switch self {
    case .unreadable(let reason): "expected version, origin, logKey, title, zone: \(reason)"
    case .version(let found): "expected version 1, found \(found)"
    case .zone(let found): "zone: expected 7, 8 or 9, found \(found)"
    case .logKey(let reason): "logKey: \(reason)"
    case .name(let expected): "logKey: expected a key named \(expected)"
    }
  }
}

/// What is wrong with the vault.
public enum VaultProblem: Hashable, Sendable, CustomStringConvertible {
  case missing(path: String)
  /// One of the vault's own secrets is not there.
  case noSecret(path: String, name: String)
  /// The keyring does not open it.
  case foreign(path: String)
  /// There is no key for a subject: erased, or of another vault.
  case noSubject(String)
  /// A subject's key does not open.
  case damaged(subject: String)
  /// The sealed data of a subject do not open.
  case notSealed(subject: String, reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): the vault is missing; restore it, or verify and report without it"
    case .noSecret(let path, let name): "\(path): the vault has no \(name) key"
    case .foreign(let path): "\(path): the vault belongs to another ledger or keyring"
    case .noSubject(let subject): "there is no key for \(subject); it was erased, or belongs to another vault"
    case .damaged(let subject): "the key of \(subject) does not open: the vault was damaged"
    case .notSealed(let subject, let reason): "the sealed data of \(subject) do not open: \(reason)"
    }
  }
}

/// What is wrong with a key or the keyring.
public enum KeyProblem: Hashable, Sendable, CustomStringConvertible {
  case badName(reason: String)
  case exists(folder: String)
  case missing(folder: String)
  /// The file of the key is not one.
  case damaged(path: String)
  /// The keyring's secret does not open with this passphrase, or its file was changed.
  case wrongPassphrase(path: String)
  /// The file of the keyring's secret is not one.
  case unreadableKeyring(path: String, reason: String)
  /// The keyring's secret does not open the key: it is of another keyring, or damaged.
  case otherKeyring(path: String)
  /// The file of this name holds the key of another.
  case otherName(path: String, found: String)
  /// There are keys, but not the keyring's secret that opens them.
  case noKeyring(folder: String, keys: Int)
  /// The keyring's log key is not the one that `amanah.yaml` names.
  case notTheLogKey(folder: String)

  public var description: String {
    switch self {
    case .badName(let reason): reason
    case .exists(let folder): "there is a key of this name in \(folder) already"
    case .missing(let folder): "expected a key of this name in \(folder), found none"
    case .damaged(let path): "\(path): the key file is damaged"
    case .wrongPassphrase(let path): "\(path): the passphrase is wrong, or the file was changed"
    case .unreadableKeyring(let path, let reason): "\(path): \(reason)"
    case .otherKeyring(let path): "\(path): the key does not open with this keyring"
    case .otherName(let path, let found): "\(path): expected the key of this name, found \(found)"
    case .noKeyring(let folder, let keys): "\(folder)/keyring: expected the secret that opens the \(keys) keys here, found none"
    case .notTheLogKey(let folder): "\(folder): expected the log key of amanah.yaml, found another"
    }
  }
}

/// What is wrong with the clock.
public enum ClockProblem: Hashable, Sendable, CustomStringConvertible {
  /// The clock of a production ledger cannot be set.
  case production
  /// The machine's clock shows a year outside 2000 to 2099.
  case outOfRange
  /// A clock was set to a year outside 2000 to 2099.
  case setOutOfRange

  public var description: String {
    switch self {
    case .production: "the clock can be set in an exercise ledger only; this one is for production"
    case .outOfRange: "the clock shows a year outside 2000 to 2099"
    case .setOutOfRange: "a time outside 2000 to 2099"
    }
  }
}

/// Why a log cannot be published to a directory.
public enum PublishProblem: Hashable, Sendable, CustomStringConvertible {
  /// What is published there is not this log.
  case otherLog
  /// More is published there than this ledger has.
  case larger(published: TreeSize, size: TreeSize)
  /// This log has published other entries there: the copies of the ledger have diverged.
  case otherHistory(published: TreeSize, size: TreeSize)

  public var description: String {
    switch self {
    case .otherLog: "expected an earlier checkpoint signed by this log's key, found another file"
    case .larger(let published, let size): "expected a published size of at most \(size), found \(published)"
    case .otherHistory(let published, let size):
      "expected the root that this ledger of \(size) entries has at \(published) entries, found another"
    }
  }
}
