import CSodium

/// Secret bytes that are overwritten with zeroes when the last owner lets go of them.
///
/// Immutable after creation, hence safe to share between threads. It has no textual form: what prints it prints its length only.
@safe public final class SecretBytes: @unchecked Sendable {
  private let buffer: UnsafeMutableRawBufferPointer

  /// The number of bytes.
  public var count: Int { unsafe buffer.count }

  /// `count` bytes that `fill` writes; those that it leaves alone are zero.
  public init(count: Int, filling fill: (UnsafeMutableRawBufferPointer) -> Void) {
    unsafe buffer = .allocate(byteCount: count, alignment: 16)
    unsafe buffer.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe fill(buffer)
  }

  /// A copy of `bytes`. The caller still holds the original, which nobody zeroes.
  public convenience init(_ bytes: [UInt8]) {
    unsafe self.init(count: bytes.count) { unsafe $0.copyBytes(from: bytes) }
  }

  /// A copy of the UTF-8 bytes of `text`, for pass phrases. The caller still holds the original, which nobody zeroes.
  public convenience init(utf8 text: String) {
    self.init(Array(text.utf8))
  }

  /// `count` fresh random bytes.
  public static func random(count: Int) -> SecretBytes {
    unsafe SecretBytes(count: count) { unsafe SecureRandom.fill($0) }
  }

  deinit {
    if let start = unsafe buffer.baseAddress { unsafe sodium_memzero(start, buffer.count) }
    unsafe buffer.deallocate()
  }

  /// Calls `body` with the secret bytes in place.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeRawBufferPointer(buffer))
  }

  /// The secret as a plain array, which nobody zeroes: for text formats and tests only.
  public func copyWithoutProtection() -> [UInt8] {
    unsafe withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// Whether both hold the same bytes, in a time that depends on the lengths only.
  public func isEqual(to other: SecretBytes) -> Bool {
    unsafe ConstantTime.areEqual(UnsafeRawBufferPointer(buffer), UnsafeRawBufferPointer(other.buffer))
  }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
  /// The length, never the bytes.
  public var description: String { "SecretBytes(\(count) bytes)" }
  /// Empty, so that `dump` shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
