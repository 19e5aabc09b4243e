import Foundation
import LedgerStore
import Synchronization

/// The head in a file of its own, replaced in one step and flushed (docs/durability.md).
///
/// Calls of this process compare and replace one after the other. Other processes are kept away by the writer's lease; what one that
/// ignores it has written is found by the comparison.
final class FileHeadStore: HeadStore {
  private let path: String
  private let replacing = Mutex(())

  init(path: String) { self.path = path }

  func read() throws(StoreError) -> [UInt8]? {
    do { return try DurableFile.read(path) } catch { throw Self.ported(error, path, .readingHead) }
  }

  func replace(expected: [UInt8]?, with head: [UInt8]) throws(StoreError) {
    let failure: StoreError? = replacing.withLock { _ in
      do throws(StoreError) {
        guard try read() == expected else { throw .changedMeanwhile(place: path) }
        try write(head)
        return nil
      } catch { return error }
    }
    if let failure { throw failure }
  }

  private func write(_ head: [UInt8]) throws(StoreError) {
    do { try DurableFile.replace(path, with: head) } catch { throw Self.ported(error, path, .replacingHead) }
  }

  func peek(atMost limit: Int) throws(StoreError) -> [UInt8]? {
    do { return try BoundedFile.read(path, atMost: limit) } catch { throw Self.ported(error, path, .readingHead) }
  }

  /// An error of a file in the words of the ports.
  private static func ported(_ error: LedgerError, _ path: String, _ doing: StoreWork) -> StoreError {
    if case .file(let path, let doing, let reason) = error { return .file(place: path, doing: doing, reason: reason) }
    return .failed(place: path, doing: doing, StoreFailure(.other, backend: "file", result: "none", reason: error.description))
  }
}
