import TestSupport
import Testing
import Vocabulary

@Suite("Identifiers, codes, regions and amounts")
struct ValueTests {
  @Test("A region covers exactly the codes that equal it or continue it after a dot")
  func regionsCover() throws {
    let texts = [
      "18", "19", "18.03", "18.04", "18.00", "18.03.07", "18.03.08", "18.03.00", "18.03.07.2001", "18.03.07.2002",
      "18.03.08.2001",
      "18.03.07.1000", "18.03.07.3999", "10", "99.99.99.3999",
    ]
    for text in texts {
      let region = try #require(Region(text))
      #expect(region.description == text)
      for other in texts {
        let expected = other == text || other.hasPrefix(text + ".")
        #expect(region.covers(try #require(Region(other))) == expected, "\(text) \(other)")
        let isBefore = text.split(separator: ".").lexicographicallyPrecedes(other.split(separator: ".")) { $0 < $1 }
        #expect((region < (try #require(Region(other)))) == isBefore, "\(text) \(other)")
      }
    }
  }

  @Test("A region knows its level, its parent and its ancestors")
  func regionsHaveParents() throws {
    let village = try #require(Region("18.03.07.2001"))
    #expect(village.level == .village)
    #expect(village.parent?.description == "18.03.07")
    #expect(village.parent?.level == .district)
    #expect(village.parent?.parent?.description == "18.03")
    #expect(village.parent?.parent?.level == .regency)
    #expect(village.parent?.parent?.parent?.description == "18")
    #expect(village.parent?.parent?.parent?.level == .province)
    #expect(village.parent?.parent?.parent?.parent == nil)
    #expect(village.ancestor(at: .village) == village)
    #expect(village.ancestor(at: .regency)?.description == "18.03")
    #expect(try #require(Region("18.03")).ancestor(at: .village) == nil)
  }

  @Test("A new identifier carries its time and its random bits, and is a UUID of version 7")
  func identifiersAreMade() throws {
    var generator = TestSeed.generator("identifiers")
    var previous: Identifier?
    for step in UInt64(0)..<500 {
      let time = 1_776_000_000_000 + step
      let made = Identifier.make(millisecondsSince1970: time, random: (generator.next(), generator.next()))
      #expect(made.millisecondsSince1970 == time)
      #expect(Identifier(made.description) == made, "seed \(TestSeed.value)")
      #expect(Identifier(high: made.high, low: made.low) == made)
      #expect(made.bytes.count == 16)
      if let previous { #expect(previous < made) }
      previous = made
    }
    #expect(
      Identifier.make(millisecondsSince1970: .max, random: (.max, .max)).description == "ffffffff-ffff-7fff-bfff-ffffffffffff")
    #expect(Identifier.make(millisecondsSince1970: 0, random: (0, 0)).description == "00000000-0000-7000-8000-000000000000")
    #expect(Identifier(high: 0x4000, low: 1 << 63) == nil)
    #expect(Identifier(high: 0x7000, low: 0) == nil)
  }

  @Test("Only lower-case hexadecimal is accepted at every place of an identifier")
  func identifierCharacters() {
    let valid = Array("019d81e6-ec40-7b82-a4d4-8fc6f63dd183".utf8)
    for place in valid.indices {
      for byte in UInt8.min...127 {
        var changed = valid
        changed[place] = byte
        let isHexadecimal = (48...57).contains(byte) || (97...102).contains(byte)
        let expected =
          switch place {
          case 8, 13, 18, 23: byte == UInt8(ascii: "-")
          case 14: byte == UInt8(ascii: "7")
          case 19: "89ab".utf8.contains(byte)
          default: isHexadecimal
          }
        #expect((Identifier(String(decoding: changed, as: UTF8.self)) != nil) == expected, "place \(place), byte \(byte)")
      }
    }
  }

  @Test("Codes have 1 to 39 characters of their alphabet, and are ordered and told apart bytewise")
  func codes() throws {
    for byte in UInt8.min...127 {
      let character = String(decoding: [byte], as: UTF8.self)
      let isFirst = byte != 0 && character.contains(where: { $0.isASCII && ($0.isLetter || $0.isNumber) })
      #expect((Code(character) != nil) == isFirst, "byte \(byte)")
      let isLater = isFirst || "._/-".contains(character)
      for count in [1, 7, 8, 15, 23, 31, 38] {
        #expect((Code(String(repeating: "a", count: count) + character) != nil) == isLater, "byte \(byte) at \(count)")
      }
    }
    #expect(Code("") == nil)
    #expect(Code("é") == nil)
    #expect(Code(String(repeating: "a", count: 39))?.count == 39)
    #expect(Code(String(repeating: "a", count: 40)) == nil)
    let texts = ["A", "AB", "A-", "A/", "a", "0", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGH-", String(repeating: "z", count: 39)]
    for text in texts {
      let code = try #require(Code(text))
      #expect(code.description == text)
      for other in texts {
        let otherCode = try #require(Code(other))
        #expect((code < otherCode) == text.utf8.lexicographicallyPrecedes(other.utf8), "\(text) \(other)")
        #expect((code == otherCode) == (text == other))
        if text == other { #expect(code.hashValue == otherCode.hashValue) }
      }
    }
  }

  @Test("Sums of money stop at the ends of 64 bits")
  func moneyStops() {
    #expect(Rupiah(5) + Rupiah(7) == Rupiah(12))
    #expect(Rupiah(5) - Rupiah(7) == Rupiah(-2))
    #expect(Rupiah(.max) + Rupiah(1) == Rupiah(.max))
    #expect(Rupiah(.min) - Rupiah(1) == Rupiah(.min))
    #expect(Rupiah(.min) + Rupiah(-1) == Rupiah(.min))
    #expect(Rupiah(.max) - Rupiah(-1) == Rupiah(.max))
    #expect(Rupiah(.max).adding(Rupiah(1)) == nil)
    #expect(Rupiah(.min).subtracting(Rupiah(1)) == nil)
    #expect(Quantity(.max) + Quantity(1) == Quantity(.max))
    #expect(Quantity(3).subtracting(Quantity(5)) == Quantity(-2))
  }

  @Test("Basis points are rounded down")
  func basisPoints() {
    #expect(Rupiah(200_000).scaled(byBasisPoints: 50) == Rupiah(1000))
    #expect(Rupiah(199).scaled(byBasisPoints: 50) == Rupiah(0))
    #expect(Rupiah(-1).scaled(byBasisPoints: 1) == Rupiah(-1))
    #expect(Rupiah(.max).scaled(byBasisPoints: 100_000) == Rupiah(.max))
    #expect(Quantity(10_001).scaled(byBasisPoints: 9_999) == Quantity(9_999 + 0))
  }

  @Test("A line of goods is worth quantity times unit price, per thousand grams or millilitres rounded half up")
  func worth() {
    #expect(Quantity(10_000).worth(at: Rupiah(14_500), per: .g) == Rupiah(145_000))
    #expect(Quantity(30).worth(at: Rupiah(2_000), per: .pcs) == Rupiah(60_000))
    #expect(Quantity(1).worth(at: Rupiah(499), per: .g) == Rupiah(0))
    #expect(Quantity(1).worth(at: Rupiah(500), per: .ml) == Rupiah(1))
    #expect(Quantity(9_007_199_254_740_991).worth(at: Rupiah(9_007_199_254_740_991), per: .pcs) == Rupiah(.max))
  }
}
