import Synchronization

/// Wrapped secrets in memory. An erased key is no longer referred to; its bytes are overwritten when the system gives the memory away.
public final class MemoryVault: VaultStorage {
  struct Secrets {
    var subjects: [[UInt8]: [UInt8]] = [:]
    var named: [String: [UInt8]] = [:]
  }

  private let medium: MemoryMedium<Secrets>
  private let isClosed = Atomic(false)

  public var place: String { Memory.place }

  /// An empty vault.
  public convenience init() { self.init(MemoryMedium(Secrets())) }

  init(_ medium: MemoryMedium<Secrets>) { self.medium = medium }

  public func insert(subjects: [WrappedSubjectKey]) throws(StoreError) {
    try change { secrets in
      for key in subjects where secrets.subjects[key.subject] == nil { secrets.subjects[key.subject] = key.wrapped }
    }
  }

  public func wrappedKey(subject: [UInt8]) throws(StoreError) -> [UInt8]? { try change { $0.subjects[subject] } }
  public func erase(subject: [UInt8]) throws(StoreError) -> Bool {
    try change { $0.subjects.removeValue(forKey: subject) != nil }
  }
  public func isEmpty() throws(StoreError) -> Bool { try change { $0.subjects.isEmpty } }

  public func insert(secret name: String, wrapped: [UInt8]) throws(StoreError) {
    let isKept = try change { secrets in
      guard secrets.named[name] == nil else { return false }
      secrets.named[name] = wrapped
      return true
    }
    guard isKept else { throw Memory.contradiction(.recordingSecret, "a secret of this name is there already") }
  }

  public func wrappedSecret(_ name: String) throws(StoreError) -> [UInt8]? { try change { $0.named[name] } }

  public func close() { isClosed.store(true, ordering: .relaxed) }

  private func change<Result: Sendable>(_ body: (inout Secrets) -> Result) throws(StoreError) -> Result {
    guard !isClosed.load(ordering: .relaxed) else { throw .closed(place: Memory.place) }
    return medium.contents.withLock { body(&$0) }
  }
}
