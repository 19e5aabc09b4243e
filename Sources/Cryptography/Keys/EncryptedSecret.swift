import CSodium

/// A secret under a pass phrase, as a text file: Argon2id makes the key, XChaCha20-Poly1305-IETF encrypts.
///
/// ```
/// amanah/secret/v1
/// argon2id <operations> <memory in bytes>
/// salt <base64 of 16 bytes>
/// box <base64 of nonce ‖ ciphertext ‖ tag>
/// ```
/// The first three lines, with their line feeds, are the associated data of the box. The pass phrase is used as its UTF-8 bytes, as
/// typed.
public enum EncryptedSecret {
  /// How much work each guess of the pass phrase costs (Argon2id, one lane).
  public struct Cost: Hashable, Sendable {
    /// Passes over the memory.
    public let operations: UInt64
    /// Bytes of memory.
    public let memoryBytes: UInt64

    public init(operations: UInt64, memoryBytes: UInt64) {
      self.operations = operations
      self.memoryBytes = memoryBytes
    }

    /// 2 passes over 64 MiB: well under a second.
    public static let interactive = Cost(operations: 2, memoryBytes: 64 << 20)
    /// 3 passes over 256 MiB: about a second. The default for keys on disk.
    public static let moderate = Cost(operations: 3, memoryBytes: 256 << 20)
  }

  /// The first line of every file.
  public static let firstLine = "amanah/secret/v1"
  /// The least that is accepted: 1 pass over 8 KiB, the floor of Argon2id itself.
  public static let minimumCost = Cost(operations: 1, memoryBytes: 8 << 10)
  /// The most that a file may ask for: 16 passes, 1 GiB. A hostile file cannot exhaust the machine.
  public static let maximumCost = Cost(operations: 16, memoryBytes: 1 << 30)

  static let saltByteCount = 16

  /// The file text for `secret` under `passphrase`, with a fresh salt and nonce. Ends in a line feed.
  ///
  /// - Throws: ``EncryptedSecretError/costOutOfRange(operations:memoryBytes:)``, ``EncryptedSecretError/outOfMemory(memoryBytes:)``.
  public static func seal(
    _ secret: SecretBytes, passphrase: SecretBytes, cost: Cost = .moderate
  ) throws(EncryptedSecretError) -> String {
    let salt = SecureRandom.bytes(saltByteCount)
    let key = try deriveKey(passphrase: passphrase, salt: salt, cost: cost)
    let header = "\(firstLine)\nargon2id \(cost.operations) \(cost.memoryBytes)\nsalt \(Base64.encode(salt))\n"
    let nonce = SecureRandom.bytes(XChaCha20Poly1305.nonceByteCount)
    let box = unsafe secret.withUnsafeBytes {
      unsafe XChaCha20Poly1305.seal($0, key: key, nonce: nonce, associatedData: Array(header.utf8))
    }
    return header + "box \(Base64.encode(box))\n"
  }

  /// The secret in a file text.
  ///
  /// - Throws: ``EncryptedSecretError``; the cost that the file asks for is checked before any work is done.
  public static func open(
    _ text: String, passphrase: SecretBytes
  ) throws(EncryptedSecretError) -> SecretBytes {
    let file = try EncryptedSecretFile(parsing: text)
    let key = try deriveKey(passphrase: passphrase, salt: file.salt, cost: file.cost)
    guard let secret = XChaCha20Poly1305.open(file.box, key: key, associatedData: file.header) else {
      throw .wrongPassphraseOrDamaged
    }
    return secret
  }

  private static func deriveKey(
    passphrase: SecretBytes, salt: [UInt8], cost: Cost
  ) throws(EncryptedSecretError) -> SecretBytes {
    let operations = minimumCost.operations...maximumCost.operations
    let memory = minimumCost.memoryBytes...maximumCost.memoryBytes
    guard operations.contains(cost.operations), memory.contains(cost.memoryBytes) else {
      throw .costOutOfRange(operations: cost.operations, memoryBytes: cost.memoryBytes)
    }
    _ = Sodium.ready
    var status: CInt = -1
    let key = unsafe SecretBytes(count: XChaCha20Poly1305.keyByteCount) { output in
      let destination = unsafe output.requiredOctets
      unsafe passphrase.withUnsafeBytes { passphrase in
        // Even an empty pass phrase has an address: `SecretBytes` always allocates.
        let start = unsafe UnsafeRawPointer(passphrase.requiredOctets).assumingMemoryBound(to: CChar.self)
        status = unsafe crypto_pwhash(
          destination, UInt64(output.count), start, UInt64(passphrase.count), salt,
          cost.operations, Int(cost.memoryBytes), crypto_pwhash_alg_argon2id13())
      }
    }
    guard status == 0 else { throw .outOfMemory(memoryBytes: cost.memoryBytes) }
    return key
  }
}
