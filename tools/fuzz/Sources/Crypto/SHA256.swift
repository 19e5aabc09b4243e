import CSodium

/// Stands in for swift-crypto, of which the library uses SHA-256 only: spares the building of BoringSSL. What is fuzzed reads bytes; a hash
/// function reads them the same way whatever they are.
public struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  public init() {
    _ = unsafe crypto_hash_sha256_init(&state)
  }

  public mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) {
    let octets = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    _ = unsafe crypto_hash_sha256_update(&state, octets, UInt64(bytes.count))
  }

  public func finalize() -> [UInt8] {
    var state = state
    var hash = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_hash_sha256_final(&state, &hash)
    return hash
  }
}
