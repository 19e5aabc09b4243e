public import Cryptography

/// A tile with its bytes: the hashes one after the other.
public struct TileContents: Hashable, Sendable {
  /// Which tile.
  public let tile: Tile
  /// 32 × width bytes.
  public let bytes: [UInt8]

  /// The tile with these bytes, or nil where their number does not fit its width.
  public init?(tile: Tile, bytes: [UInt8]) {
    guard bytes.count == tile.byteCount else { return nil }
    self.tile = tile
    self.bytes = bytes
  }

  /// A tile of as many `hashes` as it is wide.
  init(level: Int, index: UInt64, hashes: [Digest]) {
    tile = Tile(level: level, index: index, width: hashes.count)
    // A digest is its 32 bytes and nothing else, so the array's memory is the tile.
    bytes = unsafe hashes.withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// The hashes, ``Tile/width`` of them.
  public var hashes: [Digest] {
    unsafe bytes.withUnsafeBytes { bytes in
      (0..<tile.width).compactMap { unsafe Digest(UnsafeRawBufferPointer(rebasing: bytes[($0 * 32)..<($0 * 32 + 32)])) }
    }
  }
}
