/// Where wrapped secrets live: the only part of a ledger that is ever erased (SPEC 9.2). Whoever has the storage alone can read none.
///
/// What it promises is `VaultStorageContract` in `LedgerTesting`.
public protocol VaultStorage: Sendable {
  /// What to call the vault in messages, such as its path.
  var place: String { get }

  /// Keeps the wrapped keys of several subjects, all or none, durable once returned. A subject that has a key keeps it.
  func insert(subjects: [WrappedSubjectKey]) throws(StoreError)

  /// The wrapped key of a subject, or nil when there is none or it was erased.
  func wrappedKey(subject: [UInt8]) throws(StoreError) -> [UInt8]?

  /// Destroys a subject's key for ever: durable, and overwritten where it lay, once returned. True when there was one.
  ///
  /// - Throws: `StoreError.failed`. Where it was `.overwritingKey` that failed, the key cannot be read any longer, but its bytes are
  ///   not overwritten before the next erasure, of any subject.
  func erase(subject: [UInt8]) throws(StoreError) -> Bool

  /// Whether no subject has a key.
  func isEmpty() throws(StoreError) -> Bool

  /// Keeps a named wrapped secret, durable once returned.
  ///
  /// - Throws: `StoreError.failed` with `.contradiction` where there is one of this name: it stays.
  func insert(secret name: String, wrapped: [UInt8]) throws(StoreError)

  /// A named wrapped secret, or nil.
  func wrappedSecret(_ name: String) throws(StoreError) -> [UInt8]?

  /// Gives back what the vault holds, such as files. Every later call throws; closing again does nothing.
  func close() throws(StoreError)
}

/// A subject's key, wrapped.
public struct WrappedSubjectKey: Hashable, Sendable {
  /// The subject's identifier as text.
  public let subject: [UInt8]
  public let wrapped: [UInt8]

  /// The key of `subject`.
  public init(subject: [UInt8], wrapped: [UInt8]) {
    self.subject = subject
    self.wrapped = wrapped
  }
}
