/// Reads a table that makes no events and fits into memory.
enum SmallTable {
  /// What `read` makes of each row without problems, and what became of the rows.
  static func read<Value>(
    _ file: [UInt8], _ columns: ColumnSet, _ session: IntakeSession, read: (inout Row) -> Value?
  ) throws(ColumnError) -> ([Value], IntakeReport) {
    var table = TableReader(columns, session: session)
    unsafe file.withUnsafeBytes { unsafe table.append($0) }
    table.finish()
    var values: [Value] = []
    while var row = try table.next() {
      if let value = read(&row), row.isSound {
        values.append(value)
        table.report.rowsAccepted += 1
      } else {
        table.reject(row)
      }
    }
    try table.checkHeader()
    return (values, table.report)
  }
}
