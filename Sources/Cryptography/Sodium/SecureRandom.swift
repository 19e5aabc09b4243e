import CSodium

/// Unpredictable bytes from the operating system, through libsodium.
public enum SecureRandom {
  /// `count` fresh random bytes.
  public static func bytes(_ count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe fill(UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
  }

  /// Overwrites the whole of `buffer` with fresh random bytes.
  static func fill(_ buffer: UnsafeMutableRawBufferPointer) {
    _ = Sodium.ready
    guard let start = buffer.baseAddress else { return }
    unsafe randombytes_buf(start, buffer.count)
  }
}
