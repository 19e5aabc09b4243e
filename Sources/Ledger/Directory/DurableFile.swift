import Foundation

/// Files that are there completely or not at all, also after a power cut.
enum DurableFile {
  /// Puts `bytes` at `path` in one step: written beside it, flushed, renamed, and the directory flushed. Durable once returned.
  static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(LedgerError) {
    let temporary = path + ".new"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(temporary, "creating") }
    var isComplete = false
    defer { if !isComplete { unsafe unlink(temporary) } }
    do throws(LedgerError) {
      try writeAll(bytes, to: descriptor, temporary)
      guard fsync(descriptor) == 0 else { throw failure(temporary, "flushing") }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure(temporary, "closing") }
    guard unsafe rename(temporary, path) == 0 else { throw failure(path, "replacing") }
    isComplete = true
    try flushDirectory(of: path)
  }

  /// The bytes of a file, or nil when there is none.
  static func read(_ path: String) throws(LedgerError) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw .file(path: path, doing: "reading", reason: "the file cannot be read")
    }
  }

  /// Makes a directory with its parents; `mode` for the last.
  static func makeDirectory(_ path: String, mode: Int = 0o755) throws(LedgerError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    } catch { throw .file(path: path, doing: "making the directory", reason: "\((error as NSError).localizedDescription)") }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(LedgerError) {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(path, "writing") }
      offset += written
    }
  }

  private static func flushDirectory(of path: String) throws(LedgerError) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(folder, "opening") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(folder, "flushing") }
  }

  static func failure(_ path: String, _ doing: String) -> LedgerError {
    .file(path: path, doing: doing, reason: unsafe String(cString: strerror(errno)))
  }
}
