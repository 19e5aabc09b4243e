import Admission
import Cryptography
import Foundation
public import Language
import LedgerStore
public import TransparencyLog
public import Vocabulary

/// What a new ledger is made from.
public struct LedgerCreation: Sendable {
  /// A governor's signer with the person who holds it.
  public struct Governor: Sendable {
    public let signer: SignerKey
    public let holder: Identifier

    /// `holder` governs with `signer`.
    public init(signer: SignerKey, holder: Identifier) {
      self.signer = signer
      self.holder = holder
    }
  }

  public var origin: String
  public var title: String
  public var purpose: LedgerOpened.Purpose
  public var governors: [Governor]
  /// When it is opened, as the governors say.
  public var openedAt: Timestamp
  /// The clock of the first entry; a fixed one in exercises only.
  public var clock: LedgerClock
  public var zone: Int
  public var language: Language?

  /// Everything that a ledger begins with.
  public init(
    origin: String, title: String, purpose: LedgerOpened.Purpose, governors: [Governor], openedAt: Timestamp,
    clock: LedgerClock = .system, zone: Int = 7, language: Language? = nil
  ) {
    self.origin = origin
    self.title = title
    self.purpose = purpose
    self.governors = governors
    self.openedAt = openedAt
    self.clock = clock
    self.zone = zone
    self.language = language
  }

  /// Makes the ledger in `directory`: log key, vault, database, first entry, head. Durable and signed once returned.
  ///
  /// The settings are written last: what an interrupted creation leaves behind opens as no ledger. Creating the same ledger again in
  /// its place goes on with what is there. A log key that was there before is refused: it may have signed another history.
  /// - Parameter keyring: gets the log's signer; the governors' signers are the caller's to keep.
  /// - Throws: `LedgerError.directory` when a ledger is there already, or something that this creation did not begin.
  public func create(in directory: LedgerDirectory, keyring: Keyring, id: Identifier) async throws(LedgerError) -> LedgerWriter {
    guard !directory.isComplete else { throw .directory(path: directory.path, .occupied) }
    try DurableFile.makeDirectory(directory.path)
    let lock = try WriterLock(path: directory.lock)
    // Another process may have finished meanwhile.
    guard !directory.isComplete else { throw .directory(path: directory.path, .occupied) }
    let isOurs = try begin(in: directory, keyring)
    let signer = keyring.contains(origin) ? try keyring.signer(named: origin) : try keyring.generate(name: origin)
    try Vault.create(in: directory, origin: origin, keyring: keyring)
    let store: SQLiteStore
    let size: UInt64
    do {
      store = try SQLiteStore(path: directory.database, mode: .begin)
      size = try store.size()
    } catch { throw .store(error) }
    // Without our mark only what was recorded and signed before is gone on with.
    guard isOurs || size > 0 else { throw .directory(path: directory.path, .keyInUse(name: origin, keyring: keyring.path)) }
    guard size <= 1 else { throw .directory(path: directory.path, .begun(reason: .entries(size))) }
    let commit = Commit(store: store, signer: signer, headPath: directory.head)
    let tail = try Recovery(store: store, commit: commit, key: signer.verifier).run()
    let restored = try RestoredState.make(store: store, snapshots: nil, under: tail.head?.checkpoint) { _, _ in }
    let writer = LedgerWriter(tail: tail, commit: commit, lock: lock, restored: restored)
    if let opening = tail.authority.opening {
      guard opening == self.opening(logKey: signer.verifier) else {
        throw .directory(path: directory.path, .begun(reason: .other))
      }
    } else {
      try await open(writer, logKey: signer.verifier, id: id)
    }
    let settings = LedgerSettings(origin: origin, logKey: signer.verifier, title: title, zone: zone, language: language)
    try DurableFile.replace(directory.settings, with: Array(try settings.yaml().utf8))
    directory.endCreation()
    return writer
  }

  /// Leaves a mark before the log's key is made, so that the same creation may go on with that key, and no other may sign a second
  /// history with it.
  ///
  /// - Returns: whether the key is new or of this creation. A key that was there before may only stand beside entries.
  private func begin(in directory: LedgerDirectory, _ keyring: Keyring) throws(LedgerError) -> Bool {
    let mark = Array("\(origin)\n".utf8)
    guard keyring.contains(origin) else {
      try DurableFile.replace(directory.creation, with: mark)
      return true
    }
    if try DurableFile.read(directory.creation) == mark { return true }
    guard FileManager.default.fileExists(atPath: directory.database) else {
      throw .directory(path: directory.path, .keyInUse(name: origin, keyring: keyring.path))
    }
    return false
  }

  private func open(_ writer: LedgerWriter, logKey: VerifierKey, id: Identifier) async throws(LedgerError) {
    let note = try genesisNote(logKey: logKey, id: id)
    if purpose == .exercise { try await writer.setClock(clock) }
    if case .refused(let refusal) = try await writer.submit([note])[0] {
      throw .log(reason: "the ledger cannot be opened: \(refusal)")
    }
  }

  private func opening(logKey: VerifierKey) -> LedgerOpened {
    LedgerOpened(
      origin: origin, logKey: logKey.text, title: title, purpose: purpose,
      governors: governors.map { Vocabulary.Governor(key: $0.signer.verifier.text, holder: $0.holder) })
  }

  /// The note with `ledger.opened`, signed by every governor, the first as its author.
  public func genesisNote(logKey: VerifierKey, id: Identifier) throws(LedgerError) -> [UInt8] {
    guard let author = governors.first else { throw .log(reason: "expected at least one governor") }
    let header = AuthorNote.Header(
      ledger: origin, author: author.signer.name.text, sequence: 1, previous: .zero, signedAt: openedAt)
    do {
      let draft = try AuthorNote.Draft(
        header: header, events: [Event(id: id, at: openedAt, body: .ledgerOpened(opening(logKey: logKey)))])
      return try draft.signed(by: author.signer, cosigners: governors.dropFirst().map(\.signer))
    } catch { throw .log(reason: error.description) }
  }
}
