import Dispatch
import Synchronization

/// Work on every element of a range on all cores.
enum ConcurrentMap {
  // Slices are small enough that the core that ran `meanwhile` still finds work, and large enough that the lock is idle.
  private static let sliceLength = 16

  /// The results of `transform` for 0 ..< `count`, in order, while `meanwhile` runs once on one of the cores.
  static func map<Element: Sendable>(
    count: Int, meanwhile: () -> Void, _ transform: (Int) -> Element
  ) -> [Element] {
    let sliceCount = (count + sliceLength - 1) / sliceLength
    let slices = Mutex([[Element]](repeating: [], count: sliceCount))
    // Both closures are used only until `concurrentPerform` returns, and `meanwhile` by one iteration alone.
    withoutActuallyEscaping(meanwhile) { meanwhile in
      withoutActuallyEscaping(transform) { transform in
        nonisolated(unsafe) let meanwhile = meanwhile
        nonisolated(unsafe) let transform = transform
        DispatchQueue.concurrentPerform(iterations: sliceCount + 1) { iteration in
          guard iteration > 0 else { return unsafe meanwhile() }
          let slice = iteration - 1
          let range = slice * sliceLength..<min(count, (slice + 1) * sliceLength)
          let results = range.map { unsafe transform($0) }
          slices.withLock { $0[slice] = results }
        }
      }
    }
    return slices.withLock { $0.flatMap { $0 } }
  }
}
