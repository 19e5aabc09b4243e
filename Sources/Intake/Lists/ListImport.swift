public import Vocabulary

/// Reads one list from parts of its file and turns its rows into drafts of events.
///
/// ```swift
/// while let part = nextPart() { admit(try list.read(part)) }
/// admit(try list.finish())
/// ```
/// A row that cannot be read is told in ``report`` and passed over; a row whose events the ledger has already adds nothing.
public final class ListImport {
  /// What became of the rows so far.
  public var report: IntakeReport { table.report }
  /// Which list it is.
  public let kind: ListKind
  /// The cells of the rows that were refused, if they are to be kept.
  public var rejectedCells: RejectedCells? { table.rejectedCells }

  /// Rows that the ledger has already: a list of which an interrupted run recorded a part is told of as a whole.
  public private(set) var known = KnownRows()

  private let session: IntakeSession
  private let standardSigners: [String]
  private let read: (inout Row) -> Void
  private var table: TableReader
  private var seen = SeenEvents()

  /// - Parameter signers: names of the keys that sign rows which name no officer, the author's first; short names are completed as in
  ///   lists. With none, such rows are refused.
  /// - Parameter keepsRejectedCells: keeps the cells of refused rows, personal data included, for a file that the officer who brought
  ///   the list mends and brings again.
  public init(_ kind: ListKind, signers: [String] = [], keepsRejectedCells: Bool = false, session: IntakeSession) {
    self.kind = kind
    self.session = session
    table = TableReader(kind.columns, session: session, keepsRejectedCells: keepsRejectedCells)
    standardSigners = signers.map { ShortKeyName.complete($0, origin: session.origin) }
    read = kind.list.read
  }

  /// The drafts of the rows that end in this part of the file.
  ///
  /// - Throws: ``ColumnError`` where the first row does not name the columns; what ``PersonalDataSealer`` throws.
  public func read(_ part: UnsafeRawBufferPointer) throws -> [DraftEvent] {
    guard !report.endedEarly else { return [] }
    var drafts: [DraftEvent] = []
    // Large parts are taken in pieces, so that a mapped file is not copied as a whole.
    var rest = unsafe part
    while unsafe !rest.isEmpty, !report.endedEarly {
      let count = min(rest.count, 1 << 18)
      unsafe table.append(UnsafeRawBufferPointer(rebasing: rest[..<count]))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      try readRows(into: &drafts)
    }
    return drafts
  }

  /// The drafts of the rows that end in this part of the file.
  ///
  /// - Throws: ``ColumnError`` where the first row does not name the columns; what ``PersonalDataSealer`` throws.
  public func read(_ part: [UInt8]) throws -> [DraftEvent] {
    try unsafe part.withUnsafeBytes { try unsafe read($0) }
  }

  /// The drafts of the last rows, which no line break ends.
  ///
  /// - Throws: as ``read(_:)-(UnsafeRawBufferPointer)``; ``ColumnError/noHeader`` where the file had no content.
  public func finish() throws -> [DraftEvent] {
    var drafts: [DraftEvent] = []
    guard !report.endedEarly else { return drafts }
    table.finish()
    try readRows(into: &drafts)
    try table.checkHeader()
    return drafts
  }

  private func readRows(into drafts: inout [DraftEvent]) throws {
    while var row = try table.next() {
      read(&row)
      let signers = row.signers ?? standardSigners
      if signers.isEmpty, row.isSound { row.note(.officer, .officers, .missing) }
      guard row.isSound else {
        table.reject(row)
        continue
      }
      try accept(row, signers: signers, into: &drafts)
    }
  }

  private func accept(_ row: Row, signers: [String], into drafts: inout [DraftEvent]) throws {
    var isAccepted = false
    var firstRow: Int?
    var isRecorded = false
    for pending in row.events {
      if let earlier = seen.firstRow(of: pending.identifier, orNow: row.record.row) {
        firstRow = firstRow ?? earlier
      } else if session.context.isRecorded(event: pending.identifier) {
        isRecorded = true
        known.note(pending, signers: signers, row: row.record.row)
      } else {
        let withheld = session.withheldCount
        let draft = try pending.draft(session, signers: signers, row: row.record.row)
        if session.withheldCount > withheld { table.report.withheld.append(row.record.row) }
        session.learn(from: draft.event.body)
        drafts.append(draft)
        table.report.eventsAccepted += 1
        isAccepted = true
      }
    }
    if isAccepted {
      table.report.rowsAccepted += 1
    } else if let firstRow, !isRecorded {
      table.report.rowsDuplicated += 1
      table.report.duplicates.append(IntakeReport.Duplicate(row: row.record.row, firstRow: firstRow))
    } else {
      table.report.rowsAlreadyRecorded += 1
    }
  }
}

extension ListImport {
  /// What the rows that the ledger has already say of the list as a whole.
  public struct KnownRows: Sendable {
    /// The last of them: its row, when it happened, and who would sign it now.
    public private(set) var last: (row: Int, at: Timestamp, signers: [String])?
    /// The regions of registrations and proposals among them.
    public private(set) var regions: Set<Region> = []

    fileprivate mutating func note(_ event: PendingEvent, signers: [String], row: Int) {
      last = (row, event.at, signers)
      if let region = event.region { regions.insert(region) }
    }
  }
}

extension IntakeReport {
  /// Notes a row that could not be taken apart.
  mutating func reject(_ rejection: Rejection, endingEarly: Bool) {
    rowsRead += 1
    rowsRejected += 1
    rejections.append(rejection)
    endedEarly = endingEarly
  }

  /// Notes every problem of a row that was read.
  mutating func reject(_ row: Row) {
    rowsRejected += 1
    for problem in row.problems {
      rejections.append(
        Rejection(
          row: row.record.row, line: row.record.line, column: problem.column, expected: problem.problem.expected,
          found: problem.problem.found))
    }
  }
}
