/// One pass over the bytes of one record.
@unsafe struct RecordScan {
  enum Outcome {
    /// The record was read; ``position`` is behind its line break.
    case complete
    /// The end of the record is not among the bytes.
    case incomplete
    /// The file ends inside a quoted cell that began this many lines below the start of the record.
    case unclosedQuote(lines: Int)
  }

  /// The bytes from the start of the record on.
  let bytes: UnsafeRawBufferPointer
  /// Whether the file ends where the bytes end.
  let isLast: Bool
  let separator: UInt8

  private(set) var position = 0
  private(set) var lineBreaks = 0
  private(set) var columnWithTextAfterQuote: Int?
  private(set) var outcome = Outcome.incomplete

  init(bytes: UnsafeRawBufferPointer, isLast: Bool, separator: UInt8) {
    unsafe self.bytes = unsafe bytes
    unsafe self.isLast = isLast
    unsafe self.separator = separator
  }

  mutating func run(into record: inout CSVRecord) {
    while true {
      if unsafe position < bytes.count, unsafe bytes[position] == CSVReader.quote {
        guard unsafe quotedCell(into: &record) else { return }
      }
      unsafe plainRun(into: &record)
      record.endCell()
      guard unsafe position < bytes.count else {
        unsafe outcome = unsafe isLast ? .complete : .incomplete
        return
      }
      if unsafe bytes[position] == separator {
        unsafe position += 1
        continue
      }
      unsafe endOfLine()
      return
    }
  }

  /// Everything up to the next separator or line break; behind a quoted cell that is text which does not belong there.
  private mutating func plainRun(into record: inout CSVRecord) {
    let start = unsafe position
    while unsafe position < bytes.count {
      let byte = unsafe bytes[position]
      if unsafe byte == separator || byte == 0x0A || byte == 0x0D { break }
      unsafe position += 1
    }
    unsafe record.append(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
  }

  /// A cell in quotes. False where its end, or the byte that tells whether it is the end, is missing.
  private mutating func quotedCell(into record: inout CSVRecord) -> Bool {
    let firstLine = unsafe lineBreaks
    unsafe position += 1
    var start = unsafe position
    while unsafe position < bytes.count {
      let byte = unsafe bytes[position]
      if byte == CSVReader.quote {
        unsafe record.append(UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
        unsafe position += 1
        guard unsafe position < bytes.count else { return unsafe isLast }
        guard unsafe bytes[position] == CSVReader.quote else {
          unsafe noteTextAfterQuote(column: record.count + 1)
          return true
        }
        // A doubled quote stands for one: the second begins the next run.
        start = unsafe position
      } else if unsafe byte == 0x0A || (byte == 0x0D && !isFollowedByLineFeed) {
        unsafe lineBreaks += 1
      }
      unsafe position += 1
    }
    if unsafe isLast { unsafe outcome = .unclosedQuote(lines: firstLine) }
    return false
  }

  private var isFollowedByLineFeed: Bool {
    unsafe position + 1 < bytes.count && bytes[position + 1] == 0x0A
  }

  private mutating func noteTextAfterQuote(column: Int) {
    let byte = unsafe bytes[position]
    if unsafe byte != separator, byte != 0x0A, byte != 0x0D, unsafe columnWithTextAfterQuote == nil {
      unsafe columnWithTextAfterQuote = column
    }
  }

  private mutating func endOfLine() {
    if unsafe bytes[position] == 0x0D {
      // Whether a line feed belongs to this line break is known only when the next byte is.
      if unsafe position + 1 == bytes.count, unsafe !isLast { return }
      if unsafe isFollowedByLineFeed { unsafe position += 1 }
    }
    unsafe position += 1
    unsafe lineBreaks += 1
    unsafe outcome = .complete
  }
}
