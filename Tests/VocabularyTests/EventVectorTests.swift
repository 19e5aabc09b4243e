import Cryptography
import Testing
import Vocabulary

/// `Tests/Vectors/events`: lines that must be read, and lines that must be refused for the reason given.
@Suite("Event vectors")
struct EventVectorTests {
  struct Hostile: Decodable, Sendable {
    let name: String
    /// The line, or `bytes` in base64 where it is not UTF-8 or long.
    let line: String?
    let bytes: String?
    let category: String
    let pointer: String
    let offset: Int
    let expected: String
    let found: String

    var content: [UInt8]? { line.map { Array($0.utf8) } ?? bytes.flatMap { Base64.decode($0) } }
  }

  @Test("Each hostile line is refused where and why the vector says")
  func hostileLinesAreRefused() throws {
    let cases: [Hostile] = try Vectors.load("events/hostile.json")
    #expect(cases.count > 150)
    for hostile in cases {
      let line = try #require(hostile.content)
      switch Result(catching: { () throws(EventError) in try EventReader.read(line) }) {
      case .success: Issue.record("accepted: \(hostile.name)")
      case .failure(let error):
        #expect(error.category.rawValue == hostile.category, "\(hostile.name)")
        #expect(error.pointer == hostile.pointer, "\(hostile.name)")
        #expect(error.offset == hostile.offset, "\(hostile.name)")
        #expect(error.expected.description == hostile.expected, "\(hostile.name)")
        #expect(error.found.description == hostile.found, "\(hostile.name)")
      }
    }
  }

  @Test("No error shows what the line says")
  func errorsKeepThePayload() throws {
    let secret = "1803071708450001"
    for text in [
      "{\"type\":\"\(secret)\"}", "{\"\(secret)\":1}", "{\"type\":\"complaint.closed\",\"id\":\"\(secret)\"}",
      "{\"type\":\"complaint.closed\",\"data\":{\"\(secret)\":1,\"\(secret)\":2}}", "{\"type\":\(secret)}", "[\"\(secret)\"",
    ] {
      let error = try #require(throws: EventError.self) { try EventReader.read(Array(text.utf8)) }
      #expect(!"\(error)".contains(secret))
      #expect(!error.pointer.contains(secret))
    }
  }

  @Test("There is a valid line for every type, and it is written again byte for byte")
  func validLinesRoundTrip() throws {
    let lines = try Vectors.bytes("events/valid.jsonl").split(separator: UInt8(ascii: "\n")).map(Array.init)
    #expect(try lines.map { try EventReader.read($0).type } == EventType.allCases)
    for line in lines { #expect(try EventWriter.write(EventReader.read(line)) == line) }
  }

  @Test("Every cut of a valid line is refused at its end or before")
  func cutLinesAreRefused() throws {
    for line in try Vectors.bytes("events/valid.jsonl").split(separator: UInt8(ascii: "\n")).map(Array.init) {
      for count in 0..<line.count {
        let error = try #require(throws: EventError.self) { try EventReader.read(Array(line[..<count])) }
        #expect(error.category == .malformed)
        #expect(error.offset <= count)
      }
    }
  }
}
