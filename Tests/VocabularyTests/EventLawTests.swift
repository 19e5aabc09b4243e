import TestSupport
import Testing
import Vocabulary

@Suite("Laws of reading and writing events, for every type")
struct EventLawTests {
  @Test("What the schema accepts is read, and written again byte for byte", arguments: EventType.allCases)
  func canonicalLinesRoundTrip(type: EventType) throws {
    let schemas = try #require(SchemaSet.shared)
    var sampler = SchemaSampler(schemas: schemas, generator: TestSeed.generator("canonical \(type)"))
    for _ in 0..<60 {
      let value = try sampler.event(type.rawValue)
      let line = Array(value.text.utf8)
      let event = try EventReader.read(line)
      #expect(event.type == type)
      #expect(try EventWriter.write(event) == line, "seed \(TestSeed.value): \(value.text)")
    }
  }

  @Test("Neither the order of keys nor escapes change what is read", arguments: EventType.allCases)
  func spellingDoesNotMatter(type: EventType) throws {
    let schemas = try #require(SchemaSet.shared)
    var sampler = SchemaSampler(schemas: schemas, generator: TestSeed.generator("spelling \(type)"))
    var generator = TestSeed.generator("shuffle \(type)")
    for _ in 0..<25 {
      let value = try sampler.event(type.rawValue)
      let plain = try EventReader.read(Array(value.text.utf8))
      for spelling in [
        JSON.Spelling(shuffles: true), JSON.Spelling(escapeOneIn: 3), JSON.Spelling(shuffles: true, escapeOneIn: 1),
      ] {
        let text = value.text(spelling, &generator)
        #expect(try EventReader.read(Array(text.utf8)) == plain, "seed \(TestSeed.value): \(text)")
      }
    }
  }

  @Test("What the schema refuses is refused at a place that is at fault", arguments: EventType.allCases)
  func faultsAreFound(type: EventType) throws {
    let schemas = try #require(SchemaSet.shared)
    let schema = try #require(schemas.events[type.rawValue])
    var sampler = SchemaSampler(schemas: schemas, generator: TestSeed.generator("faults \(type)"))
    var mutator = JSONMutator(generator: TestSeed.generator("mutations \(type)"))
    var refused = 0
    for _ in 0..<150 {
      let value = mutator.mutate(try sampler.event(type.rawValue))
      let faults = try schemas.faults(value, schema)
      let text = value.text
      switch Result(catching: { () throws(EventError) in try EventReader.read(Array(text.utf8)) }) {
      case .success(let event):
        #expect(faults.isEmpty, "seed \(TestSeed.value): accepted \(text) in spite of \(faults)")
        let written = try EventWriter.write(event)
        #expect(JSONParser.parse(written).map(value.means) == true, "seed \(TestSeed.value): \(text)")
      case .failure(let error):
        refused += 1
        #expect(faults.contains(error.pointer), "seed \(TestSeed.value): \(error) but \(faults) in \(text)")
        let hasType = !faults.contains("/type") && value["type"] != nil
        #expect(error.category == (value.members == nil ? .malformed : hasType ? .schema : .type))
      }
    }
    #expect(refused > 40, "the mutations must do harm")
  }

  @Test("Damaged bytes never crash the reader, and it agrees with the tests' own parser", arguments: EventType.allCases)
  func damagedBytesAreRefused(type: EventType) throws {
    let schemas = try #require(SchemaSet.shared)
    let schema = try #require(schemas.events[type.rawValue])
    var sampler = SchemaSampler(schemas: schemas, generator: TestSeed.generator("bytes \(type)"))
    var generator = TestSeed.generator("damage \(type)")
    for _ in 0..<25 {
      let line = Array(try sampler.event(type.rawValue).text.utf8)
      for _ in 0..<15 {
        let damaged = Self.damage(line, &generator)
        let oracle = JSONParser.parse(damaged)
        let text = String(decoding: damaged, as: UTF8.self)
        switch Result(catching: { () throws(EventError) in try EventReader.read(damaged) }) {
        case .success(let event):
          let value = try #require(oracle, "seed \(TestSeed.value): accepted \(text)")
          #expect(value["type"]?.string == event.type.rawValue)
          let faults = event.type == type ? try schemas.faults(value, schema) : []
          #expect(faults.isEmpty, "seed \(TestSeed.value): accepted \(text)")
          #expect(try EventReader.read(EventWriter.write(event)) == event)
        case .failure(let error):
          #expect((0...damaged.count).contains(error.offset))
          #expect(
            (error.category == .malformed) == (oracle?.members == nil),
            "seed \(TestSeed.value): \(error) in \(text)")
        }
      }
    }
  }

  /// One to three bytes changed, removed, doubled or cut off.
  private static func damage(_ line: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = line
    let likely = Array("\"\\{}[],:0123456789-.eEtfnu \n\u{7f}aé".utf8) + [0x80, 0xff, 0xc0, 0xed, 0x00]
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.insert(likely[Int.random(in: 0..<likely.count, using: &generator)], at: index)
      case 3: bytes[index] = likely[Int.random(in: 0..<likely.count, using: &generator)]
      case 4: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 9)], at: index)
      default: if generator.oneIn(4) { bytes.removeSubrange(index...) }
      }
    }
    return bytes
  }
}
