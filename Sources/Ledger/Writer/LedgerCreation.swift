import Compliance
import Cryptography
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
  public var language: String?

  /// Everything that a ledger begins with.
  public init(
    origin: String, title: String, purpose: LedgerOpened.Purpose, governors: [Governor], openedAt: Timestamp,
    clock: LedgerClock = .system, zone: Int = 7, language: String? = nil
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
  /// The settings are written last: what an interrupted creation leaves behind opens as no ledger, and must be removed by hand before
  /// another one is created in its place.
  /// - Parameter keyring: gets the log's signer; the governors' signers are the caller's to keep.
  /// - Throws: `LedgerError.directory` when something is there already.
  public func create(in directory: LedgerDirectory, keyring: Keyring, id: Identifier) async throws(LedgerError) -> LedgerWriter {
    guard !directory.isOccupied else {
      throw .directory(path: directory.path, expected: "a directory without a ledger", found: "a ledger, or a part of one")
    }
    try DurableFile.makeDirectory(directory.path)
    let lock = try WriterLock(path: directory.lock)
    let signer = keyring.contains(origin) ? try keyring.signer(named: origin) : try keyring.generate(name: origin)
    try Vault.create(in: directory, origin: origin, keyring: keyring)
    let store: SQLiteStore
    do { store = try SQLiteStore(path: directory.database, mode: .create) } catch { throw .store(error) }
    let empty = LedgerTail(
      authority: Authority(origin: origin, expectedLogKey: signer.verifier), head: nil, builder: TileBuilder(),
      previous: .zero, lastRecordedAt: nil)
    let commit = Commit(store: store, signer: signer, headPath: directory.head)
    let writer = LedgerWriter(tail: empty, commit: commit, lock: lock)
    try await open(writer, logKey: signer.verifier, id: id)
    let settings = LedgerSettings(origin: origin, logKey: signer.verifier, title: title, zone: zone, language: language)
    try DurableFile.replace(directory.settings, with: Array(try settings.yaml().utf8))
    return writer
  }

  private func open(_ writer: LedgerWriter, logKey: VerifierKey, id: Identifier) async throws(LedgerError) {
    let note = try genesisNote(logKey: logKey, id: id)
    if purpose == .exercise { try await writer.setClock(clock) }
    if case .refused(let refusal) = try await writer.submit([note])[0] {
      throw .log(reason: "the ledger cannot be opened: \(refusal)")
    }
  }

  /// The note with `ledger.opened`, signed by every governor, the first as its author.
  public func genesisNote(logKey: VerifierKey, id: Identifier) throws(LedgerError) -> [UInt8] {
    let opening = LedgerOpened(
      origin: origin, logKey: logKey.text, title: title, purpose: purpose,
      governors: governors.map { Vocabulary.Governor(key: $0.signer.verifier.text, holder: $0.holder) })
    guard let author = governors.first else { throw .log(reason: "expected at least one governor") }
    let header = AuthorNote.Header(
      ledger: origin, author: author.signer.name.text, sequence: 1, previous: .zero, signedAt: openedAt)
    do {
      let draft = try AuthorNote.Draft(header: header, events: [Event(id: id, at: openedAt, body: .ledgerOpened(opening))])
      return try draft.signed(by: author.signer, cosigners: governors.dropFirst().map(\.signer))
    } catch { throw .log(reason: error.description) }
  }
}
