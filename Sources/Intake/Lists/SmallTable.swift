/// Reads a table that makes no events and fits into memory.
enum SmallTable {
  /// What `read` makes of each row without problems, and what became of the rows.
  static func read<Value>(
    _ file: [UInt8], _ columns: ColumnSet, _ session: IntakeSession, read: (inout Row) -> Value?
  ) throws(ColumnError) -> ([Value], IntakeReport) {
    var reader = CSVReader()
    reader.append(file)
    reader.finish()
    var report = IntakeReport()
    var values: [Value] = []
    var record = CSVRecord()
    var map: ColumnMap?
    while true {
      do throws(CSVError) {
        guard try reader.next(into: &record) else { break }
      } catch {
        report.reject(Rejection(error), endingEarly: true)
        break
      }
      guard let columnMap = map else {
        if let problem = record.problem {
          report.reject(Rejection(problem), endingEarly: true)
          break
        }
        let header = try ColumnMap(header: record, of: columns)
        report.unknownColumns = header.unknown
        map = header
        continue
      }
      if let problem = record.problem(expectingCells: columnMap.width) {
        report.reject(Rejection(problem), endingEarly: false)
        continue
      }
      var row = Row(record: record, columns: columnMap, session: session)
      report.rowsRead += 1
      if let value = read(&row), row.isSound {
        values.append(value)
        report.rowsAccepted += 1
      } else {
        report.reject(row)
      }
    }
    if map == nil, !report.endedEarly { throw .noHeader }
    return (values, report)
  }
}
