import Admission
import Compliance
import Cryptography
import Foundation
import Intake
import Language
import Ledger
import LedgerStore
import TransparencyLog
import Vocabulary

/// A ledger opened for recording: writer, vault, keys, and the state that rows of lists refer to.
final class LedgerSession {
  let settings: LedgerSettings
  let writer: LedgerWriter
  let vault: Vault
  let keyring: Keyring
  let context: LedgerContext
  let intake: IntakeSession
  private var signers: [String: SignerKey] = [:]
  /// Whether a dry run met grants: who may sign what is not known from then on.
  private var grantsWereTried = false
  let isDryRun: Bool
  let console: Console
  /// What the clock was set to, until it was told that entries get another time.
  private var clock: RecordedTime?
  private let directory: LedgerDirectory
  private let usesSnapshots: Bool
  private let restored: (entries: TreeSize, events: Int)
  /// Root and last leaf of the entries that the state was folded from, once the ledger is closed.
  private var end: (root: Digest, leaf: Digest)?

  init(
    directory: LedgerDirectory, keyring: Keyring, console: Console, isDryRun: Bool = false, usesSnapshots: Bool = true
  ) async throws {
    self.directory = directory
    self.keyring = keyring
    self.isDryRun = isDryRun
    self.console = console
    self.usesSnapshots = usesSnapshots
    settings = try directory.readSettings()
    writer = try LedgerWriter(directory: directory, keyring: keyring)
    vault = try Vault(directory: directory, origin: settings.origin, keyring: keyring)
    let reader = try LedgerReader(directory: directory)
    let progress = console.progress(Bilingual(id: "Membaca buku besar", en: "Reading the ledger"))
    let checkpoint = try reader.checkpoint().checkpoint
    let known = try RestoredState.make(
      reader, size: checkpoint.size, under: checkpoint, usesSnapshots: usesSnapshots,
      progress: { progress.update($0, of: $1) })
    progress.finish()
    try reader.store.close()
    console.note(known.problems)
    try await writer.compareTables(with: known.state)
    restored = known.restored
    context = LedgerContext(state: known.state, directory: directory)
    Self.warnOfClock(known.state, console)
    intake = IntakeSession(
      origin: settings.origin, offsetHours: settings.zone, context: context, sealer: VaultSealer(vault: vault))
  }

  /// Days without an entry after which a clock may be wrong rather than the office closed.
  private static let quietDays: Int64 = 60

  /// A clock that was put back is no reason to stop: entries get the time of the last one until it has caught up. But it must be told. So must
  /// one that is far ahead, before anything is recorded: its time would stay on the ledger for ever.
  private static func warnOfClock(_ state: LedgerState, _ console: Console) {
    guard state.opening?.body.purpose == .production, let now = LedgerClock.system.now,
      let last = state.lastRecordedAt
    else { return }
    let days = (now.millisecondsSince1970 - last.millisecondsSince1970) / 86_400_000
    if days > quietDays {
      console.note(
        Bilingual(
          id:
            "PERINGATAN: jam mesin (\(now)) \(days) hari setelah catatan terakhir (\(last)); bila jam itu salah, hentikan sekarang dan setel jam mesin: waktu catatan tidak dapat dimundurkan",
          en:
            "WARNING: the machine's clock (\(now)) is \(days) days after the last entry (\(last)); if it is wrong, stop now and set it: times of entries cannot be put back"
        ))
    }
    guard now < last else { return }
    console.note(
      Bilingual(
        id:
          "PERINGATAN: jam mesin (\(now)) mundur dari catatan terakhir (\(last)); catatan baru memakai waktu yang terakhir; setel jam mesin",
        en:
          "WARNING: the machine's clock (\(now)) is behind the last entry (\(last)); new entries get the time of the last; set the clock"
      ))
  }

  /// A clock that was set to before the last entry does not put entries before it: their times never go back (SPEC 4).
  private func warnOfSetClock(_ recordedAt: RecordedTime) {
    guard let clock, clock < recordedAt else { return }
    self.clock = nil
    console.note(
      Bilingual(
        id:
          "PERINGATAN: jam yang disetel (\(clock)) mendahului catatan terakhir; catatan baru memakai waktu yang terakhir (\(recordedAt)), sebab waktu catatan tidak pernah mundur",
        en:
          "WARNING: the clock that was set (\(clock)) is behind the last entry; new entries get the time of the last (\(recordedAt)), since times of entries never go back"
      ))
  }

  /// Sets the clock of an exercise ledger, or goes back to the machine's.
  func setClock(_ time: Timestamp?) async throws {
    guard let time else {
      clock = nil
      return try await writer.setClock(.system)
    }
    guard let instant = RecordedTime(millisecondsSince1970: time.secondsSince1970 * 1000) else {
      throw CommandFailure.usage(Bilingual(id: "waktu di luar 2000 sampai 2099", en: "a time outside 2000 to 2099"))
    }
    try await writer.setClock(.fixed(instant))
    clock = instant
  }

  /// The signer of this full name, opened once.
  func signer(_ name: String) throws -> SignerKey {
    if let signer = signers[name] { return signer }
    let signer = try keyring.signer(named: name)
    signers[name] = signer
    return signer
  }

  /// Signs and submits chunks of events, each as one note. What is refused is returned; everything else is recorded or was before.
  ///
  /// Rows whose author has no right to them are left out, so that they do not have the others of their note refused.
  func record(_ chunks: [[DraftEvent]], signedAt: Timestamp) async throws -> [NoteRefusal] {
    guard !chunks.isEmpty else { return [] }
    var (rest, refusals) = await granted(chunks)
    guard !isDryRun else { return try await refusals + tried(rest) }
    // The keys of new subjects must be durable before boxes sealed under them are.
    try vault.flush()
    // After a refusal the author's later notes name a note that is not there; they are composed anew.
    while !rest.isEmpty { rest = try await submit(rest, signedAt: signedAt, &refusals) }
    return refusals
  }

  /// What signing and admission would refuse because of a key, without doing either.
  private func tried(_ chunks: [[DraftEvent]]) async throws -> [NoteRefusal] {
    // Keys that a dry run neither makes nor grants may sign what follows.
    guard !grantsWereTried else { return [] }
    var refusals: [NoteRefusal] = []
    for chunk in chunks {
      do {
        for name in chunk[0].signers { _ = try signer(name) }
        if let refusal = await writer.lackOfStanding(ofSigners: chunk[0].signers) {
          refusals.append(Self.refusal(chunk, reason: Bilingual(refusal.description), code: refusal.code))
        }
      } catch let error as LedgerError {
        if case .file = error { throw error }
        refusals.append(Self.refusal(chunk, reason: error.words, code: nil))
      }
    }
    return refusals
  }

  /// The chunks without the rows that would be refused for want of a grant, and these.
  private func granted(_ chunks: [[DraftEvent]]) async -> (chunks: [[DraftEvent]], refusals: [NoteRefusal]) {
    var granted: [[DraftEvent]] = []
    var lacking: [Lack: [DraftEvent]] = [:]
    var order: [Lack] = []
    for chunk in chunks {
      // Grants that a dry run does not record would be missed below.
      if isDryRun, chunk.contains(where: { $0.event.type == .keyGranted }) { grantsWereTried = true }
      guard !grantsWereTried else {
        granted.append(chunk)
        continue
      }
      let signers = chunk[0].signers
      var lacks: [Int: Lack] = [:]
      for (draft, refusal) in zip(chunk, await writer.lackOfGrants(for: chunk.map(\.event), author: signers[0])) {
        if let refusal, lacks[draft.row] == nil { lacks[draft.row] = Lack(refusal: refusal, signers: signers) }
      }
      let rest = chunk.filter { lacks[$0.row] == nil }
      if !rest.isEmpty { granted.append(rest) }
      for draft in chunk {
        guard let lack = lacks[draft.row] else { continue }
        if lacking[lack] == nil { order.append(lack) }
        lacking[lack, default: []].append(draft)
      }
    }
    let refusals = order.map { Self.refusal(lacking[$0] ?? [], reason: Bilingual($0.refusal.description), code: $0.refusal.code) }
    return (granted, refusals)
  }

  /// What rows that are refused together have in common.
  private struct Lack: Hashable {
    let refusal: Refusal
    let signers: [String]
  }

  private func submit(
    _ chunks: [[DraftEvent]], signedAt: Timestamp, _ refusals: inout [NoteRefusal]
  ) async throws -> [[DraftEvent]] {
    let head = await writer.head?.checkpoint
    let seen = head.map { Head(size: Int($0.size.rawValue), root: $0.root) }
    var chains: [String: AuthorChain] = [:]
    var notes: [[UInt8]] = []
    var submitted: [[DraftEvent]] = []
    for chunk in chunks {
      let names = chunk[0].signers
      do {
        let keys = try names.map { try signer($0) }
        let known = await writer.chain(of: names[0])
        let chain = chains[names[0]] ?? known
        var composer = NoteComposer(origin: settings.origin, author: keys[0], cosigners: Array(keys.dropFirst()), chain: chain)
        notes.append(try composer.compose(lines: chunk.map(\.line), signedAt: signedAt, seen: seen))
        chains[names[0]] = composer.chain
        submitted.append(chunk)
      } catch let error as LedgerError {
        // That a key is missing or another's is told of its rows; that its file cannot be read is no fault of theirs.
        if case .file = error { throw error }
        refusals.append(Self.refusal(chunk, reason: error.words, code: nil))
      } catch { refusals.append(Self.refusal(chunk, reason: Bilingual("\(error)"), code: nil)) }
    }
    let results = try await writer.submit(notes)
    return settle(submitted, results, &refusals)
  }

  /// Folds what was recorded; gives back what must be composed anew because an earlier note of its author was refused.
  private func settle(
    _ chunks: [[DraftEvent]], _ results: [Submission], _ refusals: inout [NoteRefusal]
  ) -> [[DraftEvent]] {
    var again: [[DraftEvent]] = []
    var refused: Set<String> = []
    for (chunk, result) in zip(chunks, results) {
      switch result {
      case .recorded(let position, let recordedAt):
        context.record(chunk, position: position, recordedAt: recordedAt)
        warnOfSetClock(recordedAt)
      case .alreadyRecorded: break
      case .refused(let refusal):
        if refused.contains(chunk[0].signers[0]) {
          again.append(chunk)
        } else {
          refused.insert(chunk[0].signers[0])
          refusals.append(Self.refusal(chunk, reason: Bilingual(refusal.description), code: refusal.code))
        }
      }
    }
    return again
  }

  private static func refusal(_ chunk: [DraftEvent], reason: Bilingual, code: FindingCode?) -> NoteRefusal {
    let rows = chunk.map(\.row)
    return NoteRefusal(
      rows: (rows.min() ?? 0)...(rows.max() ?? 0), rowNumbers: Set(rows).subtracting([0]), signers: chunk.first?.signers ?? [],
      reason: reason, code: code)
  }

  /// Forgets what the rows of a file taught: the ledger knows it now. A dry run records nothing, so it must remember.
  func finishFile() {
    if !isDryRun { intake.forget() }
  }

  /// Closes the ledger.
  func close() async throws {
    let head = await writer.head?.checkpoint
    let leaf = await writer.lastLeaf
    try context.close()
    try await writer.close()
    // Only what was folded from the very lines that were recorded, to the last one.
    if let head, context.isWhole, context.state.size == head.size { end = (head.root, leaf) }
  }

  /// Keeps a snapshot for the commands to come, if that is worth while. Call it last: everything is recorded and told by then.
  func keepSnapshot() {
    guard usesSnapshots, !isDryRun, let end,
      RestoredState.isWorthKeeping(events: context.state.eventCount, sinceSnapshot: restored.events)
    else { return }
    do {
      try Snapshots(directory: directory, key: settings.logKey).keep(
        context.state, root: end.root, leaf: end.leaf, signer: try signer(settings.origin), besides: restored.entries)
    } catch {
      console.note(
        Bilingual(id: "Catatan: potret keadaan tidak disimpan: \(error)", en: "Note: no snapshot of the state was kept: \(error)")
      )
    }
  }
}
