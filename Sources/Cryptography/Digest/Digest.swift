/// A 256-bit hash value, held inline: copying it counts no references and allocates nothing.
///
/// Ordered by its bytes from the first to the last. Its text is canonical base64 of 44 characters.
public struct Digest: Hashable, Sendable {
  /// 32.
  public static let byteCount = 32
  /// Characters of the base64 text: 44.
  public static let base64Count = 44
  /// Thirty-two zero bytes: the hash that comes before the first entry of a chain.
  public static let zero = Digest(storage: InlineBytes32())

  @usableFromInline var storage: InlineBytes32

  @inlinable init(storage: InlineBytes32) { self.storage = storage }

  /// The digest with these bytes, or nil unless there are exactly 32.
  @inlinable public init?(bytes: some Collection<UInt8>) {
    guard let storage = InlineBytes32(copying: bytes) else { return nil }
    self.storage = storage
  }

  /// The digest with these bytes, or nil unless there are exactly 32.
  @inlinable public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let storage = unsafe InlineBytes32(bytes) else { return nil }
    self.storage = storage
  }

  /// A digest whose 32 bytes `fill` writes; bytes that it leaves alone are zero.
  @inlinable public init(filling fill: (UnsafeMutableRawBufferPointer) -> Void) {
    var storage = InlineBytes32()
    unsafe withUnsafeMutableBytes(of: &storage) { unsafe fill($0) }
    self.storage = storage
  }

  /// The 32 bytes as a new array.
  public var bytes: [UInt8] { unsafe withUnsafeBytes { unsafe [UInt8]($0) } }

  /// Calls `body` with the 32 bytes in place.
  @inlinable public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeBytes { (bytes) throws(Failure) in try unsafe body(bytes) }
  }
}

extension Digest: Comparable {
  @inlinable public static func < (left: Digest, right: Digest) -> Bool {
    InlineBytes32.isOrdered(left.storage, before: right.storage)
  }
}

extension Digest: CustomStringConvertible {
  /// The base64 text.
  public var description: String { base64 }
}
