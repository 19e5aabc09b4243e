import Synchronization

/// Lets one writer of this process at a time to a ledger in memory.
public final class MemoryLease: WriterLease {
  private let isTaken = Atomic(false)

  /// A lease that nobody holds.
  public init() {}

  public func acquire() async throws(StoreError) -> any HeldLease {
    guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
      throw .inUse(place: Memory.place)
    }
    return Held(self)
  }

  public func isHeld() -> Bool { isTaken.load(ordering: .relaxed) }

  private final class Held: HeldLease {
    private let lease: MemoryLease
    private let isReleased = Atomic(false)

    init(_ lease: MemoryLease) { self.lease = lease }

    deinit { release() }

    func release() {
      guard isReleased.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged else { return }
      lease.isTaken.store(false, ordering: .releasing)
    }
  }
}
