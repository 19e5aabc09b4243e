/// Reads CSV (RFC 4180) from parts of a file, as spreadsheets and offices write it.
///
/// The separator is found by itself unless given: by a first line `sep=;`, else by ``CSVSeparator`` counting in the first line that is
/// not empty. A byte order mark is passed over; records end with LF, CRLF or CR; quoted cells may hold separators, doubled quotes and
/// line breaks. A quote inside a cell that does not begin with one stands for itself. Records without content are passed over
/// but counted.
///
/// ```swift
/// reader.append(chunk)                        // as often as there are parts
/// while try reader.next(into: &record) { … }  // after each part
/// reader.finish()
/// while try reader.next(into: &record) { … }
/// ```
/// Memory: one part and one record.
public struct CSVReader: Sendable {
  /// A record may have this many bytes: 1 MiB. Longer ones come from a quote that nobody closed.
  public static let recordLimit = 1 << 20

  static let quote = UInt8(ascii: "\"")

  private var buffer: [UInt8] = []
  private var position = 0
  private var isFinished = false
  private var isStarted = false
  private var row = 0
  private var line = 1

  /// The separator: the given one, or the one found once the first record was read.
  public private(set) var separator: CSVSeparator?

  /// A reader at the start of a file.
  public init(separator: CSVSeparator? = nil) {
    self.separator = separator
  }

  /// Adds the next part of the file. Parts may end anywhere, also inside a character.
  public mutating func append(_ part: UnsafeRawBufferPointer) {
    precondition(!isFinished, "the file was said to be at its end")
    buffer.removeSubrange(..<position)
    position = 0
    unsafe buffer.append(contentsOf: part)
  }

  /// Adds the next part of the file.
  public mutating func append(_ part: some Collection<UInt8>) {
    let isDone: Void? = part.withContiguousStorageIfAvailable { unsafe append(UnsafeRawBufferPointer($0)) }
    if isDone == nil { unsafe Array(part).withUnsafeBytes { unsafe append($0) } }
  }

  /// Says that no part follows: what is left is the last record.
  public mutating func finish() { isFinished = true }

  /// Fills `record` with the next record that has content, or returns false where more of the file is needed (after ``finish()``: at
  /// its end).
  ///
  /// - Throws: a ``CSVError`` that ends the reading. Errors of one record are given with it, as ``CSVRecord/problem``.
  public mutating func next(into record: inout CSVRecord) throws(CSVError) -> Bool {
    if !isStarted {
      guard try start() else { return false }
    }
    while position < buffer.count {
      guard try scan(into: &record) else {
        if buffer.count - position > Self.recordLimit {
          throw .recordTooLong(row: row + 1, line: line, limit: Self.recordLimit)
        }
        return false
      }
      if record.isBlank { continue }
      if let cell = record.firstCellThatIsNotUTF8() {
        record.problem = .notUTF8(row: record.row, line: record.line, column: cell + 1)
      }
      return true
    }
    return false
  }

  /// Looks at the first bytes and the first line. False where more of the file is needed.
  private mutating func start() throws(CSVError) -> Bool {
    guard isFinished || buffer.count >= 8 else { return false }
    try refuseWhatIsNotText()
    let begin = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard separator == nil else {
      position = begin
      isStarted = true
      return true
    }
    // Nothing is passed over before all of the first line is there: the next call looks at the same bytes again.
    guard let first = firstLineWithContent(from: begin) else {
      if buffer.count > Self.recordLimit { throw .recordTooLong(row: 1, line: 1, limit: Self.recordLimit) }
      return false
    }
    if let declared = CSVSeparator.declared(by: buffer[first]) {
      separator = declared
      // The declaration is a line of the file, but no row of the sheet.
      position = first.upperBound
      skipLineBreak()
    } else {
      separator = .detected(in: buffer[first])
      position = begin
    }
    isStarted = true
    return true
  }

  private func refuseWhatIsNotText() throws(CSVError) {
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if buffer.starts(with: [0x50, 0x4B, 0x03, 0x04]) || buffer.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .workbook }
    if buffer.prefix(8).contains(0) { throw .utf16 }
  }

  /// The first line that holds more than white space, separators and quotes; nil while it, its line break included, is not complete.
  private func firstLineWithContent(from begin: Int) -> Range<Int>? {
    var start = begin
    var hasContent = false
    var isQuoted = false
    for index in begin..<buffer.count {
      switch buffer[index] {
      case Self.quote: isQuoted.toggle()
      case 0x0A where !isQuoted, 0x0D where !isQuoted:
        // A line feed may belong to the same line break.
        if hasContent, buffer[index] == 0x0D, index + 1 == buffer.count, !isFinished { return nil }
        if hasContent { return start..<index }
        start = index + 1
      case 0x20, 0x09, 0x2C, 0x3B, 0x0A, 0x0D: break
      default: hasContent = true
      }
    }
    return isFinished ? start..<buffer.count : nil
  }

  private mutating func skipLineBreak() {
    if position < buffer.count, buffer[position] == 0x0D { position += 1 }
    if position < buffer.count, buffer[position] == 0x0A { position += 1 }
    line += 1
  }

  /// Reads the record at ``position``, or returns false, having moved nothing, where its end is not in the buffer yet.
  private mutating func scan(into record: inout CSVRecord) throws(CSVError) -> Bool {
    record.removeAll()
    record.row = row + 1
    record.line = line
    let rest = position
    let isFinished = isFinished
    let separator = (separator ?? .comma).rawValue
    let scanned = unsafe buffer.withUnsafeBytes { bytes -> RecordScan in
      var scan = unsafe RecordScan(
        bytes: UnsafeRawBufferPointer(rebasing: bytes[rest...]), isLast: isFinished, separator: separator)
      unsafe scan.run(into: &record)
      return unsafe scan
    }
    switch unsafe scanned.outcome {
    case .incomplete: return false
    case .unclosedQuote(let lines): throw .unclosedQuote(row: row + 1, line: line + lines)
    case .complete: break
    }
    if let column = unsafe scanned.columnWithTextAfterQuote {
      record.problem = .textAfterQuote(row: record.row, line: record.line, column: column)
    }
    unsafe position += scanned.position
    unsafe line += scanned.lineBreaks
    row += 1
    return true
  }
}
