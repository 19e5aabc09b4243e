/// Writes CSV (RFC 4180): UTF-8, quotes only where they are needed, each record ended by CRLF.
///
/// Law: ``CSVReader`` reads back what was written, unless every cell of a record is blank (such records are passed over).
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  private let separator: CSVSeparator

  /// A writer of an empty file.
  ///
  /// - Parameter marksByteOrder: begins the file with EF BB BF, without which some spreadsheets take UTF-8 for something else.
  public init(separator: CSVSeparator = .comma, marksByteOrder: Bool = false) {
    self.separator = separator
    if marksByteOrder { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Writes one record.
  public mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator.rawValue) }
      // A record of one empty cell would be an empty line.
      if needsQuotes(cell) || (cells.count == 1 && cell.isEmpty) {
        appendQuoted(cell)
      } else {
        bytes.append(contentsOf: cell.utf8)
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private func needsQuotes(_ cell: String) -> Bool {
    guard let first = cell.utf8.first, let last = cell.utf8.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    return cell.utf8.contains { $0 == separator.rawValue || $0 == CSVReader.quote || $0 == 0x0A || $0 == 0x0D }
  }

  private mutating func appendQuoted(_ cell: String) {
    bytes.append(CSVReader.quote)
    for byte in cell.utf8 {
      if byte == CSVReader.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVReader.quote)
  }
}
