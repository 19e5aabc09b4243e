import Cryptography
import Foundation
import Intake
import Compliance
import Language
import Ledger
import Vocabulary

/// What became of one file.
struct FileOutcome {
  let file: String
  let list: String
  var report: IntakeReport
  var cells: RejectedCells?
  var refusals: [NoteRefusal] = []

  /// Rows whose note the ledger refused.
  var rowsNotAdmitted: Int { refusals.rowNumbers.count }
  /// Rows that are in the ledger now and were not before.
  var rowsRecorded: Int { report.rowsAccepted - rowsNotAdmitted }

  /// Whether every row was recorded, or was before.
  var isComplete: Bool { report.rowsRejected == 0 && !report.endedEarly && refusals.isEmpty }
}

/// Reads a file part by part, and records what it says as notes, many in one transaction.
struct FileImport {
  let session: LedgerSession
  /// Names of the keys that sign rows which name no officer.
  let signers: [String]
  /// Whether rejected cells are kept for the officer to mend.
  var keepsCells = false

  private static let partByteCount = 1 << 18
  /// Notes that are signed and submitted at a time.
  private static let notesAtOnce = 256

  /// Imports a list.
  func list(_ kind: ListKind, path: String) async throws -> FileOutcome {
    let list = ListImport(kind, signers: signers, keepsRejectedCells: keepsCells, session: session.intake)
    let digest = FileTag(session)
    var drafting = Drafting(session: session, now: try currentTimestamp(zone: session.settings.zone))
    try await read(path) { part in
      digest.update(part)
      try await drafting.add(try list.read(part))
    }
    try await drafting.add(try list.finish())
    try await drafting.finish()
    if kind == .registrations || kind == .proposals {
      try await drafting.add(try drafting.registryImported(list, digest.value))
      try await drafting.finish()
    }
    session.finishFile()
    return FileOutcome(
      file: path, list: kind.rawValue, report: list.report, cells: list.rejectedCells, refusals: drafting.refusals)
  }

  /// Imports a file of event lines.
  func events(path: String) async throws -> FileOutcome {
    guard !signers.isEmpty else {
      throw CommandFailure.usage(Bilingual(id: "\(path): siapa yang menandatangani? --as", en: "\(path): who signs? --as"))
    }
    let events = EventFileImport(signers: signers, session: session.intake)
    var drafting = Drafting(session: session, now: try currentTimestamp(zone: session.settings.zone))
    try await read(path) { part in try await drafting.add(try events.read(part)) }
    try await drafting.add(try events.finish())
    try await drafting.finish()
    session.finishFile()
    return FileOutcome(file: path, list: "events", report: events.report, refusals: drafting.refusals)
  }

  private func read(_ path: String, _ body: ([UInt8]) async throws -> Void) async throws {
    let file: FileHandle
    let size: UInt64
    if path == "-" {
      file = FileHandle.standardInput
      size = 0
    } else {
      guard let opened = FileHandle(forReadingAtPath: path) else {
        throw CommandFailure.failed(
          Bilingual(id: "\(path): berkas tidak ada atau tidak terbaca", en: "\(path): the file is missing or cannot be read"))
      }
      file = opened
      size = (try? file.seekToEnd()) ?? 0
      try? file.seek(toOffset: 0)
    }
    let progress = session.console.progress(Bilingual(path))
    var done: UInt64 = 0
    while let data = try next(file, path), !data.isEmpty {
      try await body([UInt8](data))
      done += UInt64(data.count)
      progress.update(done, of: size)
    }
    progress.finish()
  }

  private func next(_ file: FileHandle, _ path: String) throws -> Data? {
    do { return try file.read(upToCount: Self.partByteCount) } catch {
      let reason = FileReason(error)
      guard path == "-" else { throw LedgerError.file(path: path, doing: .reading, reason: reason) }
      throw CommandFailure.failed(
        Bilingual(id: "masukan baku (standard input): ", en: "standard input: ") + FileWork.reading.words + Bilingual(": ")
          + reason.words)
    }
  }

  /// Drafts on their way into notes.
  private struct Drafting {
    let session: LedgerSession
    let now: Timestamp
    var chunker = NoteChunker()
    var chunks: [[DraftEvent]] = []
    var refusals: [NoteRefusal] = []
    var last: DraftEvent?
    var regions: Set<Region> = []

    init(session: LedgerSession, now: Timestamp) {
      self.session = session
      self.now = now
    }

    mutating func add(_ drafts: [DraftEvent]) async throws {
      for draft in drafts {
        if let complete = chunker.add(draft) { chunks.append(complete) }
      }
      if chunks.count >= FileImport.notesAtOnce { try await submit() }
    }

    mutating func finish() async throws {
      if let rest = chunker.finish() { chunks.append(rest) }
      try await submit()
    }

    private mutating func submit() async throws {
      let batch = chunks
      chunks = []
      let refused = try await session.record(batch, signedAt: now)
      refusals += refused
      let missing = refused.rowNumbers
      for draft in batch.joined() where !missing.contains(draft.row) {
        if let region = draft.event.body.region { regions.insert(region) }
        last = draft
      }
    }

    /// The events that say which list was read, signed by whoever signed its last row; none when nothing of it is in the ledger, or
    /// the ledger says so already. A run that is interrupted after the rows leaves it to the next.
    ///
    /// One for each province with rows, since no region covers two; each tells of the whole file.
    func registryImported(_ list: ListImport, _ fileTag: Digest) throws -> [DraftEvent] {
      guard list.report.eventsAccepted > 0 || !session.context.state.hasImported(fileTag: fileTag),
        let (at, signers) = lastRow(known: list.known)
      else { return [] }
      let report = list.report
      let missing = refusals.rowNumbers.count
      let source: RegistryImported.Source = list.kind == .proposals ? .proposal : .bnba
      return try Self.covering(regions.union(list.known.regions)).compactMap { region in
        let body = RegistryImported(
          source: source, list: Code(list.kind.rawValue) ?? Code("list")!, snapshot: at.localDate, fileTag: fileTag,
          rows: report.rowsRead, accepted: report.rowsAccepted + report.rowsAlreadyRecorded - missing,
          rejected: report.rowsRejected + missing, region: region)
        return try session.draft(.registryImported(body), at: at, signers: signers, row: 0)
      }
    }

    /// When the last row that is in the ledger happened, and who signs it.
    private func lastRow(known: ListImport.KnownRows) -> (at: Timestamp, signers: [String])? {
      guard let row = known.last, row.row > last?.row ?? 0 else { return last.map { ($0.event.at, $0.signers) } }
      return (row.at, row.signers)
    }

    /// For each province the smallest region that covers those of them that lie in it, sorted.
    private static func covering(_ regions: Set<Region>) -> [Region] {
      Dictionary(grouping: regions) { $0.ancestor(at: .province) }.values.compactMap(common).sorted()
    }

    /// The smallest region that covers all of them; nil where they are of several provinces.
    private static func common(_ regions: [Region]) -> Region? {
      guard var common = regions.first else { return nil }
      while !regions.allSatisfy({ common.covers($0) }) {
        guard let parent = common.parent else { return nil }
        common = parent
      }
      return common
    }
  }
}

/// The keyed digest of a file's bytes (SPEC 9.1, label `file`), over their SHA-256, so that a large file is not held in memory.
private final class FileTag {
  private var hasher = SHA256.Hasher()
  private let session: LedgerSession

  init(_ session: LedgerSession) { self.session = session }
  func update(_ part: [UInt8]) { hasher.update(part) }
  var value: Digest { session.vault.tagKey.digest(label: "file", value: hasher.finalize().bytes) }
}

extension LedgerSession {
  /// An event of our own making, with an identifier computed from its content, so that making it again adds nothing. Nil when it is
  /// recorded already.
  ///
  /// - Throws: `EventError` where the schema would refuse it.
  func draft(_ body: EventBody, at: Timestamp, signers: [String], row: Int) throws(EventError) -> DraftEvent? {
    var event = Event(id: .make(millisecondsSince1970: 0, random: (0, 0)), at: at, body: body)
    event.id = try intake.identity.event(of: event)
    guard !context.isRecorded(event: event.id) else { return nil }
    return DraftEvent(line: try EventLine(writing: event), signers: signers, row: row)
  }
}

extension [NoteRefusal] {
  /// The rows of all of them.
  var rowNumbers: Set<Int> { reduce(into: []) { $0.formUnion($1.rowNumbers) } }
}
