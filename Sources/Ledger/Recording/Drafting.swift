import Compliance
import Cryptography
import Intake
import Vocabulary

/// Drafts of one list on their way into notes, many in one transaction.
struct Drafting {
  /// Notes that are signed and submitted at a time.
  private static let notesAtOnce = 256

  private let desk: RecordingDesk
  private let signedAt: Timestamp
  private var chunker = NoteChunker()
  private var chunks: [[DraftEvent]] = []
  private(set) var refusals: [RowRefusal] = []
  private var last: DraftEvent?
  private var regions: Set<Region> = []

  init(desk: RecordingDesk, signedAt: Timestamp) {
    self.desk = desk
    self.signedAt = signedAt
  }

  mutating func add(_ drafts: [DraftEvent]) async throws(LedgerError) {
    for draft in drafts {
      if let complete = chunker.add(draft) { chunks.append(complete) }
    }
    if chunks.count >= Self.notesAtOnce { try await submit() }
  }

  mutating func finish() async throws(LedgerError) {
    if let rest = chunker.finish() { chunks.append(rest) }
    try await submit()
  }

  private mutating func submit() async throws(LedgerError) {
    let batch = chunks
    chunks = []
    let refused = try await desk.record(batch, signedAt: signedAt)
    refusals += refused
    let missing = refused.rows
    for draft in batch.joined() where !missing.contains(draft.row) {
      if let region = draft.event.body.region { regions.insert(region) }
      last = draft
    }
  }

  /// The events that say which list was read, signed by whoever signed its last row; none when nothing of it is in the ledger, or
  /// the ledger says so already. A run that is interrupted after the rows leaves it to the next.
  ///
  /// One for each province with rows, since no region covers two; each tells of the whole file.
  func registryImported(_ list: ListImport, fileTag: Digest) throws(EventError) -> [DraftEvent] {
    guard list.report.eventsAccepted > 0 || !desk.writer.state.read({ $0.hasImported(fileTag: fileTag) }),
      let (at, signers) = lastRow(known: list.known), let name = Code(list.kind.rawValue)
    else { return [] }
    let report = list.report
    let missing = refusals.rows.count
    var drafts: [DraftEvent] = []
    for region in Self.covering(regions.union(list.known.regions)) {
      let body = RegistryImported(
        source: list.kind == .proposals ? .proposal : .bnba, list: name, snapshot: at.localDate, fileTag: fileTag,
        rows: report.rowsRead, accepted: report.rowsAccepted + report.rowsAlreadyRecorded - missing,
        rejected: report.rowsRejected + missing, region: region)
      if let draft = try desk.draft(.registryImported(body), at: at, signers: signers, row: 0) { drafts.append(draft) }
    }
    return drafts
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
