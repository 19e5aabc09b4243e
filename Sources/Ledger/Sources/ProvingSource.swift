import Cryptography
public import TransparencyLog

/// A source that receipts can be made from.
public protocol ProvingSource: AuditSource {
  /// Subtree hashes of the tree that a verified checkpoint signs; what was stored is checked up to its root before it is used.
  ///
  /// - Throws: `LedgerError` or `StoreError` when it cannot be read, an error of tiles when it does not lead to the root.
  func hashReader(of checkpoint: Checkpoint) throws -> any HashReader
}

extension StoreSource: ProvingSource {
  public func hashReader(of checkpoint: Checkpoint) throws -> any HashReader {
    try StoreHashReader(store: store, size: checkpoint.size, root: checkpoint.root)
  }
}

extension PublishedSource: ProvingSource {
  public func hashReader(of checkpoint: Checkpoint) throws -> any HashReader {
    try TileHashReader(size: checkpoint.size, root: checkpoint.root, source: PublishedTileReader(source: self))
  }
}

/// The tiles of published files, of all levels.
private struct PublishedTileReader: TileReader {
  let source: PublishedSource

  func readTiles(_ tiles: [Tile]) throws -> [[UInt8]] {
    try tiles.map { tile in
      guard let bytes = try source.bytes(of: tile) else {
        throw LedgerError.log(reason: "expected the tile \(TilePath.hashes(tile).text), found none")
      }
      return bytes
    }
  }
}
