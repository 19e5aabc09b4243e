import Foundation
import Intake
import Language
import Testing
import Vocabulary

@Suite("Checking lines of events before they are signed")
struct EventLineCheckTests {
  private static let closed =
    #"{"type":"complaint.closed","id":"019d81e6-ec40-7b82-a4d4-8fc6f63dd183","at":"2026-01-15T12:00:00+07:00","data":{"complaint":"A-1","region":"18.03","outcome":"upheld"}}"#

  private func verdicts(_ file: String, partSize: Int) -> [EventLineCheck.Line] {
    var check = EventLineCheck()
    var lines: [EventLineCheck.Line] = []
    let bytes = Array(file.utf8)
    for start in stride(from: 0, to: bytes.count, by: partSize) {
      lines += check.read(Array(bytes[start..<min(start + partSize, bytes.count)]))
    }
    if let last = check.finish() { lines.append(last) }
    return lines
  }

  @Test("Each line has its verdict, however the file is cut into parts", arguments: [1, 7, 64, 100_000])
  func parts(size: Int) throws {
    let lines = verdicts(
      "\(Self.closed)\n\n\(Self.closed.replacing("18.03", with: "18.3"))\n\(Self.closed) \n\(Self.closed)", partSize: size)
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
    let found = lines.map { line -> String in
      switch line.verdict {
      case .accepted(let type): type.rawValue
      case .refused(let error): "\(error.category.rawValue) \(error.pointer) \(error.offset)"
      case .tooLong: "too long"
      }
    }
    let region = try #require(Self.closed.range(of: "\"18.03\"")).lowerBound
    let offset = Self.closed.utf8.distance(from: Self.closed.startIndex, to: region)
    #expect(
      found == [
        "complaint.closed", "malformed  0", "schema /data/region \(offset)", "malformed  \(Self.closed.utf8.count)",
        "complaint.closed",
      ])
  }

  @Test("No liberty of event files is taken: a mark of byte order, white space, an identifier left out")
  func strict() {
    for line in [
      "\u{FEFF}" + Self.closed, Self.closed.replacing(",", with: ", "), Self.closed + "\r",
      Self.closed.replacing(#""id":"019d81e6-ec40-7b82-a4d4-8fc6f63dd183","#, with: ""),
    ] {
      guard case .refused = verdicts(line, partSize: 1 << 16).first?.verdict else {
        Issue.record("accepted \(line)")
        continue
      }
    }
  }

  @Test("A line of 65,535 bytes is read, one of 65,536 is not, and the lines behind it are")
  func longLines() {
    let limit = EventLineCheck.lineLimit
    for (count, isRead) in [(limit, true), (limit + 1, false), (20 * limit, false)] {
      let lines = verdicts(String(repeating: " ", count: count) + "\n" + Self.closed + "\n", partSize: 1 << 12)
      #expect(lines.map(\.number) == [1, 2])
      #expect((lines.first?.verdict == .tooLong) == !isRead)
      #expect(lines.last?.verdict == .accepted(.complaintClosed))
    }
  }

  @Test("Every refusal of the vectors has words in Indonesian that are not the English ones, and none of the content")
  func words() throws {
    let secret = "1803071708450001"
    for line in [
      "", "[]", "{", #"{"type":1}"#, #"{"type":"\#(secret)"}"#, Self.closed.replacing("18.03", with: secret),
      Self.closed.replacing("\"A-1\"", with: "null"), Self.closed.replacing(":\"A-1\"", with: ",\"A-1\""), Self.closed + "x",
      Self.closed.replacing(#""complaint":"A-1","#, with: ""),
      Self.closed.replacing("A-1", with: #"A-1","complaint":"\#(secret)"#),
      Self.closed.replacing("A-1", with: #"A-1","\#(secret)":"1"#), Self.closed.replacing("\"A-1\"", with: "1.5"),
    ] {
      let error = try #require(throws: EventError.self) { try EventReader.read(Array(line.utf8)) }
      #expect(error.words.en == error.description)
      let indonesian = error.words.id
      #expect(indonesian.contains("seharusnya") && indonesian.contains("ditemukan"))
      #expect(!indonesian.contains(secret))
      #expect(error.expected.words.id != error.expected.description)
      #expect(error.found.words.id != error.found.description || error.found == .null)
    }
  }
}
