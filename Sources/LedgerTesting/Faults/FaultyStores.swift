public import Cryptography
public import LedgerStore
public import TransparencyLog

/// A store of entries that fails when its plan says so.
public struct FaultyEntryStore: EntryStore {
  private let store: any EntryStore
  private let plan: FaultPlan

  /// `store`, failing as `plan` says.
  public init(_ store: any EntryStore, _ plan: FaultPlan) {
    self.store = store
    self.plan = plan
  }

  public func append(_ batch: EntryBatch) throws(StoreError) {
    try plan.run(.recordingEntries, before: .appendFails, after: .appendFailsButPersists) { () throws(StoreError) in
      try store.append(batch)
      plan.noteAppend()
    }
  }

  public func keep(checkpoint: [UInt8], size: TreeSize) throws(StoreError) {
    try plan.run(.keepingCheckpoint, before: .keepFails, after: .keepFailsButPersists) { () throws(StoreError) in
      try store.keep(checkpoint: checkpoint, size: size)
    }
  }

  public func scan(
    _ range: Range<Position>, _ body: (Position, Digest?, UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
    guard plan.isReadBack else { return try unsafe store.scan(range, body) }
    if plan.takes(.readBackFails) { throw FaultPlan.failure(.readingEntries) }
    let lies = plan.takes(.readBackLies)
    let end = plan.takes(.readBackEndsEarly) ? range.upperBound.advanced(by: -1) : range.upperBound
    try unsafe store.scan(range.lowerBound..<end) { position, leaf, bytes in
      guard lies else { return unsafe body(position, leaf, bytes) }
      var changed = unsafe [UInt8](bytes)
      changed[changed.count / 2] ^= 1
      return unsafe changed.withUnsafeBytes { unsafe body(position, leaf, $0) }
    }
  }

  public func leaves(_ range: Range<Position>) throws(StoreError) -> [Digest] {
    if plan.takesLeafReading() { throw FaultPlan.failure(.readingLeaves) }
    return try store.leaves(range)
  }

  public func snapshot<Result>(
    _ body: (any EntryReader) throws(StoreError) -> Result
  ) throws(StoreError) -> Result { try store.snapshot(body) }

  public func size() throws(StoreError) -> TreeSize { try store.size() }
  public func tileHashes(level: Int, _ range: Range<UInt64>) throws(StoreError) -> [StoredTileHash] {
    try store.tileHashes(level: level, range)
  }
  public func position(author: String, sequence: UInt64) throws(StoreError) -> Position? {
    try store.position(author: author, sequence: sequence)
  }
  public func authorHeads() throws(StoreError) -> [AuthorHead] { try store.authorHeads() }
  public func governancePositions() throws(StoreError) -> [Position] { try store.governancePositions() }
  public func newestCheckpoint() throws(StoreError) -> KeptCheckpoint? { try store.newestCheckpoint() }
  public func close() throws(StoreError) { try store.close() }
}

/// A store of the head that fails when its plan says so.
public struct FaultyHeadStore: HeadStore {
  private let store: any HeadStore
  private let plan: FaultPlan

  /// `store`, failing as `plan` says.
  public init(_ store: any HeadStore, _ plan: FaultPlan) {
    self.store = store
    self.plan = plan
  }

  public func read() throws(StoreError) -> [UInt8]? {
    try plan.run(.readingHead, before: .headReadFails) { () throws(StoreError) in try store.read() }
  }

  public func replace(expected: [UInt8]?, with head: [UInt8]) throws(StoreError) {
    try plan.run(.replacingHead, before: .headFails, after: .headFailsButPersists) { () throws(StoreError) in
      try store.replace(expected: expected, with: head)
    }
  }

  public func peek(atMost limit: Int) throws(StoreError) -> [UInt8]? { try store.peek(atMost: limit) }
}

/// A vault's storage that fails when its plan says so.
public struct FaultyVaultStorage: VaultStorage {
  private let store: any VaultStorage
  private let plan: FaultPlan

  /// `store`, failing as `plan` says.
  public init(_ store: any VaultStorage, _ plan: FaultPlan) {
    self.store = store
    self.plan = plan
  }

  public var place: String { store.place }

  public func insert(subjects: [WrappedSubjectKey]) throws(StoreError) {
    try plan.run(.recordingSubjectKeys, before: .keysFail, after: .keysFailButPersist) { () throws(StoreError) in
      try store.insert(subjects: subjects)
    }
  }

  public func erase(subject: [UInt8]) throws(StoreError) -> Bool {
    if plan.takes(.eraseFails) { throw FaultPlan.failure(.erasingKey) }
    let existed = try store.erase(subject: subject)
    if plan.takes(.eraseFailsButPersists) { throw FaultPlan.failure(.overwritingKey) }
    return existed
  }

  public func wrappedKey(subject: [UInt8]) throws(StoreError) -> [UInt8]? { try store.wrappedKey(subject: subject) }
  public func isEmpty() throws(StoreError) -> Bool { try store.isEmpty() }
  public func insert(secret name: String, wrapped: [UInt8]) throws(StoreError) {
    try store.insert(secret: name, wrapped: wrapped)
  }
  public func wrappedSecret(_ name: String) throws(StoreError) -> [UInt8]? { try store.wrappedSecret(name) }
  public func close() throws(StoreError) { try store.close() }
}
