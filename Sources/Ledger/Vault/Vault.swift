public import Cryptography
import LedgerStore
import Synchronization
public import Vocabulary

/// The secrets that personal data depend on: the tag key and one key for each subject, wrapped under the keyring's secret (SPEC 9).
///
/// Keys made by `seal` are kept in memory until `flush`; flush before the note that holds the sealed box is recorded.
public final class Vault: Sendable {
  /// Tags NIKs and KK numbers, and derives identifiers.
  public let tagKey: TagKey
  private let master: SealKey
  private let origin: String
  private let store: VaultStore
  private let fresh = Mutex<[Identifier: SealKey]>([:])

  /// Makes the vault of a new ledger.
  public static func create(in directory: LedgerDirectory, origin: String, keyring: Keyring) throws(LedgerError) {
    let store = try Self.open(directory.vault, .create)
    do {
      try store.insert(secret: "master", wrapped: keyring.wrap(.random(count: 32), label: label("master", origin)))
      try store.insert(secret: "tag", wrapped: keyring.wrap(.random(count: 32), label: label("tag", origin)))
      try store.close()
    } catch { throw .store(error) }
  }

  /// Opens a ledger's vault.
  ///
  /// - Throws: `LedgerError.vault` when it is missing, of another ledger, or the keyring is not the one that made it.
  public init(directory: LedgerDirectory, origin: String, keyring: Keyring) throws(LedgerError) {
    let store = try Self.open(directory.vault, .append)
    self.store = store
    self.origin = origin
    do {
      master = try SealKey(try Self.secret("master", store, origin, keyring))
      tagKey = try TagKey(try Self.secret("tag", store, origin, keyring))
    } catch let error as LedgerError {
      throw error
    } catch { throw .vault(reason: "\(error)") }
  }

  private static func open(_ path: String, _ mode: SQLiteStore.Mode) throws(LedgerError) -> VaultStore {
    do { return try VaultStore(path: path, mode: mode) } catch {
      if case .missing = error {
        throw .vault(reason: "\(path): the vault is missing; restore it, or verify and report without it")
      }
      throw .store(error)
    }
  }

  private static func label(_ name: String, _ origin: String) -> String { "amanah/vault/v1\n\(origin)\n\(name)" }

  private static func secret(
    _ name: String, _ store: VaultStore, _ origin: String, _ keyring: Keyring
  ) throws(LedgerError) -> SecretBytes {
    let wrapped: [UInt8]?
    do { wrapped = try store.wrappedSecret(name) } catch { throw .store(error) }
    guard let wrapped else { throw .vault(reason: "the vault has no \(name) key") }
    do { return try keyring.unwrap(wrapped, label: label(name, origin)) } catch {
      throw .vault(reason: "the vault belongs to another ledger or keyring")
    }
  }

  /// Personal data sealed under the subject's key, which is made if there is none (SPEC 9.2).
  ///
  /// - Parameter plaintext: one JSON object; padded here.
  public func seal(_ plaintext: [UInt8], subject: Identifier, type: EventType) throws(LedgerError) -> Sealed {
    let key =
      try existingKey(of: subject)
      ?? fresh.withLock { keys in
        let key = keys[subject] ?? .generate()
        keys[subject] = key
        return key
      }
    let padding = (64 - plaintext.count % 64) % 64
    let padded = plaintext + Array(repeating: UInt8(ascii: " "), count: padding)
    let sealed = Seal.seal(plaintext: padded, key: key, associatedData: associatedData(subject, type))
    return Sealed(box: sealed.box, commitment: sealed.commitment)
  }

  /// The personal data in a sealed box. The caller must have recorded `subject.disclosed`.
  ///
  /// - Throws: `LedgerError.vault` when the key was erased or the box is not the subject's.
  public func open(_ sealed: Sealed, subject: Identifier, type: EventType) throws(LedgerError) -> [UInt8] {
    guard let key = try existingKey(of: subject) else {
      throw .vault(reason: "there is no key for \(subject); it was erased, or belongs to another vault")
    }
    do {
      let box = SealedBox(box: sealed.box, commitment: sealed.commitment)
      return try Seal.open(box, key: key, associatedData: associatedData(subject, type))
    } catch { throw .vault(reason: "the sealed data of \(subject) do not open: \(error)") }
  }

  /// Makes the keys of new subjects durable.
  public func flush() throws(LedgerError) {
    let keys = fresh.withLock { $0 }
    guard !keys.isEmpty else { return }
    let rows = keys.map { subject, key in
      (subject: Self.bytes(subject), wrapped: KeyWrap.wrap(key.secret, under: master, associatedData: wrapLabel(subject)))
    }
    do { try store.insert(subjects: rows) } catch { throw .store(error) }
    fresh.withLock { pending in
      for subject in keys.keys { pending[subject] = nil }
    }
  }

  /// Destroys a subject's key for ever. The caller must have recorded `subject.erased`. False when there was none.
  public func erase(_ subject: Identifier) throws(LedgerError) -> Bool {
    let pending = fresh.withLock { $0.removeValue(forKey: subject) != nil }
    do { return try store.erase(subject: Self.bytes(subject)) || pending } catch { throw .store(error) }
  }

  private func existingKey(of subject: Identifier) throws(LedgerError) -> SealKey? {
    if let key = fresh.withLock({ $0[subject] }) { return key }
    let wrapped: [UInt8]?
    do { wrapped = try store.wrappedKey(subject: Self.bytes(subject)) } catch { throw .store(error) }
    guard let wrapped else { return nil }
    do {
      return try SealKey(try KeyWrap.unwrap(wrapped, under: master, associatedData: wrapLabel(subject)))
    } catch { throw .vault(reason: "the key of \(subject) does not open: the vault was damaged") }
  }

  private func associatedData(_ subject: Identifier, _ type: EventType) -> [UInt8] {
    Array("\(origin)\n\(subject)\n\(type.rawValue)".utf8)
  }

  private func wrapLabel(_ subject: Identifier) -> [UInt8] { Array("amanah/subject/v1\n\(origin)\n\(subject)".utf8) }
  private static func bytes(_ subject: Identifier) -> [UInt8] { Array(subject.description.utf8) }
}
