import Compliance
import Cryptography
public import Intake
import LedgerStore
public import TransparencyLog
public import Vocabulary

/// A ledger opened for recording: its writer, its vault and the keys that lie at this desk. Turns drafts into signed notes, and lists into
/// drafts.
///
/// Not for use from several tasks at once. Everything that has to be told on the way is a value (``RecordingNotice``); what to show of it,
/// where and in which language is for whoever opened the desk.
public final class RecordingDesk {
  public let settings: LedgerSettings
  public let writer: LedgerWriter
  public let vault: Vault
  public let keyring: Keyring
  /// What lists are read with.
  public let intake: IntakeSession
  /// Whether nothing is recorded: what would be refused is told all the same.
  public let isDryRun: Bool
  /// Erased subjects whose keys had come back, and were destroyed as this desk opened (SPEC 9.2).
  public let destroyedAgain: [Identifier]
  let tell: (RecordingNotice) -> Void
  private let stores: LedgerStores
  private let usesSnapshots: Bool
  private var signers: [String: SignerKey] = [:]
  /// What the clock was set to, until it was told that entries get another time.
  private var clock: RecordedTime?
  /// Whether a dry run met grants: who may sign what is not known from then on.
  var grantsWereTried = false
  /// Root and last leaf of what was recorded, once the ledger is closed.
  private var end: (checkpoint: Checkpoint, leaf: Digest)?

  /// Opens the ledger in `stores`.
  ///
  /// - Parameters:
  ///   - usesSnapshots: whether the state may begin with a snapshot, and be kept as one.
  ///   - tell: hears what goes on.
  /// - Throws: `LedgerError`, as ``LedgerWriter/open(stores:keyring:usesSnapshots:progress:)`` and `Vault`.
  public init(
    stores: LedgerStores, keyring: Keyring, isDryRun: Bool = false, usesSnapshots: Bool = true,
    tell: @escaping @Sendable (RecordingNotice) -> Void = { _ in }
  ) async throws(LedgerError) {
    self.stores = stores
    self.keyring = keyring
    self.isDryRun = isDryRun
    self.usesSnapshots = usesSnapshots
    self.tell = tell
    settings = try stores.settings.readSettings()
    let origin = settings.origin
    let vault = try await WorkQueue.attempt(label: "amanah.vault") { () throws(LedgerError) in
      try Vault(stores: stores, origin: origin, keyring: keyring)
    }
    let writer = try await LedgerWriter.open(
      stores: stores, keyring: keyring, usesSnapshots: usesSnapshots, progress: { tell(.reading($0, of: $1)) })
    tell(.ready)
    (self.vault, self.writer) = (vault, writer)
    let erased = isDryRun ? [] : writer.state.read(\.erasedSubjects)
    destroyedAgain = try await WorkQueue.attempt(label: "amanah.vault") { () throws(LedgerError) in
      try vault.destroy(erased: erased)
    }
    intake = IntakeSession(
      origin: settings.origin, offsetHours: settings.zone,
      context: KnownLedger(state: writer.state, entries: writer.entries), sealer: VaultSealer(vault: vault))
    for problem in writer.restored.problems { tell(.snapshotNotUsed(problem)) }
    if !destroyedAgain.isEmpty { tell(.keysDestroyedAgain(destroyedAgain)) }
    tellOfClock()
  }

  /// Days without an entry after which a clock may be wrong rather than the office closed.
  private static let quietDays: Int64 = 60

  /// A clock that was put back is no reason to stop: entries get the time of the last one until it has caught up. But it must be told. So
  /// must one that is far ahead, before anything is recorded: its time would stay on the ledger for ever.
  private func tellOfClock() {
    let (purpose, last) = writer.state.read { ($0.opening?.body.purpose, $0.lastRecordedAt) }
    guard purpose == .production, let now = LedgerClock.system.now, let last else { return }
    let days = (now.millisecondsSince1970 - last.millisecondsSince1970) / 86_400_000
    if days > Self.quietDays { tell(.clockAhead(now: now, last: last, days: days)) }
    if now < last { tell(.clockBehind(now: now, last: last)) }
  }

  /// A clock that was set to before the last entry does not put entries before it: their times never go back (SPEC 4).
  func tellOfSetClock(_ recordedAt: RecordedTime) {
    guard let clock, clock < recordedAt else { return }
    self.clock = nil
    tell(.setClockBehind(set: clock, last: recordedAt))
  }

  /// Sets the clock of an exercise ledger, or goes back to the machine's.
  ///
  /// - Throws: `LedgerError.clock`.
  public func setClock(_ time: Timestamp?) async throws(LedgerError) {
    guard let time else {
      clock = nil
      return try await writer.setClock(.system)
    }
    guard let instant = RecordedTime(millisecondsSince1970: time.secondsSince1970 * 1000) else { throw .clock(.setOutOfRange) }
    try await writer.setClock(.fixed(instant))
    clock = instant
  }

  /// The machine's time where the ledger is, in whole seconds: when a note that is made now was signed.
  ///
  /// - Throws: `LedgerError.clock`.
  public func now() throws(LedgerError) -> Timestamp {
    guard let now = LedgerClock.system.now?.timestamp(offsetHours: settings.zone) else { throw .clock(.outOfRange) }
    return now
  }

  /// The signer of this full name, opened once.
  public func signer(_ name: String) throws(LedgerError) -> SignerKey {
    if let signer = signers[name] { return signer }
    let signer = try keyring.signer(named: name)
    signers[name] = signer
    return signer
  }

  /// Closes the ledger.
  public func close() async throws(LedgerError) {
    if let head = await writer.head?.checkpoint { end = (head, await writer.lastLeaf) }
    do throws(LedgerError) { try await writer.close() } catch {
      try? vault.close()
      throw error
    }
    try vault.close()
  }

  /// Keeps a snapshot for the commands to come, if that is worth while. Call it last: everything is recorded and told by then.
  public func keepSnapshot() {
    guard usesSnapshots, !isDryRun, let end, let directory = stores.directory else { return }
    let state = writer.state.copy
    guard state.size == end.checkpoint.size,
      RestoredState.isWorthKeeping(events: state.eventCount, sinceSnapshot: writer.restored.events)
    else { return }
    do throws(LedgerError) {
      try Snapshots(directory: directory, key: settings.logKey).keep(
        state, root: end.checkpoint.root, leaf: end.leaf, signer: try signer(settings.origin), besides: writer.restored.entries)
    } catch { tell(.snapshotNotKept(error)) }
  }
}
