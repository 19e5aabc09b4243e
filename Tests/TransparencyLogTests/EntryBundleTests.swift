import Cryptography
import Testing
import TransparencyLog

@Suite("Entry bundles")
struct EntryBundleTests {
  private struct File: Decodable {
    struct Bundle: Decodable {
      let index: UInt64
      let width: Int
      let byteCount: Int
      let sha256: Hex
    }
    struct Refused: Decodable {
      let width: Int
      let bundle: Hex
      let error: String
    }
    let bundles: [Bundle]
    let refusedBundles: [Refused]
  }

  @Test("Bundles of the long tree have the bytes of another implementation, and give the entries back")
  func bundles() throws {
    for vector in try Vectors.load("tiles", as: File.self).bundles {
      let coordinate = EntryBundle.Coordinate(index: vector.index, width: vector.width)
      let entries = (0..<vector.width).map { ReferenceTree.entry(at: Int(coordinate.start.rawValue) + $0) }
      let bytes = try EntryBundle.encode(entries)
      #expect(bytes.count == vector.byteCount)
      #expect(SHA256.hash(bytes).bytes == vector.sha256.bytes)
      #expect(try EntryBundle.decode(bytes, width: vector.width) == entries)
    }
  }

  @Test("Bundles that are cut, too long or of another width are refused")
  func refused() throws {
    for vector in try Vectors.load("tiles", as: File.self).refusedBundles {
      var refusal: String?
      do { _ = try EntryBundle.decode(vector.bundle.bytes, width: vector.width) } catch { refusal = error.refusal }
      #expect(refusal == vector.error)
    }
  }

  @Test("Entries of 0 and of 65,535 bytes fit, and one byte more does not")
  func limits() throws {
    let largest = [UInt8](repeating: 7, count: 65_535)
    #expect(try EntryBundle.decode(EntryBundle.encode([[], largest, []]), width: 3) == [[], largest, []])
    #expect(throws: EntryBundle.Failure.entryTooLong(offset: 1, found: 65_536)) {
      try EntryBundle.encode([[], largest + [7]])
    }
  }

  @Test("A bundle has the width that the tree demands")
  func widths() {
    #expect(EntryBundle.Coordinate(index: 273, in: 70_000) == EntryBundle.Coordinate(index: 273, width: 112))
    #expect(EntryBundle.Coordinate(index: 0, in: 70_000)?.width == 256)
    #expect(EntryBundle.Coordinate(index: 274, in: 70_000) == nil)
  }
}
