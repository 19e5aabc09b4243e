@testable import Cryptography
import Foundation
@testable import Ledger
@testable import TransparencyLog

extension Fuzzer {
  /// The texts of keys: verifier, signer, name.
  static let keyText = Fuzzer(name: "key-text", options: ["-max_len=512"]) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    if let key = accepted({ try VerifierKey(text) }) {
      law(key.text.utf8.elementsEqual(text.utf8), "a verifier key has two spellings")
      _ = key.publicKey.isValidSignature([UInt8](repeating: 1, count: 64), for: bytes)
    }
    if let key = accepted({ try SignerKey(text) }) {
      law(key.textExposingSecret.utf8.elementsEqual(text.utf8), "a signer key has two spellings")
      let signature = key.sign(bytes)
      law(key.verifier.publicKey.isValidSignature(signature.signature, for: bytes), "a key refuses its own signature")
    }
    let name = unsafe bytes.withUnsafeBytes { unsafe KeyName(utf8: $0) }
    law(name == nil || Array((name?.text ?? "").utf8) == bytes, "a name has two spellings")
  }

  /// The file `keyring`, and the files of signers beside it.
  static let secret = Fuzzer(name: "secret", options: ["-max_len=2048"]) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    if let file = accepted({ try EncryptedSecretFile(parsing: text) }) {
      let again = "\(String(decoding: file.header, as: UTF8.self))box \(Base64.encode(file.box))\n"
      law(again.utf8.elementsEqual(text.utf8), "an encrypted secret has two spellings")
      // Opening costs what the file asks for: only the cheap ones.
      if file.cost.memoryBytes <= 1 << 16 || !(8 << 10...1 << 30).contains(file.cost.memoryBytes) || file.cost.operations > 16 {
        _ = try? EncryptedSecret.open(text, passphrase: SecretBytes(utf8: "correct horse"))
      }
    }
    let folder = Scratch.folder
    Scratch.write(bytes, to: folder.keys + "/fuzz.key")
    if let signer = accepted({ try folder.keyring.signer(named: "fuzz") }) {
      law(String(decoding: bytes, as: UTF8.self).contains(signer.verifier.text), "a signer that is not in the file")
    }
  }

  /// A box: what was sealed opens, and nothing else does; SPEC 9.2.
  static let seal = Fuzzer(name: "seal", options: ["-max_len=1024"]) { bytes in
    var dice = Dice(bytes)
    let (mode, keyByte, place) = (dice.byte(), dice.byte(), Int(dice.byte()) << 8 | Int(dice.byte()))
    let key = Keys.sealKey(keyByte)
    let context = dice.take(Int(dice.byte() % 64))
    // As it came: nobody sealed it.
    let foreign = SealedBox(box: Array(dice.rest), commitment: .zero)
    law((try? Seal.open(foreign, key: key, associatedData: context)) == nil, "a box that nobody sealed opens")
    law((try? KeyWrap.unwrap(Array(dice.rest), under: key, associatedData: context)) == nil, "a key that nobody wrapped opens")
    let nonce = dice.take(24) + [UInt8](repeating: 0, count: 24)
    let plaintext = Array(dice.rest)
    let sealed = Seal.seal(
      plaintext: plaintext, key: key, associatedData: context, nonceThatMustNotRepeat: Array(nonce.prefix(24)))
    law((try? Seal.open(sealed, key: key, associatedData: context)) == plaintext, "what was sealed does not open")
    var box = sealed.box
    var (commitment, otherKey, otherContext) = (sealed.commitment.bytes, keyByte, context)
    switch mode % 6 {
    case 0: box[place % box.count] ^= 1 << (mode >> 5)
    case 1: box.removeLast(place % box.count + 1)
    case 2: commitment[place % 32] ^= 1 << (mode >> 5)
    case 3: otherKey &+= UInt8(place % 255 + 1)
    case 4: otherContext.append(mode)
    default: box.insert(mode, at: place % (box.count + 1))
    }
    guard let digest = Digest(bytes: commitment) else { return }
    // An inserted byte may be the one that stood there; then the box is longer all the same.
    let changed = SealedBox(box: box, commitment: digest)
    law(
      (try? Seal.open(changed, key: Keys.sealKey(otherKey), associatedData: otherContext)) == nil,
      "a changed box opens (mode \(mode % 6))")
  }
}
