public import Cryptography
import Foundation
import LedgerStore
public import TransparencyLog

/// A directory of signers, each wrapped under one secret that a passphrase opens (Argon2id, XChaCha20-Poly1305).
///
/// One derivation opens all keys, so that an operator who signs for many officers types one passphrase and waits once.
/// Files: `keyring` (the secret under the passphrase), `<name>.key` (name with `/` as `=`): verifier key, wrapped seed. All 0600.
public final class Keyring: Sendable {
  public let path: String
  private let secret: SealKey

  /// Makes an empty keyring at `path`, or opens the one that is there.
  ///
  /// - Parameter passphrase: an empty one leaves the keys as good as in clear; the caller must have insisted.
  /// - Throws: `LedgerError.key` when the passphrase is wrong or the file damaged.
  public init(path: String, passphrase: SecretBytes, cost: EncryptedSecret.Cost = .interactive) throws(LedgerError) {
    self.path = path
    if let known = try Self.open(path, passphrase) {
      secret = known
    } else {
      try DurableFile.makeDirectory(path, mode: 0o700)
      secret = try FolderLock.hold(path) { () throws(LedgerError) in
        // Another process may have made it meanwhile.
        if let known = try Self.open(path, passphrase) { return known }
        return try Self.create(path, passphrase, cost)
      }
    }
  }

  /// The secret of the keyring at `path`; nil where there is none.
  private static func open(_ path: String, _ passphrase: SecretBytes) throws(LedgerError) -> SealKey? {
    let file = path + "/keyring"
    guard let bytes = try DurableFile.read(file) else { return nil }
    do {
      return try SealKey(try EncryptedSecret.open(String(decoding: bytes, as: UTF8.self), passphrase: passphrase))
    } catch EncryptedSecretError.wrongPassphraseOrDamaged {
      throw .key(name: "keyring", .wrongPassphrase(path: file))
    } catch {
      throw .key(name: "keyring", .unreadableKeyring(path: file, reason: "\(error)"))
    }
  }

  private static func create(
    _ path: String, _ passphrase: SecretBytes, _ cost: EncryptedSecret.Cost
  ) throws(LedgerError) -> SealKey {
    let file = path + "/keyring"
    // A new secret opens none of the old keys, nor the vault.
    let keys = try names(in: path).count
    guard keys == 0 else { throw .key(name: "keyring", .noKeyring(folder: path, keys: keys)) }
    let fresh = SealKey.generate()
    let text: String
    do { text = try EncryptedSecret.seal(fresh.secret, passphrase: passphrase, cost: cost) } catch {
      throw .key(name: "keyring", .unreadableKeyring(path: file, reason: "\(error)"))
    }
    try DurableFile.replace(file, with: Array(text.utf8), isPrivate: true)
    return fresh
  }

  /// The number of keys in the directory `path`, whether its keyring is there or not.
  public static func keyCount(at path: String) -> Int { (try? names(in: path).count) ?? 0 }

  /// Whether there is a keyring at `path`.
  public static func exists(at path: String) -> Bool { FileManager.default.fileExists(atPath: path + "/keyring") }

  /// The names of the keys, sorted.
  public func names() throws(LedgerError) -> [String] { try Self.names(in: path) }

  private static func names(in path: String) throws(LedgerError) -> [String] {
    let files: [String]
    do { files = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw .file(path: path, doing: .listing, reason: FileReason(error))
    }
    return files.filter { $0.hasSuffix(".key") }
      .map { String($0.dropLast(4)).replacingOccurrences(of: "=", with: "/") }.sorted()
  }

  /// Whether a key of this name is here.
  public func contains(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// Makes and keeps a new key. Refuses to replace one.
  public func generate(name: String) throws(LedgerError) -> SignerKey {
    let keyName: KeyName
    do { keyName = try KeyName(name) } catch { throw .key(name: name, .badName(reason: "\(error)")) }
    let signer = SignerKey.generate(name: keyName)
    try add(signer)
    return signer
  }

  /// Keeps a key. Refuses to replace one.
  public func add(_ signer: SignerKey) throws(LedgerError) {
    let name = signer.name.text
    let verifier = signer.verifier.text
    let wrapped = KeyWrap.wrap(signer.signingKey.seed, under: secret, associatedData: Array(verifier.utf8))
    let text = "amanah/key/v1\n\(verifier)\n\(Base64.encode(wrapped))\n"
    try FolderLock.hold(path) { () throws(LedgerError) in
      guard !contains(name) else { throw .key(name: name, .exists(folder: path)) }
      try DurableFile.replace(file(name), with: Array(text.utf8), isPrivate: true)
    }
  }

  /// The signer of this name.
  ///
  /// - Throws: `LedgerError.key` when there is none, or it is damaged, of another keyring or another's under this name.
  public func signer(named name: String) throws(LedgerError) -> SignerKey {
    guard let bytes = try DurableFile.read(file(name)) else {
      throw .key(name: name, .missing(folder: path))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0] == "amanah/key/v1", let wrapped = Base64.decode(lines[2]) else {
      throw .key(name: name, .damaged(path: file(name)))
    }
    let signer: SignerKey
    do {
      let verifier = try VerifierKey(String(lines[1]))
      let seed = try KeyWrap.unwrap(wrapped, under: secret, associatedData: Array(lines[1].utf8))
      signer = SignerKey(name: verifier.name, signingKey: try SigningKey(seed: seed))
      guard signer.verifier == verifier else { throw KeyWrap.Failure.notAuthentic }
    } catch { throw .key(name: name, .otherKeyring(path: file(name))) }
    // Files can be copied over each other; nobody may sign as somebody else by it.
    guard signer.name.text == name else { throw .key(name: name, .otherName(path: file(name), found: signer.name.text)) }
    return signer
  }

  /// Wraps a secret that belongs to the same owner, such as the vault's.
  func wrap(_ other: SecretBytes, label: String) -> [UInt8] {
    KeyWrap.wrap(other, under: secret, associatedData: Array(label.utf8))
  }

  /// Opens what `wrap` closed under the same label.
  func unwrap(_ wrapped: [UInt8], label: String) throws(LedgerError) -> SecretBytes {
    do { return try KeyWrap.unwrap(wrapped, under: secret, associatedData: Array(label.utf8)) } catch {
      throw .key(name: label, .otherKeyring(path: path))
    }
  }

  private func file(_ name: String) -> String {
    "\(path)/\(name.replacingOccurrences(of: "/", with: "=")).key"
  }
}
