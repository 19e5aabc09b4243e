import Dispatch
import Foundation
import Synchronization

/// Work on every element of a range on all cores. Never call it on one of Swift's own threads: it waits for all cores to end.
enum ConcurrentMap {
  /// The results of `transform` for 0 ..< `count`, in order, and of `meanwhile`, which one core does first before it helps the others.
  ///
  /// As many threads work as there are cores, so that none takes time from `meanwhile`, which nobody else can do.
  ///
  /// - Parameters:
  ///   - slice: elements that a core takes at a time: enough that taking is cheap, few enough that all cores end together.
  ///   - beside: what the next core does first; the same one, where there is only one.
  static func map<Element: Sendable, Other: Sendable>(
    count: Int, slice: Int = 4, meanwhile: () -> Other, beside: () -> Void = {}, _ transform: (Int) -> Element
  ) -> (elements: [Element], other: Other) {
    // The storage of an empty array is shared by all threads, and would be written to.
    guard count > 0 else {
      beside()
      return ([], meanwhile())
    }
    let outcome = Mutex<Other?>(nil)
    let taken = Atomic(0)
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let elements = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every place is written once, by the one thread that took its slice.
      nonisolated(unsafe) let places = unsafe buffer
      withoutActuallyEscaping(meanwhile) { meanwhile in
        withoutActuallyEscaping(beside) { beside in
          withoutActuallyEscaping(transform) { transform in
            // All are used only until `concurrentPerform` returns, `meanwhile` and `beside` by one thread alone.
            nonisolated(unsafe) let (meanwhile, beside, transform) = (meanwhile, beside, transform)
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
              if worker == 0 {
                let other = unsafe meanwhile()
                outcome.withLock { $0 = other }
              }
              if worker == min(1, workers - 1) { unsafe beside() }
              while case let start = taken.add(slice, ordering: .relaxed).oldValue, start < count {
                for index in start..<min(count, start + slice) {
                  unsafe places.initializeElement(at: index, to: transform(index))
                }
              }
            }
          }
        }
      }
      initialized = count
    }
    guard let other = outcome.withLock({ $0 }) else {
      preconditionFailure("concurrentPerform returns when every worker has")
    }
    return (elements, other)
  }
}
