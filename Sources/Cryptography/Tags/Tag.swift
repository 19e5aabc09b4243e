/// A 128-bit keyed pseudonym of a value that must not be guessable, held inline.
///
/// Ordered by its bytes. Its text is canonical base64 of 24 characters.
public struct Tag: Hashable, Sendable {
  /// 16.
  public static let byteCount = 16
  /// Characters of the base64 text: 24.
  public static let base64Count = 24

  // Eight bytes each, as they lie in memory.
  @usableFromInline var word0: UInt64
  @usableFromInline var word1: UInt64

  /// The tag with these bytes, or nil unless there are exactly 16.
  @inlinable public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount else { return nil }
    word0 = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    word1 = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }

  /// The tag with these bytes, or nil unless there are exactly 16.
  @inlinable public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    word0 = 0
    word1 = 0
    unsafe Swift.withUnsafeMutableBytes(of: &self) { unsafe $0.copyBytes(from: bytes) }
  }

  /// The first 16 bytes of `digest`.
  init(truncating digest: Digest) {
    word0 = digest.storage.word0
    word1 = digest.storage.word1
  }

  /// The tag that canonical padded base64 of exactly 24 characters spells, else nil. Allocates nothing.
  public init?(base64 text: UnsafeRawBufferPointer) {
    guard text.count == Self.base64Count else { return nil }
    word0 = 0
    word1 = 0
    let decoded = unsafe Swift.withUnsafeMutableBytes(of: &self) { unsafe Base64.decode(text, into: $0) }
    guard decoded == Self.byteCount else { return nil }
  }

  /// The tag that canonical padded base64 of exactly 24 ASCII bytes spells, else nil.
  public init?(base64 text: some Collection<UInt8>) {
    let fast = text.withContiguousStorageIfAvailable { unsafe Tag(base64: UnsafeRawBufferPointer($0)) }
    guard let tag = unsafe fast ?? Array(text).withUnsafeBytes({ unsafe Tag(base64: $0) }) else { return nil }
    self = tag
  }

  /// The tag that canonical padded base64 of exactly 24 characters spells, else nil.
  public init?(base64 text: some StringProtocol) { self.init(base64: text.utf8) }

  /// The 16 bytes as a new array.
  public var bytes: [UInt8] { unsafe withUnsafeBytes { unsafe [UInt8]($0) } }

  /// Canonical padded base64 of 24 characters.
  public var base64: String { unsafe withUnsafeBytes { unsafe Base64.encode($0) } }

  /// Calls `body` with the 16 bytes in place.
  @inlinable public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe Swift.withUnsafeBytes(of: self) { (bytes) throws(Failure) in try unsafe body(bytes) }
  }
}

extension Tag: Comparable {
  @inlinable public static func < (left: Tag, right: Tag) -> Bool {
    left.word0 != right.word0
      ? left.word0.bigEndian < right.word0.bigEndian : left.word1.bigEndian < right.word1.bigEndian
  }
}

extension Tag: CustomStringConvertible {
  /// The base64 text.
  public var description: String { base64 }
}
