/// Thirty-two bytes held inline in memory order: no reference counting, no allocation.
@usableFromInline struct InlineBytes32: Hashable, Sendable {
  @usableFromInline static let count = 32

  // Each word keeps eight bytes as they lie in memory, whatever the byte order of the machine.
  @usableFromInline var word0: UInt64
  @usableFromInline var word1: UInt64
  @usableFromInline var word2: UInt64
  @usableFromInline var word3: UInt64

  @inlinable init() {
    word0 = 0
    word1 = 0
    word2 = 0
    word3 = 0
  }

  /// The 32 bytes of `bytes`, or nil for any other length.
  @inlinable init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.count else { return nil }
    word0 = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    word1 = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    word2 = unsafe bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    word3 = unsafe bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// The 32 elements of `bytes`, or nil for any other length.
  @inlinable init?(copying bytes: some Collection<UInt8>) {
    guard bytes.count == Self.count else { return nil }
    self.init()
    unsafe Swift.withUnsafeMutableBytes(of: &self) { unsafe $0.copyBytes(from: bytes) }
  }

  @inlinable func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe Swift.withUnsafeBytes(of: self) { (bytes) throws(Failure) in try unsafe body(bytes) }
  }

  /// Order of the bytes from the first to the last.
  @inlinable static func isOrdered(_ left: Self, before right: Self) -> Bool {
    if left.word0 != right.word0 { return left.word0.bigEndian < right.word0.bigEndian }
    if left.word1 != right.word1 { return left.word1.bigEndian < right.word1.bigEndian }
    if left.word2 != right.word2 { return left.word2.bigEndian < right.word2.bigEndian }
    return left.word3.bigEndian < right.word3.bigEndian
  }
}
