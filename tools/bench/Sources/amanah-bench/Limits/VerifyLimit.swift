import Cryptography
import Dispatch
import LimitSodium
import TransparencyLog
import Vocabulary

/// How many signatures libsodium alone verifies a second: what admission and audit of single-event notes cannot beat.
struct VerifyLimit {
  private struct Signed {
    let text: [UInt8]
    let signature: [UInt8]
    let key: [UInt8]
  }

  private let signed: [Signed]

  /// The author's signatures of `notes`, taken apart beforehand.
  init(notes: [[UInt8]], officers: Officers) throws {
    guard sodium_init() >= 0 else { throw BenchError("libsodium does not start") }
    let keys = Dictionary(uniqueKeysWithValues: officers.signers.map { ($0.name.text, $0.verifier.publicKey.bytes) })
    signed = try notes.map { note in
      let parts = try UnverifiedAuthorNote(parsing: note)
      guard let line = parts.layout.signatures.first, let key = keys[parts.header.author] else {
        throw BenchError("unknown author")
      }
      let signature = unsafe note.withUnsafeBytes { bytes in unsafe line.withSignature(in: bytes) { unsafe [UInt8]($0) } }
      return Signed(text: Array(note[parts.text]), signature: signature, key: key)
    }
  }

  /// Signatures a second on `cores` cores, and processor microseconds for one.
  func measure(cores: Int) throws -> (rate: Double, processor: Double) {
    let signed = self.signed
    let seconds = Stopwatch.both {
      if cores == 1 {
        for item in signed { Self.verify(item) }
      } else {
        // Slices, so that a core that is held up does not hold up the others.
        let length = 64
        DispatchQueue.concurrentPerform(iterations: (signed.count + length - 1) / length) { slice in
          for item in signed[slice * length..<min(signed.count, (slice + 1) * length)] { Self.verify(item) }
        }
      }
    }
    return (Double(signed.count) / seconds.wall, seconds.processor * 1e6 / Double(signed.count))
  }

  private static func verify(_ item: Signed) {
    let status = unsafe crypto_sign_verify_detached(item.signature, item.text, UInt64(item.text.count), item.key)
    precondition(status == 0, "the notes of a benchmark verify")
  }
}
