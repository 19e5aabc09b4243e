/// Paths of tiles and entry bundles: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles), one text for each.
public enum TilePath: Hashable, Sendable {
  /// A tile of hashes.
  case hashes(Tile)
  /// A bundle of entries: beside the tile of level 0 with the same index and width.
  case entries(EntryBundle.Coordinate)

  /// The resource that `path` names.
  ///
  /// - Throws: ``TilePathError``: leading zeroes, short groups, a missing or extra `x`, a width outside 1 ... 255 are refused.
  public init(parsing path: some StringProtocol) throws(TilePathError) {
    let elements = String(path).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Array($0) }
    guard elements.count >= 3, elements[0] == Array("tile".utf8) else { throw .malformed(expected: "tile/<L>/<N>") }
    var number = elements[2...]
    var width = Tile.fullWidth
    if number.count >= 2, let stem = Self.partialStem(number[number.endIndex - 2]) {
      guard let found = StrictDecimal.decode(number.removeLast()), (1..<UInt64(Tile.fullWidth)).contains(found) else {
        throw .widthOutOfRange
      }
      width = Int(found)
      number[number.endIndex - 1] = stem
    }
    let index = try Self.index(from: number)
    if elements[1] == Array("entries".utf8) {
      self = .entries(EntryBundle.Coordinate(index: index, width: width))
    } else {
      guard let level = StrictDecimal.decode(elements[1]), level <= 63 else { throw .levelOutOfRange }
      self = .hashes(Tile(level: Int(level), index: index, width: width))
    }
  }

  /// The path.
  public var text: String {
    switch self {
    case .hashes(let tile): "tile/\(tile.level)/\(Self.number(tile.index, width: tile.width))"
    case .entries(let bundle): "tile/entries/\(Self.number(bundle.index, width: bundle.width))"
    }
  }

  /// 1234067 → `x001/x234/067`, with `.p/<W>` behind it unless full.
  private static func number(_ index: UInt64, width: Int) -> String {
    var text = group(index % 1000)
    var rest = index / 1000
    while rest > 0 {
      text = "x\(group(rest % 1000))/\(text)"
      rest /= 1000
    }
    return width == Tile.fullWidth ? text : "\(text).p/\(width)"
  }

  private static func group(_ value: UInt64) -> String {
    let digits = String(value)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func partialStem(_ element: [UInt8]) -> [UInt8]? {
    let suffix = Array(".p".utf8)
    return element.count == 5 || element.count == 6 ? (element.suffix(2) == suffix[...] ? element.dropLast(2) : nil) : nil
  }

  private static func index(from groups: ArraySlice<[UInt8]>) throws(TilePathError) -> UInt64 {
    var index: UInt64 = 0
    for (offset, group) in groups.enumerated() {
      let isLast = offset == groups.count - 1
      guard isLast || group.first == UInt8(ascii: "x") else { throw .malformed(expected: "x before every group but the last") }
      let digits = isLast ? group : Array(group.dropFirst())
      guard digits.count == 3, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
        throw .malformed(expected: "groups of three digits")
      }
      let value = digits.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
      guard offset > 0 || value > 0 || groups.count == 1 else { throw .malformed(expected: "no leading group of zeroes") }
      let (product, overflow) = index.multipliedReportingOverflow(by: 1000)
      guard !overflow, product <= Tile.maximumIndex, product + value <= Tile.maximumIndex else { throw .indexOutOfRange }
      index = product + value
    }
    return index
  }
}

/// Why a text is not the path of a tile or entry bundle.
public enum TilePathError: Error, Equatable, Sendable {
  /// The shape is wrong.
  case malformed(expected: String)
  /// A level is a decimal from 0 to 63.
  case levelOutOfRange
  /// The index is beyond ``Tile/maximumIndex``.
  case indexOutOfRange
  /// The width of a partial tile is a decimal from 1 to 255.
  case widthOutOfRange
}

extension Tile {
  /// `tile/<L>/<N>[.p/<W>]`.
  public var path: String { TilePath.hashes(self).text }

  /// The tile that `path` names.
  ///
  /// - Throws: ``TilePathError``.
  public init(path: some StringProtocol) throws(TilePathError) {
    guard case .hashes(let tile) = try TilePath(parsing: path) else { throw .malformed(expected: "a tile of hashes") }
    self = tile
  }
}
