public import Cryptography
import LedgerStore
import Synchronization
public import Vocabulary

/// The secrets that personal data depend on: the tag key and one key for each subject, wrapped under the keyring's secret (SPEC 9).
///
/// Keys made by `seal` are kept in memory until `flush`; flush before the note that holds the sealed box is recorded. Who opens a vault to
/// write tells it by `destroy(erased:)` whose erasure is on the ledger: for those it neither opens nor seals anything.
public final class Vault: Sendable {
  /// Tags NIKs and KK numbers, and derives identifiers.
  public let tagKey: TagKey
  private let master: SealKey
  private let origin: String
  private let store: any VaultStorage
  private let fresh = Mutex<[Identifier: SealKey]>([:])
  private let erased = Mutex<Set<Identifier>>([])

  /// Makes the vault of a new ledger, or goes on with what an interrupted creation left of it.
  ///
  /// - Throws: `LedgerError.directory` when the vault that is there has keys of recipients, `.vault` when another keyring made it.
  public static func create(in stores: LedgerStores, origin: String, keyring: Keyring) throws(LedgerError) {
    let store = try stores.vault(.begin)
    do {
      guard try store.isEmpty() else {
        throw LedgerError.directory(path: stores.settings.place, .begun(reason: .subjects))
      }
      for name in ["master", "tag"] {
        if try store.wrappedSecret(name) == nil {
          try store.insert(secret: name, wrapped: keyring.wrap(.random(count: 32), label: label(name, origin)))
        } else {
          _ = try secret(name, store, origin, keyring)
        }
      }
      try store.close()
    } catch let error as StoreError {
      throw LedgerError(error)
    } catch let error as LedgerError {
      throw error
    } catch { throw .vault(.foreign(path: store.place)) }
  }

  /// Opens the vault of the ledger in `directory`, as ``init(stores:origin:keyring:)`` does.
  public convenience init(directory: LedgerDirectory, origin: String, keyring: Keyring) throws(LedgerError) {
    try self.init(stores: .files(of: directory), origin: origin, keyring: keyring)
  }

  /// Opens a ledger's vault.
  ///
  /// - Throws: `LedgerError.vault` when it is missing, of another ledger, or the keyring is not the one that made it.
  public init(stores: LedgerStores, origin: String, keyring: Keyring) throws(LedgerError) {
    let store = try stores.vault(.append)
    self.store = store
    self.origin = origin
    do {
      master = try SealKey(try Self.secret("master", store, origin, keyring))
      tagKey = try TagKey(try Self.secret("tag", store, origin, keyring))
    } catch let error as LedgerError {
      throw error
    } catch { throw .vault(.foreign(path: store.place)) }
  }

  private static func label(_ name: String, _ origin: String) -> String { "amanah/vault/v1\n\(origin)\n\(name)" }

  private static func secret(
    _ name: String, _ store: any VaultStorage, _ origin: String, _ keyring: Keyring
  ) throws(LedgerError) -> SecretBytes {
    let wrapped: [UInt8]?
    do { wrapped = try store.wrappedSecret(name) } catch { throw LedgerError(error) }
    guard let wrapped else { throw .vault(.noSecret(path: store.place, name: name)) }
    do { return try keyring.unwrap(wrapped, label: label(name, origin)) } catch {
      throw .vault(.foreign(path: store.place))
    }
  }

  /// Personal data sealed under the subject's key, which is made if there is none (SPEC 9.2).
  ///
  /// - Parameter plaintext: one JSON object; padded here.
  /// - Throws: `LedgerError.vault` where the subject was erased.
  public func seal(_ plaintext: [UInt8], subject: Identifier, type: EventType) throws(LedgerError) -> Sealed {
    guard !isErased(subject) else { throw .vault(.noSubject("\(subject)")) }
    let key =
      try existingKey(of: subject)
      ?? fresh.withLock { keys in
        let key = keys[subject] ?? .generate()
        keys[subject] = key
        return key
      }
    return seal(plaintext, under: key, subject, type)
  }

  /// A box of the empty object under a key that nobody keeps, for events that must have one about an erased subject (SPEC 9.2).
  public func sealNothing(subject: Identifier, type: EventType) -> Sealed {
    seal(Array("{}".utf8), under: .generate(), subject, type)
  }

  private func seal(_ plaintext: [UInt8], under key: SealKey, _ subject: Identifier, _ type: EventType) -> Sealed {
    let padding = (64 - plaintext.count % 64) % 64
    let padded = plaintext + Array(repeating: UInt8(ascii: " "), count: padding)
    let sealed = Seal.seal(plaintext: padded, key: key, associatedData: associatedData(subject, type))
    return Sealed(box: sealed.box, commitment: sealed.commitment)
  }

  /// The personal data in a sealed box. The caller must record `subject.disclosed` before it shows them to anybody.
  ///
  /// - Throws: `LedgerError.vault` when the key was erased or the box is not the subject's.
  public func open(_ sealed: Sealed, subject: Identifier, type: EventType) throws(LedgerError) -> [UInt8] {
    guard let key = try existingKey(of: subject) else {
      throw .vault(.noSubject("\(subject)"))
    }
    do {
      let box = SealedBox(box: sealed.box, commitment: sealed.commitment)
      return try Seal.open(box, key: key, associatedData: associatedData(subject, type))
    } catch { throw .vault(.notSealed(subject: "\(subject)", reason: "\(error)")) }
  }

  /// Makes the keys of new subjects durable.
  public func flush() throws(LedgerError) {
    let keys = fresh.withLock { $0 }
    guard !keys.isEmpty else { return }
    let rows = keys.map { subject, key in
      WrappedSubjectKey(
        subject: Self.bytes(subject), wrapped: KeyWrap.wrap(key.secret, under: master, associatedData: wrapLabel(subject)))
    }
    do { try store.insert(subjects: rows) } catch { throw LedgerError(error) }
    fresh.withLock { pending in
      for subject in keys.keys { pending[subject] = nil }
    }
  }

  /// Closes the vault; it must not be used afterwards.
  public func close() throws(LedgerError) {
    do { try store.close() } catch { throw LedgerError(error) }
  }

  /// Destroys a subject's key for ever. The caller must have recorded `subject.erased`. False when there was none.
  public func erase(_ subject: Identifier) throws(LedgerError) -> Bool {
    let pending = fresh.withLock { $0.removeValue(forKey: subject) != nil }
    let existed: Bool
    do { existed = try store.erase(subject: Self.bytes(subject)) } catch { throw LedgerError(error) }
    erased.withLock { _ = $0.insert(subject) }
    return existed || pending
  }

  /// Destroys again the keys of these subjects, whose erasure is on the ledger, and returns those that had come back: with an old vault.
  public func destroy(erased subjects: some Sequence<Identifier>) throws(LedgerError) -> [Identifier] {
    var found: [Identifier] = []
    for subject in subjects {
      // By the row alone: a key that does not open with this keyring must go, too.
      let isThere: Bool
      do { isThere = try store.wrappedKey(subject: Self.bytes(subject)) != nil } catch { throw LedgerError(error) }
      if isThere, try erase(subject) { found.append(subject) }
    }
    erased.withLock { $0.formUnion(subjects) }
    return found
  }

  private func isErased(_ subject: Identifier) -> Bool { erased.withLock { $0.contains(subject) } }

  /// Whether the key of a subject is here: it was not erased, and is not of another vault.
  public func holdsKey(of subject: Identifier) throws(LedgerError) -> Bool { try existingKey(of: subject) != nil }

  private func existingKey(of subject: Identifier) throws(LedgerError) -> SealKey? {
    guard !isErased(subject) else { return nil }
    if let key = fresh.withLock({ $0[subject] }) { return key }
    let wrapped: [UInt8]?
    do { wrapped = try store.wrappedKey(subject: Self.bytes(subject)) } catch { throw LedgerError(error) }
    guard let wrapped else { return nil }
    do {
      return try SealKey(try KeyWrap.unwrap(wrapped, under: master, associatedData: wrapLabel(subject)))
    } catch { throw .vault(.damaged(subject: "\(subject)")) }
  }

  private func associatedData(_ subject: Identifier, _ type: EventType) -> [UInt8] {
    Array("\(origin)\n\(subject)\n\(type.rawValue)".utf8)
  }

  private func wrapLabel(_ subject: Identifier) -> [UInt8] { Array("amanah/subject/v1\n\(origin)\n\(subject)".utf8) }
  private static func bytes(_ subject: Identifier) -> [UInt8] { Array(subject.description.utf8) }
}
