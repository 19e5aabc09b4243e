public import Cryptography
public import LedgerStore
public import TransparencyLog

/// Entries and tiles made of numbers, for stores that do not care what they mean.
public enum SampleEntries {
  public static func leaf(_ number: UInt64) -> Digest { SHA256.hash(Array("leaf \(number)".utf8)) }

  /// The bytes of entry `number`: some that are no text, and as many as asked for.
  public static func entry(_ number: UInt64, byteCount: Int? = nil) -> [UInt8] {
    let text = Array("entry \(number) \u{0}\u{FFFD}".utf8)
    guard let byteCount else { return text }
    return (0..<byteCount).map { text[$0 % text.count] &+ UInt8(truncatingIfNeeded: $0 / 251) }
  }

  public static func author(_ number: UInt64) -> String { "town/author-\(number % 3)" }

  /// Number `n` is note n / 3 + 1 of author n mod 3; every fourth changes keys.
  public static func item(_ number: UInt64, byteCount: Int? = nil) -> EntryBatch.Item {
    EntryBatch.Item(
      leaf: leaf(number), entry: entry(number, byteCount: byteCount), author: author(number), sequence: number / 3 + 1,
      isGovernance: number % 4 == 0)
  }

  /// The entries of these numbers, at the positions of the same numbers.
  public static func batch(_ range: Range<UInt64>, tileHashes: [EntryBatch.TileHash] = []) -> EntryBatch {
    EntryBatch(start: Position(range.lowerBound), items: range.map { item($0) }, tileHashes: tileHashes)
  }

  public static func tileHash(level: Int, place: UInt64) -> EntryBatch.TileHash {
    EntryBatch.TileHash(level: level, place: place, hash: leaf(UInt64(level) << 32 + place))
  }
}

/// An entry as a scan gives it.
public struct ScannedItem: Equatable, Sendable {
  public let position: Position
  public let leaf: Digest?
  public let entry: [UInt8]
}

extension EntryReader {
  /// What a scan of `range` gives, up to `limit` entries.
  public func scanned(_ range: Range<Position>, limit: Int = .max) throws(StoreError) -> [ScannedItem] {
    var found: [ScannedItem] = []
    try unsafe scan(range) { position, leaf, bytes in
      found.append(ScannedItem(position: position, leaf: leaf, entry: unsafe [UInt8](bytes)))
      return found.count < limit
    }
    return found
  }
}
