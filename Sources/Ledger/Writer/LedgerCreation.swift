import Admission
import Cryptography
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
    try await create(in: .files(of: directory), keyring: keyring, id: id)
  }

  /// Makes the ledger in `stores`, as ``create(in:keyring:id:)`` does in a directory.
  public func create(in stores: LedgerStores, keyring: Keyring, id: Identifier) async throws(LedgerError) -> LedgerWriter {
    let place = stores.settings.place
    guard !stores.settings.isComplete else { throw .directory(path: place, .occupied) }
    try stores.settings.prepare()
    let lease = try await stores.acquireLease()
    // Another process may have finished meanwhile.
    guard !stores.settings.isComplete else { throw .directory(path: place, .occupied) }
    let (writer, signer) = try await WorkQueue.attempt(label: "amanah.creation") { () throws(LedgerError) in
      try begun(in: stores, keyring, lease)
    }
    if let opening = await writer.authority.opening {
      guard opening == self.opening(logKey: signer.verifier) else {
        throw .directory(path: place, .begun(reason: .other))
      }
    } else {
      try await open(writer, logKey: signer.verifier, id: id)
    }
    let settings = LedgerSettings(origin: origin, logKey: signer.verifier, title: title, zone: zone, language: language)
    try stores.settings.write(settings)
    stores.settings.endCreation()
    return writer
  }

  /// Log key, vault and database, and a writer of what is recorded so far.
  private func begun(
    in stores: LedgerStores, _ keyring: Keyring, _ lease: any HeldLease
  ) throws(LedgerError) -> (writer: LedgerWriter, signer: SignerKey) {
    let place = stores.settings.place
    let isOurs = try begin(in: stores, keyring)
    let signer = keyring.contains(origin) ? try keyring.signer(named: origin) : try keyring.generate(name: origin)
    try Vault.create(in: stores, origin: origin, keyring: keyring)
    let store = try stores.entries(.begin)
    let size: TreeSize
    do { size = try store.size() } catch { throw LedgerError(error) }
    // Without our mark only what was recorded and signed before is gone on with.
    guard isOurs || !size.isEmpty else { throw .directory(path: place, .keyInUse(name: origin, keyring: keyring.path)) }
    guard size <= TreeSize(1) else { throw .directory(path: place, .begun(reason: .entries(size))) }
    let commit = Commit(store: store, signer: signer, head: stores.head)
    let tail = try Recovery(store: store, commit: commit, key: signer.verifier).run()
    let restored = try RestoredState.make(store: store, snapshots: nil, under: tail.head?.checkpoint) { _, _ in }
    return (LedgerWriter(tail: tail, commit: commit, lease: lease, restored: restored), signer)
  }

  /// Leaves a mark before the log's key is made, so that the same creation may go on with that key, and no other may sign a second
  /// history with it.
  ///
  /// - Returns: whether the key is new or of this creation. A key that was there before may only stand beside entries.
  private func begin(in stores: LedgerStores, _ keyring: Keyring) throws(LedgerError) -> Bool {
    let mark = Array("\(origin)\n".utf8)
    guard keyring.contains(origin) else {
      try stores.settings.markCreation(mark)
      return true
    }
    if try stores.settings.creationMark() == mark { return true }
    guard stores.hasEntries() else {
      throw .directory(path: stores.settings.place, .keyInUse(name: origin, keyring: keyring.path))
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
