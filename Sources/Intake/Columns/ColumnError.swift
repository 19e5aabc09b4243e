/// Why the first row of a file does not name the columns of the list.
public enum ColumnError: Error, Hashable, Sendable {
  /// The file has no row that is not empty.
  case noHeader
  /// None of the cells of the first row is a known name: most likely it is a row of data.
  case nothingKnown(cells: Int)
  /// These columns are missing; of each group one would do. `found` holds the names of the columns that are there.
  case missing([[Column]], found: [String])
  /// These cells of the first row, counted from 1, name the same column.
  case repeated(Column, cells: [Int])
}
