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

  /// Whether there is a regular file, or a link to one.
  ///
  /// - Throws: `LedgerError.file` where that may not be looked at.
  static func leadsToFile(_ path: String) throws(LedgerError) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard errno == EACCES || errno == EPERM else { return false }
      throw DurableFile.failure(path, .opening)
    }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// What stands in a folder.
  struct Item {
    let name: String
    /// Whether it is a folder itself; a link to one is none.
    let isFolder: Bool
  }

  /// What is in the folder that `path` leads to, in the order of names; nothing when there is none.
  ///
  /// - Throws: `LedgerError.file` where it may not be listed.
  static func items(in path: String) throws(LedgerError) -> [Item] {
    guard let folder = unsafe opendir(path) else {
      if absences.contains(errno) { return [] }
      throw DurableFile.failure(path, .listing)
    }
    defer { unsafe closedir(folder) }
    var items: [Item] = []
    while true {
      errno = 0
      guard let found = unsafe readdir(folder) else { break }
      let kind = unsafe Int(found.pointee.d_type)
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let name = unsafe String(cString: UnsafeRawPointer(found).advanced(by: offset).assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      let isFolder = try kind == Int(DT_UNKNOWN) ? Self.isFolder("\(path)/\(name)") : kind == Int(DT_DIR)
      items.append(Item(name: name, isFolder: isFolder))
    }
    guard errno == 0 else { throw DurableFile.failure(path, .listing) }
    return items.sorted { $0.name < $1.name }
  }

  /// Whether a folder is at `path`, which is no link: some file systems do not say so when they are listed.
  private static func isFolder(_ path: String) throws(LedgerError) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if absences.contains(errno) { return false }
      throw DurableFile.failure(path, .opening)
    }
    return status.st_mode & S_IFMT == S_IFDIR
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
