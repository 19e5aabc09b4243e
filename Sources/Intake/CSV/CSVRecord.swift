/// The cells of one record, with quotes undone.
///
/// One value can be filled again and again by ``CSVReader/next(into:)``, which then allocates nothing.
public struct CSVRecord: Sendable {
  /// The number of the record in the file, from 1; header and empty rows count too, as in a spreadsheet.
  public internal(set) var row = 0
  /// The line of the file on which the record begins, from 1.
  public internal(set) var line = 0
  /// What is wrong with this record alone, if anything; its cells must then not be used.
  public internal(set) var problem: CSVError?

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// An empty record, to be filled.
  public init() {}

  /// The number of cells.
  public var count: Int { ends.count }

  /// The bytes of a cell, counted from 0. They are UTF-8 if ``problem`` is nil.
  public subscript(cell: Int) -> ArraySlice<UInt8> {
    bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
  }

  /// The text of a cell, counted from 0.
  public func text(_ cell: Int) -> String { String(decoding: self[cell], as: UTF8.self) }

  /// The texts of all cells.
  public var texts: [String] { (0..<count).map(text) }

  /// Whether no cell holds more than white space, or separators of another kind than the file's.
  var isBlank: Bool {
    bytes.allSatisfy { Cell.isSpace($0) || $0 == CSVSeparator.comma.rawValue || $0 == CSVSeparator.semicolon.rawValue }
  }

  /// What makes the record unusable below a header of `expected` cells: its own ``problem``, or another number of cells. Empty cells
  /// behind the last column are passed over, since spreadsheets write them.
  public func problem(expectingCells expected: Int) -> CSVError? {
    if let problem { return problem }
    if count == expected { return nil }
    if count > expected, (expected..<count).allSatisfy({ Cell(self[$0]).isMissing }) { return nil }
    return .cellCount(row: row, line: line, expected: expected, found: count)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    problem = nil
  }

  mutating func append(_ run: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: run)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func endCell() { ends.append(bytes.count) }

  /// The first cell, counted from 0, whose bytes are not UTF-8.
  func firstCellThatIsNotUTF8() -> Int? {
    let isASCII = unsafe bytes.withUnsafeBytes { unsafe $0.reduce(0, |) < 0x80 }
    if isASCII { return nil }
    return (0..<count).first { String(validating: self[$0], as: UTF8.self) == nil }
  }
}
