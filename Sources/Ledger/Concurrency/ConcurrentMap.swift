import Dispatch
import Synchronization

/// Work on every element of a range on all cores.
enum ConcurrentMap {
  /// The results of `transform` for 0 ..< `count`, in order, and of `meanwhile`, which runs once on a thread of its own: while it
  /// waits for the disk, all cores work on.
  ///
  /// - Parameter slice: elements that a core takes at a time: enough that taking is cheap, few enough that all cores end together.
  static func map<Element: Sendable, Other: Sendable>(
    count: Int, slice: Int = 4, meanwhile: () -> Other, _ transform: (Int) -> Element
  ) -> (elements: [Element], other: Other) {
    let outcome = Mutex<Other?>(nil)
    // Both closures are used only until this function returns, `meanwhile` by one thread alone.
    let elements = withoutActuallyEscaping(meanwhile) { meanwhile in
      nonisolated(unsafe) let meanwhile = meanwhile
      // A group is left after the block has been let go of, as `withoutActuallyEscaping` demands.
      let group = DispatchGroup()
      // A queue of its own gets a thread even when all of the pool's are at work.
      DispatchQueue(label: "amanah.meanwhile").async(group: group) {
        let other = unsafe meanwhile()
        outcome.withLock { $0 = other }
      }
      defer { group.wait() }
      return fill(count: count, slice: slice, transform)
    }
    guard let other = outcome.withLock({ $0 }) else {
      preconditionFailure("the group is left after meanwhile has left its result")
    }
    return (elements, other)
  }

  private static func fill<Element: Sendable>(count: Int, slice: Int, _ transform: (Int) -> Element) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every place is written once, by the one iteration whose slice it is in.
      nonisolated(unsafe) let places = unsafe buffer
      withoutActuallyEscaping(transform) { transform in
        nonisolated(unsafe) let transform = transform
        DispatchQueue.concurrentPerform(iterations: (count + slice - 1) / slice) { number in
          for index in number * slice..<min(count, (number + 1) * slice) {
            unsafe places.initializeElement(at: index, to: transform(index))
          }
        }
      }
      initialized = count
    }
  }
}
