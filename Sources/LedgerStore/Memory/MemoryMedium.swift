import Synchronization

/// What a disk is to a file: there whoever opens or closes it.
final class MemoryMedium<Contents: Sendable>: Sendable {
  let contents: Mutex<Contents>

  init(_ contents: sending Contents) { self.contents = Mutex(contents) }
}

/// What the stores in memory say of themselves.
enum Memory {
  static let place = "memory"

  static func readOnly(_ doing: StoreWork) -> StoreError {
    .failed(
      place: place, doing: doing, StoreFailure(.readOnly, backend: "memory", result: "refused", reason: "opened for reading"))
  }

  static func contradiction(_ doing: StoreWork, _ reason: String) -> StoreError {
    .failed(place: place, doing: doing, StoreFailure(.contradiction, backend: "memory", result: "refused", reason: reason))
  }
}
