/// libsodium counts in `unsigned char`: its view of raw memory.
extension UnsafeRawBufferPointer {
  /// The first byte, or nil in an empty buffer without memory.
  var octets: UnsafePointer<UInt8>? { unsafe baseAddress?.assumingMemoryBound(to: UInt8.self) }

  /// The first byte of a buffer that is never empty (keys, signatures, points).
  var requiredOctets: UnsafePointer<UInt8> {
    guard let start = unsafe octets else { preconditionFailure("an empty buffer where fixed-size bytes belong") }
    return unsafe start
  }
}

extension UnsafeMutableRawBufferPointer {
  /// The first byte of a buffer that is never empty (keys, hashes).
  var requiredOctets: UnsafeMutablePointer<UInt8> {
    guard let start = baseAddress else { preconditionFailure("an empty buffer where fixed-size bytes belong") }
    return unsafe start.assumingMemoryBound(to: UInt8.self)
  }
}
