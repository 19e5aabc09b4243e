import Synchronization

/// A head in memory.
public final class MemoryHeadStore: HeadStore {
  private let head = Mutex<[UInt8]?>(nil)

  /// No head yet.
  public init() {}

  public func read() -> [UInt8]? { head.withLock { $0 } }

  public func replace(expected: [UInt8]?, with bytes: [UInt8]) throws(StoreError) {
    let isReplaced = head.withLock { head in
      guard head == expected else { return false }
      head = bytes
      return true
    }
    guard isReplaced else { throw .changedMeanwhile(place: Memory.place) }
  }
}
