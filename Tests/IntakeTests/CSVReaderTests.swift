import Intake
import TestSupport
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
  /// The records of `file`, fed in parts of `partSize` bytes.
  private func records(_ file: [UInt8], partSize: Int = 1 << 16, separator: CSVSeparator? = nil) throws -> [CSVRecord] {
    var reader = CSVReader(separator: separator)
    var records: [CSVRecord] = []
    var record = CSVRecord()
    for start in stride(from: 0, to: file.count, by: partSize) {
      reader.append(file[start..<min(start + partSize, file.count)])
      while try reader.next(into: &record) { records.append(record) }
    }
    reader.finish()
    while try reader.next(into: &record) { records.append(record) }
    return records
  }

  private func records(_ text: String, partSize: Int = 1 << 16) throws -> [CSVRecord] {
    try records(Array(text.utf8), partSize: partSize)
  }

  @Test(
    "Every separator, line end, byte order mark and part size gives the same cells",
    arguments: CSVSeparator.allCases, ["\n", "\r\n", "\r"])
  func matrix(separator: CSVSeparator, lineEnd: String) throws {
    let mark = String(UnicodeScalar(separator.rawValue))
    let rows = [["kode", "nama \"x\"", "isi"], ["A;1", "dua,\tkoma", "baris\nkedua"], ["", "é", "akhir"]]
    let lines = rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: mark) }
    for start in ["", "\u{FEFF}"] {
      for end in ["", lineEnd] {
        let file = start + lines.joined(separator: lineEnd) + end
        for partSize in [1, 2, 3, 7, 1 << 16] {
          #expect(try records(file, partSize: partSize).map(\.texts) == rows)
        }
      }
    }
  }

  @Test("Where the parts of a file end makes no difference to its first line: byte order mark, mark of the separator, line break")
  func partsOfFirstLine() throws {
    let files = [
      // Behind the mark a NUL within the first eight bytes, which at the start of the file would mean UTF-16.
      Array("\u{FEFF}\r\nkod\0\0\0,b\n1,2\n".utf8), Array("sep=;\r\na;b\r\n1;2\r\n".utf8), Array("\r\n\r\na,b\r\n1,2".utf8),
    ]
    for file in files {
      let whole = try records(file)
      for partSize in 1...12 {
        let parts = try records(file, partSize: partSize)
        #expect(parts.map(\.texts) == whole.map(\.texts), "parts of \(partSize)")
        #expect(parts.map { [$0.row, $0.line] } == whole.map { [$0.row, $0.line] }, "parts of \(partSize)")
      }
    }
  }

  @Test("The separator is the one that occurs most often outside quotes in the first line with content")
  func detection() throws {
    let cases: [(String, [String])] = [
      ("a;b,c;d\n", ["a", "b,c", "d"]),
      ("\"x,y,z,w\";b\n", ["x,y,z,w", "b"]),
      ("a,b\n", ["a", "b"]),
      ("a\tb,c\td\n", ["a", "b,c", "d"]),
      ("\n;;;\n,,\na,b\n", ["a", "b"]),
      ("sep=;\na;b,c,d,e\n", ["a", "b,c,d,e"]),
      ("satu\n", ["satu"]),
    ]
    for (file, cells) in cases {
      #expect(try records(file).first?.texts == cells, "\(file)")
    }
  }

  @Test("Rows count every record as a spreadsheet does, lines count line breaks as an editor does")
  func places() throws {
    let file = "\na;b\r\n\r\n\"1\r\nx\";2\r\n;\r\n3;4"
    let places = try records(file).map { [$0.row, $0.line] }
    #expect(places == [[2, 2], [4, 4], [6, 7]])
  }

  @Test("The line of `sep=` is a line but not a row")
  func declaredSeparatorIsNoRow() throws {
    let record = try #require(try records("sep=,\r\na,b\r\n").first)
    #expect(record.row == 1)
    #expect(record.line == 2)
  }

  @Test("A quote inside a cell that does not begin with one stands for itself")
  func innerQuote() throws {
    #expect(try records("a,b\n5\" pipa,x \"y\" z\n").last?.texts == ["5\" pipa", "x \"y\" z"])
  }

  @Test("Text behind a closing quote spoils its row alone")
  func textAfterQuote() throws {
    let records = try records("a,b\nx,\"y\"z\nu,v\n")
    #expect(records.map(\.problem) == [nil, .textAfterQuote(row: 2, line: 2, column: 2), nil])
    #expect(records.last?.texts == ["u", "v"])
  }

  @Test("Another number of cells is a problem, unless the extra cells are empty")
  func cellCount() throws {
    let records = try records("a,b\n1,2,3\n1\n1,2,,-\n1,2\n")
    #expect(
      records.dropFirst().map { $0.problem(expectingCells: 2) } == [
        .cellCount(row: 2, line: 2, expected: 2, found: 3), .cellCount(row: 3, line: 3, expected: 2, found: 1), nil, nil,
      ])
  }

  @Test("Bytes that are not UTF-8 are told by row, line and column")
  func windows1252() throws {
    let file = Array("a,b\n\"x\ny\",caf".utf8) + [0xE9] + Array("\nu,v\n".utf8)
    let records = try records(file)
    #expect(records.map(\.problem) == [nil, .notUTF8(row: 2, line: 2, column: 2), nil])
  }

  @Test("A quote that is never closed is told by the line on which it was opened, after the rows before it")
  func unclosedQuote() throws {
    var reader = CSVReader()
    reader.append(Array("a,b\n1,2\n\"3\nx\",\"4\nrest\n".utf8))
    reader.finish()
    var record = CSVRecord()
    #expect(try reader.next(into: &record) && reader.next(into: &record))
    #expect(record.texts == ["1", "2"])
    #expect(throws: CSVError.unclosedQuote(row: 3, line: 4)) { try reader.next(into: &record) }
  }

  @Test("A record beyond the limit ends the reading before memory fills")
  func tooLong() throws {
    var reader = CSVReader()
    reader.append(Array("kode,nama\n\"".utf8))
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    let part = [UInt8](repeating: 0x78, count: 1 << 18)
    #expect(throws: CSVError.recordTooLong(row: 2, line: 2, limit: CSVReader.recordLimit)) {
      for _ in 0..<8 {
        reader.append(part)
        while try reader.next(into: &record) {}
      }
    }
  }

  @Test(
    "What is not UTF-8 text is refused by name",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0], CSVError.workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .workbook),
      ([0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0], .utf16),
      ([0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0, 0x62], .utf16),
      ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], .utf16),
    ] as [([UInt8], CSVError)])
  func notText(file: [UInt8], error: CSVError) {
    #expect(throws: error) { try records(file) }
  }

  @Test("Nothing, blank lines and lines of separators have no records", arguments: ["", "\n", "\r\n\r\n", " \n", ";;\n,,\n"])
  func empty(file: String) throws {
    #expect(try records(file).isEmpty)
  }

  @Test("Reading gives back what was written", arguments: [1, 2, 3, 4] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "B", "7", "é", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "日", "-"]
    for separator in CSVSeparator.allCases {
      let width = Int.random(in: 1...6, using: &random)
      let header = (0..<width).map { "kolom\($0)" }
      var rows = [header]
      for _ in 0..<200 {
        var row = (0..<width).map { _ in
          (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet.randomElement(using: &random)! }.joined()
        }
        // Records without content are passed over by design.
        row[0] += "x"
        rows.append(row)
      }
      var writer = CSVWriter(separator: separator, marksByteOrder: Bool.random(using: &random))
      for row in rows { writer.append(row) }
      let partSize = Int.random(in: 1...4096, using: &random)
      // The header of a single column shows no separator.
      let known = width == 1 ? separator : nil
      let read = try records(writer.bytes, partSize: partSize, separator: known).map(\.texts)
      #expect(read == rows, "seed \(seed), separator \(separator)")
    }
  }
}
