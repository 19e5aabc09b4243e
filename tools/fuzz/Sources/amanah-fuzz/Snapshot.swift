@testable import Compliance
import Cryptography
@testable import Ledger
import TransparencyLog

extension Fuzzer {
  /// A snapshot: bytes that nobody signed are refused, and bytes that are not a state too, even with the right digest.
  static let snapshot = Fuzzer(name: "snapshot", options: ["-max_len=8192"]) { bytes in
    law((try? SnapshotHeader(bytes, signedBy: Keys.log.verifier)) == nil, "a header that nobody signed")
    decode(bytes, digest: SHA256.hash(bytes))
    law(decode(bytes, digest: .zero) == nil, "a state of another digest")
  }

  @discardableResult
  static func decode(_ bytes: [UInt8], digest: Digest) -> LedgerState? {
    var rest = bytes[...]
    return try? unsafe StateSnapshot.decode(byteCount: UInt64(bytes.count), digest: digest) { memory in
      guard rest.count >= memory.count else { return false }
      unsafe memory.copyBytes(from: rest.prefix(memory.count))
      rest = rest.dropFirst(memory.count)
      return true
    }
  }

  /// A state as bytes, and back, is the same state.
  static func checkSnapshot(_ state: LedgerState, asOf instant: Int64) {
    var bytes: [UInt8] = []
    guard
      let written = try? unsafe StateSnapshot.encode(
        state,
        to: { block in
          unsafe bytes.append(contentsOf: block)
          return true
        })
    else { fatalError("a state cannot be written") }
    law(written.byteCount == UInt64(bytes.count) && written.digest == SHA256.hash(bytes), "the digest is of other bytes")
    guard let read = decode(bytes, digest: written.digest) else { fatalError("a state that was written cannot be read") }
    law(StateDigest.digest(of: read, asOf: instant) == StateDigest.digest(of: state, asOf: instant), "another state came back")
    law((try? StateSnapshot.digest(of: read)) == written.digest, "a state has two spellings")
  }
}
