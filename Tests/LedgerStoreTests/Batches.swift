import Cryptography
import LedgerStore

/// Entries and tiles made of numbers, for stores that do not care what they mean.
enum Batches {
  static func leaf(_ number: UInt64) -> Digest { SHA256.hash(Array("leaf \(number)".utf8)) }

  static func entry(_ number: UInt64, byteCount: Int? = nil) -> [UInt8] {
    let text = Array("entry \(number) \u{0}\u{FFFD}".utf8)
    guard let byteCount else { return text }
    return (0..<byteCount).map { text[$0 % text.count] &+ UInt8(truncatingIfNeeded: $0 / 251) }
  }

  static func author(_ number: UInt64) -> String { "town/author-\(number % 3)" }

  /// Number `n` is note n / 3 + 1 of author n mod 3; every fourth changes keys.
  static func item(_ number: UInt64, byteCount: Int? = nil) -> EntryBatch.Item {
    EntryBatch.Item(
      leaf: leaf(number), entry: entry(number, byteCount: byteCount), author: author(number), sequence: number / 3 + 1,
      isGovernance: number % 4 == 0)
  }

  static func batch(_ range: Range<UInt64>, tileHashes: [EntryBatch.TileHash] = []) -> EntryBatch {
    EntryBatch(start: range.lowerBound, items: range.map { item($0) }, tileHashes: tileHashes)
  }

  static func tileHash(level: Int, place: UInt64) -> EntryBatch.TileHash {
    EntryBatch.TileHash(level: level, place: place, hash: leaf(UInt64(level) << 32 + place))
  }
}

extension LedgerStorage {
  /// What a scan of `range` gives, up to `limit` entries.
  func scanned(_ range: Range<UInt64>, limit: Int = .max) throws -> [(position: UInt64, leaf: Digest?, entry: [UInt8])] {
    var found: [(position: UInt64, leaf: Digest?, entry: [UInt8])] = []
    try unsafe scan(range) { position, leaf, bytes in
      found.append((position, leaf, unsafe [UInt8](bytes)))
      return found.count < limit
    }
    return found
  }
}
