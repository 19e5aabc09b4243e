@testable import Compliance
import Cryptography
@testable import Ledger
import TransparencyLog
import Vocabulary

extension Fuzzer {
  /// A snapshot: the state of some event lines, with some of its bytes changed. A change for each three bytes of the first line.
  static let snapshot = Fuzzer(name: "snapshot", options: ["-max_len=8192"]) { bytes in
    law((try? SnapshotHeader(bytes, signedBy: Keys.log.verifier)) == nil, "a header that nobody signed")
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let changes = lines.removeFirst()
    var state = LedgerState()
    for (position, line) in lines.enumerated() {
      guard let event = try? EventReader.read(Array(line)), let time = RecordedTime(millisecondsSince1970: 1_776_305_523_000)
      else { continue }
      state.fold(
        RecordedEntry(position: Position(UInt64(position)), recordedAt: time, signers: [Keys.origin], events: [event]))
    }
    var written = checkSnapshot(state, asOf: 1_780_000_000)
    var dice = Dice(Array(changes))
    while !dice.rest.isEmpty {
      let place = Int(dice.byte()) << 8 | Int(dice.byte())
      written[place % written.count] ^= dice.byte()
    }
    // The digest is right: what the bytes say is all that stands between them and a state.
    decode(written, digest: SHA256.hash(written))
    decode(Array(written.dropLast(changes.count)), digest: SHA256.hash(written))
    law(decode(written, digest: .zero) == nil, "a state of another digest")
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
  @discardableResult
  static func checkSnapshot(_ state: LedgerState, asOf instant: Int64) -> [UInt8] {
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
    return bytes
  }
}
