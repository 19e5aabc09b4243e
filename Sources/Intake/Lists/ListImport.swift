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
  public private(set) var report = IntakeReport()
  /// Which list it is.
  public let kind: ListKind
  /// The cells of the rows that were refused, if they are to be kept.
  public private(set) var rejectedCells: RejectedCells?

  /// Rows that the ledger has already: a list of which an interrupted run recorded a part is told of as a whole.
  public private(set) var known = KnownRows()

  private let session: IntakeSession
  private let standardSigners: [String]
  private let read: (inout Row) -> Void
  private var reader = CSVReader()
  private var record = CSVRecord()
  private var columns: ColumnMap?
  private var seen = SeenEvents()

  /// - Parameter signers: names of the keys that sign rows which name no officer, the author's first; short names are completed as in
  ///   lists. With none, such rows are refused.
  /// - Parameter keepsRejectedCells: keeps the cells of refused rows, personal data included, for a file that the officer who brought
  ///   the list mends and brings again.
  public init(_ kind: ListKind, signers: [String] = [], keepsRejectedCells: Bool = false, session: IntakeSession) {
    self.kind = kind
    if keepsRejectedCells { rejectedCells = RejectedCells() }
    self.session = session
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
      unsafe reader.append(UnsafeRawBufferPointer(rebasing: rest[..<count]))
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
    reader.finish()
    try readRows(into: &drafts)
    if columns == nil, !report.endedEarly { throw ColumnError.noHeader }
    return drafts
  }

  private func readRows(into drafts: inout [DraftEvent]) throws {
    do {
      while try reader.next(into: &record) {
        if let columns {
          try readRow(columns, into: &drafts)
        } else {
          try readHeader()
        }
        if report.endedEarly { return }
      }
    } catch let error as CSVError {
      // The rows before this one stand.
      endEarly(error)
    }
  }

  private func readHeader() throws {
    if let problem = record.problem {
      endEarly(problem)
      return
    }
    let map = try ColumnMap(header: record, of: kind.columns)
    report.unknownColumns = map.unknown
    rejectedCells?.header = record.texts
    columns = map
  }

  private func endEarly(_ error: CSVError) {
    report.reject(Rejection(error), endingEarly: true)
  }

  private func readRow(_ columns: ColumnMap, into drafts: inout [DraftEvent]) throws {
    if let problem = record.problem(expectingCells: columns.width) {
      rejectedCells?.rows[record.row] = record.texts
      report.reject(Rejection(problem), endingEarly: false)
      return
    }
    report.rowsRead += 1
    var row = Row(record: record, columns: columns, session: session)
    read(&row)
    let signers = row.signers ?? standardSigners
    if signers.isEmpty, row.isSound { row.note(.officer, .officers, .missing) }
    guard row.isSound else {
      rejectedCells?.rows[record.row] = record.texts
      report.reject(row)
      return
    }
    try accept(row, signers: signers, into: &drafts)
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
        let draft = try pending.draft(session, signers: signers, row: row.record.row)
        session.learn(from: draft.event.body)
        drafts.append(draft)
        report.eventsAccepted += 1
        isAccepted = true
      }
    }
    if isAccepted {
      report.rowsAccepted += 1
    } else if let firstRow, !isRecorded {
      report.rowsDuplicated += 1
      report.duplicates.append(IntakeReport.Duplicate(row: row.record.row, firstRow: firstRow))
    } else {
      report.rowsAlreadyRecorded += 1
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
