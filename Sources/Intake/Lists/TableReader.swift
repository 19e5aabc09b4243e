/// The one loop over the rows of a table: takes them from the bytes, reads the header, and notes what cannot be taken apart.
struct TableReader {
  /// What became of the rows so far; whoever reads them adds what they came to.
  var report = IntakeReport()
  /// The cells of the rows that were refused, if they are to be kept.
  private(set) var rejectedCells: RejectedCells?

  private let columns: ColumnSet
  private let session: IntakeSession
  private var reader = CSVReader()
  private var record = CSVRecord()
  private var map: ColumnMap?

  init(_ columns: ColumnSet, session: IntakeSession, keepsRejectedCells: Bool = false) {
    self.columns = columns
    self.session = session
    if keepsRejectedCells { rejectedCells = RejectedCells() }
  }

  /// Adds a part of the file.
  mutating func append(_ part: UnsafeRawBufferPointer) { unsafe reader.append(part) }

  /// Says that there are no more parts.
  mutating func finish() { reader.finish() }

  /// The next row that has as many cells as there are columns; nil where the parts so far hold no more, or nothing behind can be read.
  ///
  /// - Throws: ``ColumnError`` where the first row does not name the columns.
  mutating func next() throws(ColumnError) -> Row? {
    while !report.endedEarly {
      do throws(CSVError) {
        guard try reader.next(into: &record) else { return nil }
      } catch {
        // The rows before this one stand.
        report.reject(Rejection(error), endingEarly: true)
        return nil
      }
      guard let map else {
        try readHeader()
        continue
      }
      if let problem = record.problem(expectingCells: map.width) {
        rejectedCells?.rows[record.row] = record.texts
        report.reject(Rejection(problem), endingEarly: false)
        continue
      }
      report.rowsRead += 1
      return Row(record: record, columns: map, session: session)
    }
    return nil
  }

  private mutating func readHeader() throws(ColumnError) {
    if let problem = record.problem {
      report.reject(Rejection(problem), endingEarly: true)
      return
    }
    let header = try ColumnMap(header: record, of: columns)
    report.unknownColumns = header.unknown
    rejectedCells?.header = record.texts
    map = header
  }

  /// Notes why a row is refused.
  mutating func reject(_ row: Row) {
    rejectedCells?.rows[row.record.row] = row.record.texts
    report.reject(row)
  }

  /// To be asked at the end of the file.
  ///
  /// - Throws: ``ColumnError/noHeader`` where it had no content.
  func checkHeader() throws(ColumnError) {
    if map == nil, !report.endedEarly { throw .noHeader }
  }
}
