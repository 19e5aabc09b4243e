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

  /// The hashes, ``Tile/width`` of them.
  public var hashes: [Digest] {
    unsafe bytes.withUnsafeBytes { bytes in
      (0..<tile.width).compactMap { unsafe Digest(UnsafeRawBufferPointer(rebasing: bytes[($0 * 32)..<($0 * 32 + 32)])) }
    }
  }
}
