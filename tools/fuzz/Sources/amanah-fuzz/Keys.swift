@testable import Cryptography
import TransparencyLog

/// Keys from names, the same as `tools/verifier/tests/writer.py` makes them: its vectors are seeds of the fuzzers.
enum Keys {
  static func signer(_ name: String) -> SignerKey {
    let seed = SHA256.hash(Array("amanah test key \(name)".utf8)).bytes
    guard let keyName = try? KeyName(name), let key = try? SigningKey(seed: SecretBytes(seed)) else {
      fatalError("no key for \(name)")
    }
    return SignerKey(name: keyName, signingKey: key)
  }

  static let origin = "ledger.example/exercise"
  static let log = signer(origin)

  /// The vault's kind of keys, all from one byte.
  static func sealKey(_ byte: UInt8) -> SealKey {
    guard let key = try? SealKey(SecretBytes([UInt8](repeating: byte, count: 32))) else { fatalError("32 bytes are a key") }
    return key
  }

  static let tagKey: TagKey = {
    guard let key = try? TagKey(SecretBytes([UInt8](repeating: 7, count: 32))) else { fatalError("32 bytes are a key") }
    return key
  }()
}
