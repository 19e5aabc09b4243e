@testable import Compliance
import TestSupport
import Testing
import TransparencyLog
import Vocabulary

@Suite("Interning")
struct InternerTests {
  @Test("Keys get the numbers 0, 1, 2 and keep them, also when the table grows")
  func numbers() {
    var interner = Interner<Identifier>()
    var generator = SeededGenerator(seed: 7)
    let ids = (0..<5_000).map { _ in
      Identifier.make(millisecondsSince1970: 1, random: (generator.next(), generator.next()))
    }
    for (number, id) in ids.enumerated() {
      #expect(interner.find(id) == nil)
      #expect(interner.intern(id) == Int32(number))
    }
    for (number, id) in ids.enumerated() {
      #expect(interner.intern(id) == Int32(number))
      #expect(interner.find(id) == Int32(number))
    }
    #expect(interner.count == ids.count)
  }

  @Test("Codes that differ in one character, or only in length, are told apart")
  func codes() {
    var interner = Interner<Code>()
    var spelled: Set<String> = []
    for length in 1...39 {
      for last in ["a", "b", "Z", "0"] { spelled.insert(String(repeating: "a", count: length - 1) + last) }
    }
    for text in spelled { _ = interner.intern(code(text)) }
    #expect(interner.count == spelled.count)
    for text in spelled { #expect(interner.find(code(text)).map { interner[$0] } == code(text)) }
  }

  @Test("Keys with one fingerprint are still told apart")
  func collisions() {
    struct Same: Fingerprinted {
      let value: Int
      var fingerprint: UInt64 { 0 }
    }
    var interner = Interner<Same>()
    for value in 0..<100 { #expect(interner.intern(Same(value: value)) == Int32(value)) }
    for value in 0..<100 { #expect(interner.find(Same(value: value)) == Int32(value)) }
    #expect(interner.find(Same(value: 100)) == nil)
  }

  @Test("A reference keeps position and place, and orders by both")
  func references() {
    let reference = EventReference(position: Position(1 << 40), place: 255)
    #expect(reference.position == Position(1 << 40))
    #expect(reference.place == 255)
    #expect(reference < EventReference(position: Position(1 << 40 + 1), place: 0))
    #expect(EventReference(position: 3, place: 1) < EventReference(position: 3, place: 2))
    #expect(reference.description == "1099511627776.255")
  }
}
