/// The entries beside one tile of level 0: each with its length before it, as a big-endian 16-bit number (C2SP tlog-tiles).
public enum EntryBundle {
  /// The largest entry that a bundle can hold: 65,535 bytes.
  public static let maximumEntryByteCount = 65_535

  /// Which bundle: it holds the entries from position 256 × index.
  public struct Coordinate: Hashable, Sendable {
    /// The number of the bundle, from the left.
    public let index: UInt64
    /// The number of entries: 256 in a full bundle, 1 ... 255 in a partial one.
    public let width: Int

    /// - Precondition: `index` at most ``Tile/maximumIndex``, `width` in 1 ... 256.
    public init(index: UInt64, width: Int = Tile.fullWidth) {
      precondition(index <= Tile.maximumIndex && (1...Tile.fullWidth).contains(width))
      self.index = index
      self.width = width
    }

    /// The bundle `index` as a tree of `size` has it, or nil where that tree has no such bundle.
    public init?(index: UInt64, in size: TreeSize) {
      guard let tile = Tile(level: 0, index: index, in: size) else { return nil }
      self.init(index: index, width: tile.width)
    }

    /// The position of its first entry.
    public var start: Position { Position(index * UInt64(Tile.fullWidth)) }

    /// `tile/entries/<N>[.p/<W>]`.
    public var path: String { TilePath.entries(self).text }

    /// The bundle that `path` names.
    ///
    /// - Throws: ``TilePathError``.
    public init(path: some StringProtocol) throws(TilePathError) {
      guard case .entries(let bundle) = try TilePath(parsing: path) else { throw .malformed(expected: "an entry bundle") }
      self = bundle
    }
  }

  /// Why bytes are not a bundle, or entries do not fit in one.
  public enum Failure: Error, Equatable, Sendable {
    /// The entry at `offset` of the bundle has `found` bytes; at most 65,535 fit.
    case entryTooLong(offset: Int, found: Int)
    /// The bytes end inside the entry (or its length) that starts at byte `offset`.
    case truncated(offset: Int)
    /// `expected` entries were expected and `found` are there.
    case wrongCount(expected: Int, found: Int)
  }

  /// The bundle of `entries`.
  ///
  /// - Throws: ``Failure/entryTooLong(offset:found:)``.
  public static func encode(_ entries: some Sequence<[UInt8]>) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    for (offset, entry) in entries.enumerated() {
      guard entry.count <= maximumEntryByteCount else { throw .entryTooLong(offset: offset, found: entry.count) }
      bytes.append(UInt8(entry.count >> 8))
      bytes.append(UInt8(entry.count & 255))
      bytes.append(contentsOf: entry)
    }
    return bytes
  }

  /// Where the entries lie in `bundle`, which must hold exactly `width` of them and nothing else.
  ///
  /// - Throws: ``Failure/truncated(offset:)``, ``Failure/wrongCount(expected:found:)``.
  public static func ranges(in bundle: UnsafeRawBufferPointer, width: Int) throws(Failure) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(width)
    var offset = 0
    while offset < bundle.count {
      guard offset + 2 <= bundle.count else { throw .truncated(offset: offset) }
      let start = offset + 2
      let end = unsafe start + (Int(bundle[offset]) << 8 | Int(bundle[offset + 1]))
      guard end <= bundle.count else { throw .truncated(offset: offset) }
      ranges.append(start..<end)
      offset = end
    }
    guard ranges.count == width else { throw .wrongCount(expected: width, found: ranges.count) }
    return ranges
  }

  /// The entries of `bundle`, which must hold exactly `width` of them and nothing else.
  ///
  /// - Throws: ``Failure/truncated(offset:)``, ``Failure/wrongCount(expected:found:)``.
  public static func decode(_ bundle: [UInt8], width: Int) throws(Failure) -> [[UInt8]] {
    let ranges = try unsafe bundle.withUnsafeBufferPointer { (buffer) throws(Failure) -> [Range<Int>] in
      try unsafe Self.ranges(in: UnsafeRawBufferPointer(buffer), width: width)
    }
    return ranges.map { Array(bundle[$0]) }
  }
}
