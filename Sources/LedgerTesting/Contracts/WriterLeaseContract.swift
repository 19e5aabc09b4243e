public import LedgerStore
import Synchronization

/// What every writer's lease promises.
public enum WriterLeaseContract {
  public typealias Place = StorePlace<any WriterLease>

  /// Every law, to be checked in any order, each in a new place.
  public static let laws: [Law<Place>] = [
    Law("Nobody holds a new lease; a second writer is refused while the first holds it") { place in
      let (lease, other) = (try place(.create), try place(.append))
      try expect(lease.isHeld(), is: false, "held before")
      let held = try await lease.acquire()
      try expect([lease.isHeld(), other.isHeld()], is: [true, true], "held")
      for second in [lease, other] {
        try await expectError("a second writer", { if case .inUse = $0 { true } else { false } }) {
          _ = try await second.acquire()
        }
      }
      try expect(other.isHeld(), is: true, "held after refusing others")
      held.release()
    },
    Law("A lease that was given back is the next writer's, and giving it back again does not take it from that one") { place in
      let (lease, other) = (try place(.create), try place(.append))
      let first = try await lease.acquire()
      first.release()
      try expect(lease.isHeld(), is: false, "held after the release")
      let second = try await other.acquire()
      first.release()
      try expect(lease.isHeld(), is: true, "held by the second")
      second.release()
      try expect(other.isHeld(), is: false, "held after all")
    },
    Law("A lease that nobody refers to any longer is given back") { place in
      let lease = try place(.create)
      for _ in 0..<3 { _ = try await lease.acquire() }
      try expect(lease.isHeld(), is: false, "held")
    },
    Law("Of many writers at once one gets the lease") { place in
      let lease = try place(.create)
      _ = try place(.append)
      let holders = Atomic(0)
      try await withThrowingTaskGroup(of: (any HeldLease)?.self) { group in
        for _ in 0..<8 {
          group.addTask {
            do { return try await place(.append).acquire() } catch StoreError.inUse { return nil }
          }
        }
        var held: [any HeldLease] = []
        for try await lease in group { if let lease { held.append(lease) } }
        holders.store(held.count, ordering: .relaxed)
        for lease in held { lease.release() }
      }
      try expect(holders.load(ordering: .relaxed), is: 1, "how many got it")
      try expect(lease.isHeld(), is: false, "held after all")
    },
  ]
}
