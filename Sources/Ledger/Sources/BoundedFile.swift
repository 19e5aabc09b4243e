import Foundation
import LedgerStore

/// Files that somebody else handed over. No more of one is read than it may hold, and only regular files are read at all: a pipe under a
/// name that is expected would make a verifier wait for ever, and a device could fill its memory.
enum BoundedFile {
  /// The bytes of a regular file, one more than `limit` at most; nil when there is none. Links are followed.
  static func read(_ path: String, atMost limit: Int) throws(LedgerError) -> [UInt8]? {
    // Without waiting: opening a pipe would wait for its writer.
    let descriptor = DurableFile.retried { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      if absences.contains(errno) { return nil }
      throw DurableFile.failure(path, .opening)
    }
    defer { close(descriptor) }
    guard let size = regularSize(descriptor) else { return nil }
    var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
    var count = 0
    while count < bytes.count {
      let found = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Foundation.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
      }
      if found < 0, errno == EINTR { continue }
      guard found >= 0 else { throw DurableFile.failure(path, .reading) }
      if found == 0 { break }
      count += found
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Whether there is a regular file, or a link to one.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether anything is there, by a link or without.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// What the system says of a name that leads to no file.
  private static let absences: Set<Int32> = [ENOENT, ENOTDIR, ELOOP, ENXIO]

  private static func regularSize(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
