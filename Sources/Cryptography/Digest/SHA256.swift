import Crypto

/// SHA-256 (FIPS 180-4) on swift-crypto, which uses the processor's instructions for it.
public enum SHA256 {
  /// SHA-256 of `bytes`.
  public static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = Hasher()
    unsafe hasher.update(bytes)
    return hasher.finalize()
  }

  /// SHA-256 of `bytes`.
  public static func hash(_ bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBytes { unsafe hash($0) }
  }

  /// SHA-256 of the one byte `prefix` followed by `bytes`, without joining them in memory.
  public static func hash(prefix: UInt8, _ bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = Hasher()
    unsafe withUnsafeBytes(of: prefix) { unsafe hasher.update($0) }
    unsafe hasher.update(bytes)
    return hasher.finalize()
  }

  /// SHA-256 of bytes that arrive in parts: the parts hash as if they were joined.
  public struct Hasher: Sendable {
    private var state = Crypto.SHA256()

    public init() {}

    /// Adds `bytes` to what is hashed.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
      unsafe state.update(bufferPointer: bytes)
    }

    /// Adds `bytes` to what is hashed.
    public mutating func update(_ bytes: [UInt8]) {
      unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
    }

    /// The hash of all that was added so far; the hasher may go on afterwards.
    public func finalize() -> Digest {
      unsafe state.finalize().withUnsafeBytes { hash in
        unsafe Digest(filling: { unsafe $0.copyMemory(from: hash) })
      }
    }
  }
}
