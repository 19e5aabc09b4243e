/// What is wrong with the bytes of a list, before anything in its cells is looked at.
///
/// Rows count records from 1 as a spreadsheet shows them, the header and empty rows included; lines count line breaks, so that a text
/// editor finds them; columns count cells from 1. No case holds anything of the content.
public enum CSVError: Error, Hashable, Sendable {
  /// The file is not text: a spreadsheet workbook (xlsx, xls, ods), saved as it is instead of as CSV.
  case workbook
  /// The file is UTF-16; UTF-8 is expected.
  case utf16
  /// A cell holds bytes that are not UTF-8. Spreadsheets write such bytes when they save as "CSV (ANSI)", that is Windows-1252.
  case notUTF8(row: Int, line: Int, column: Int)
  /// The quote that was opened at this line is never closed: nothing behind it can be read.
  case unclosedQuote(row: Int, line: Int)
  /// Text stands between a closing quote and the next separator.
  case textAfterQuote(row: Int, line: Int, column: Int)
  /// The row has another number of cells than the header.
  case cellCount(row: Int, line: Int, expected: Int, found: Int)
  /// The record is longer than `limit` bytes, most likely because of a quote that was never closed.
  case recordTooLong(row: Int, line: Int, limit: Int)
}
