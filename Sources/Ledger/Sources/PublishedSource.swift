import Admission
import Cryptography
public import TransparencyLog

/// A directory of published files (C2SP tlog-tiles) as an audit's source.
public struct PublishedSource: AuditSource {
  private let path: String
  /// The most bytes that 256 entries and their lengths can have.
  private static let bundleByteCount = Tile.fullWidth * (2 + EntryBundle.maximumEntryByteCount)

  /// The published log in the directory `path`.
  public init(path: String) { self.path = path }

  public func checkpoint() throws(LedgerError) -> [UInt8]? {
    try BoundedFile.read(path + "/checkpoint", atMost: NoteLayout.maximumByteCount)
  }

  public func read(from position: Position, limit: Int, size: TreeSize) throws(LedgerError) -> AuditChunk {
    var chunk = AuditChunk(start: position)
    while chunk.items.count < limit, size.contains(chunk.end), chunk.bytes.count < 8 << 20, chunk.problem == nil {
      try readBundle(into: &chunk, size: size)
    }
    return chunk
  }

  /// Adds what can be read of the bundle that holds `chunk.end`; positions are taken in order, hash before entry (SPEC 8, 3a and 3b).
  private func readBundle(into chunk: inout AuditChunk, size: TreeSize) throws(LedgerError) {
    let first = chunk.end
    guard let bundle = EntryBundle.Coordinate(index: first.rawValue / UInt64(Tile.fullWidth), in: size) else { return }
    let hashes = Tile(level: 0, index: bundle.index, width: bundle.width)
    guard let leaves = try bytes(of: hashes) else {
      chunk.problem = AuditFinding(.tileMissing, at: first, "expected the tile \(TilePath.hashes(hashes).text)")
      return
    }
    guard leaves.count == hashes.byteCount else {
      chunk.problem = AuditFinding(
        .tileMalformed, at: first,
        "expected \(hashes.byteCount) bytes, found \(leaves.count > hashes.byteCount ? "more" : "\(leaves.count)")")
      return
    }
    guard let entries = try BoundedFile.read(file(bundle.path), atMost: Self.bundleByteCount) else {
      chunk.problem = AuditFinding(.entryMissing, at: first, "expected the bundle \(bundle.path)")
      return
    }
    let skipped = Int(first.rawValue % UInt64(Tile.fullWidth))
    unsafe entries.withUnsafeBytes { unsafe Self.split($0, leaves: leaves, skipped..<bundle.width, into: &chunk) }
  }

  /// Adds the entries at these places of a bundle; those before them are passed over.
  private static func split(
    _ entries: UnsafeRawBufferPointer, leaves: [UInt8], _ places: Range<Int>, into chunk: inout AuditChunk
  ) {
    var offset = 0
    for place in 0..<places.upperBound {
      let start = offset + 2
      guard start <= entries.count, case let end = unsafe start + (Int(entries[offset]) << 8 | Int(entries[offset + 1])),
        end <= entries.count
      else {
        chunk.problem = AuditFinding(
          .bundleMalformed, at: chunk.end, "expected \(places.upperBound) entries in the bundle, found \(place) whole ones")
        return
      }
      offset = end
      guard places.contains(place) else { continue }
      guard let leaf = Digest(bytes: leaves[place * 32..<place * 32 + 32]) else { return }
      unsafe chunk.append(leaf: leaf, entry: UnsafeRawBufferPointer(rebasing: entries[start..<end]))
    }
    if offset < entries.count {
      chunk.problem = AuditFinding(.bundleMalformed, at: chunk.end, "expected the end of the bundle, found more bytes")
    }
  }

  public func tile(level: Int, index: UInt64, width: Int) throws(LedgerError) -> AuditTile {
    let tile = Tile(level: level, index: index, width: width)
    guard let bytes = try bytes(of: tile) else { return .missing }
    guard let contents = TileContents(tile: tile, bytes: bytes) else {
      return .malformed("expected \(tile.byteCount) bytes, found \(bytes.count > tile.byteCount ? "more" : "\(bytes.count)")")
    }
    return .hashes(contents.hashes, problem: nil)
  }

  /// The bytes of a tile's file, one more than the tile has at most; nil when there is none.
  func bytes(of tile: Tile) throws(LedgerError) -> [UInt8]? {
    try BoundedFile.read(file(TilePath.hashes(tile).text), atMost: tile.byteCount)
  }

  /// Looks only where bundles may be, so that folders in folders without end are nothing to walk through. In the order of names: of a
  /// bundle beyond and a folder that may not be listed, every verifier meets the same first.
  public func hasEntry(atOrAbove position: Position) throws(LedgerError) -> Bool {
    // The search begins behind links, and follows none to a folder below (SPEC 8).
    var folders = ["tile/entries"]
    while let folder = folders.popLast() {
      for item in try BoundedFile.items(in: file(folder)) {
        let name = "\(folder)/\(item.name)"
        if item.isFolder {
          if Self.bundle(name + "/000") != nil || Self.bundle(name + "/1") != nil { folders.append(name) }
        } else if let bundle = Self.bundle(name), bundle.start.advanced(by: bundle.width) > position,
          try BoundedFile.leadsToFile(file(name))
        {
          return true
        }
      }
    }
    return false
  }

  /// The bundle that has this name, if there may be entries as far up.
  private static func bundle(_ name: String) -> EntryBundle.Coordinate? {
    guard let bundle = try? EntryBundle.Coordinate(path: name), bundle.start.rawValue <= CheckpointAudit.largestSize else {
      return nil
    }
    return bundle
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }
}
