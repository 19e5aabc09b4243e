import CSodium

/// Keyed BLAKE2b-256 (RFC 7693) over a sequence of parts, without joining them in memory first.
enum KeyedBLAKE2b {
  /// BLAKE2b-256 with `key` over `parts` in order. The parts are hashed one after the other: framing is the caller's.
  static func hash(key: SecretBytes, parts: [[UInt8]]) -> Digest {
    _ = Sodium.ready
    return unsafe withUnsafeTemporaryAllocation(byteCount: crypto_generichash_statebytes(), alignment: 64) { memory in
      let state = unsafe OpaquePointer(memory.baseAddress.unsafelyUnwrapped)
      defer { unsafe sodium_memzero(UnsafeMutableRawPointer(state), memory.count) }
      unsafe key.withUnsafeBytes { key in
        let status = unsafe crypto_generichash_init(state, key.requiredOctets, key.count, Digest.byteCount)
        precondition(status == 0, "BLAKE2b refused a key of \(key.count) bytes")
      }
      for part in parts {
        unsafe part.withUnsafeBufferPointer { bytes in
          _ = unsafe crypto_generichash_update(state, bytes.baseAddress, UInt64(bytes.count))
        }
      }
      return unsafe Digest(filling: { output in
        _ = unsafe crypto_generichash_final(state, output.requiredOctets, output.count)
      })
    }
  }
}
