import TransparencyLog
import Compliance
import Foundation
import TestSupport
import Vocabulary

/// Random logs of all event types: the lines of the event vectors with other identifiers, codes, choices and numbers, so that they speak
/// about the same few recipients, lots, procurements and complaints.
struct SnapshotSample {
  /// One entry: its events and signers.
  struct Entry {
    let recordedAt: Int64
    let signers: [String]
    let events: [Event]
  }

  private let templates: [String]
  private var generator: SeededGenerator
  private var serial: UInt64 = 0

  init(seed: UInt64) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Vectors/events/valid.jsonl")
    templates = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    generator = SeededGenerator(seed: seed)
  }

  /// Every type at least once, in a random order, then `more` random events; a note has up to three.
  mutating func entries(more: Int) throws -> [Entry] {
    var events = try templates.shuffled(using: &generator).map { try event($0) }
    for _ in 0..<more { events.append(try event(templates.randomElement(using: &generator)!)) }
    var entries: [Entry] = []
    while !events.isEmpty {
      let count = min(events.count, Int.random(in: 1...3, using: &generator))
      let signers = (0..<Int.random(in: 1...3, using: &generator)).map { _ in "town/\(Int.random(in: 1...4, using: &generator))" }
      entries.append(
        Entry(recordedAt: 1_776_400_000_000 + Int64(entries.count), signers: signers, events: Array(events.prefix(count))))
      events.removeFirst(count)
    }
    return entries
  }

  private mutating func event(_ template: String) throws -> Event {
    var line = template
    serial += 1
    // One after the other, since some lists hold no two alike.
    var turn = UInt64.random(in: 0..<6, using: &generator)
    line.replace(/"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]+"/) { _ in
      turn = (turn + 1) % 6
      return "\"\(id(turn))\""
    }
    // Corrections speak about earlier events; codes of one kind share a few numbers.
    line.replace(/"corrects":"[0-9a-f-]+"/) { _ in
      "\"corrects\":\"\(id(1000 + UInt64.random(in: 1...serial, using: &generator)))\""
    }
    line.replace(/"([A-Z]+[-\/][A-Z0-9\/-]*)[0-9]"/) { "\"\($0.1)\(Int.random(in: 1...3, using: &generator))\"" }
    line.replace(/"period":"2026-0[0-9]"/) { _ in "\"period\":\"2026-0\(Int.random(in: 3...5, using: &generator))\"" }
    line.replace(/2026-04-(0|1)([0-9])/) { "2026-04-\($0.1)\(Int.random(in: 1...9, using: &generator))" }
    line.replace(/"(void|received|packaged|combinedOrder)":(true|false)/) { "\"\($0.1)\":\(Bool.random(using: &generator))" }
    line.replace(/"(nik|kk)Tag":"[^"]*"/) {
      "\"\($0.1)Tag\":\"AAAAAAAAAAAAAAAAAAAA\(Int.random(in: 1...3, using: &generator))A==\""
    }
    let outcome = ["upheld", "unfounded", "partlyUpheld"].randomElement(using: &generator)!
    line.replace("\"outcome\":\"upheld\"", with: "\"outcome\":\"\(outcome)\"")
    line.replace("\"samePerson\"", with: "\"\(["samePerson", "sameFamily", "different"].randomElement(using: &generator)!)\"")
    line.replace(
      "\"collector\":\"self\"", with: "\"collector\":\"\(["self", "proxy", "heir"].randomElement(using: &generator)!)\"")
    let read = try EventReader.read(Array(line.utf8))
    return Event(id: id(1000 + serial), at: read.at, body: read.body)
  }

  private func id(_ number: UInt64) -> Identifier {
    Identifier.make(millisecondsSince1970: 1_776_000_000_000, random: (0, number))
  }
}

extension LedgerState {
  mutating func fold(_ entry: SnapshotSample.Entry) {
    fold(recorded(at: Int(size.rawValue), entry.recordedAt, by: entry.signers, entry.events))
  }
}
