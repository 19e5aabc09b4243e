public import Foundation
import LedgerStore

/// Files that are there completely or not at all, also after a power cut.
public enum DurableFile {
  static let temporarySuffix = ".amanah-new"

  /// Puts `bytes` at `path` in one step: written beside it, flushed, renamed, and the directory flushed. Durable once returned.
  ///
  /// A link is followed: what it points to is replaced. What is replaced keeps its mode; a private file is nobody else's to read,
  /// whatever it was before.
  ///
  /// - Throws: `LedgerError.file`, also where there is something else than a file, at `path` or behind a link there.
  public static func replace(_ path: String, with bytes: [UInt8], isPrivate: Bool = false) throws(LedgerError) {
    let (target, replaced) = try resolve(path)
    let mode = isPrivate ? (replaced ?? 0o600) & 0o700 : replaced
    // Always the same name, so that the next run overwrites what a crash has left, and one that nobody gives to a file of theirs.
    let temporary = target + temporarySuffix
    let descriptor = retried {
      unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode ?? 0o644)
    }
    guard descriptor >= 0 else { throw failure(temporary, .creating) }
    if let mode { keep(mode, descriptor) }
    var isComplete = false
    defer { if !isComplete { unsafe unlink(temporary) } }
    do throws(LedgerError) {
      try writeAll(bytes, to: descriptor, temporary)
      guard retried({ fsync(descriptor) }) == 0 else { throw failure(temporary, .flushing) }
    } catch {
      close(descriptor)
      throw error
    }
    // An interrupted close has closed.
    guard close(descriptor) == 0 || errno == EINTR else { throw failure(temporary, .closing) }
    guard unsafe rename(temporary, target) == 0 else { throw failure(path, .replacing) }
    isComplete = true
    try flushDirectory(of: target)
  }

  /// The bytes of a file, or nil when there is none.
  ///
  /// - Throws: `LedgerError.file`, also where there is something else than a file: a pipe would make us wait for ever.
  public static func read(_ path: String) throws(LedgerError) -> [UInt8]? {
    let descriptor = retried { unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(path, .reading)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path, .reading) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .file(path: path, doing: .reading, reason: .notAFile) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Foundation.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(path, .reading) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Makes a directory with its parents; `mode` for the last. Durable once returned.
  public static func makeDirectory(_ path: String, mode: mode_t = 0o755) throws(LedgerError) {
    if unsafe mkdir(path, mode) == 0 { return try flushDirectory(of: path) }
    switch errno {
    case EEXIST:
      var status = stat()
      guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .file(path: path, doing: .makingDirectory, reason: .notADirectory)
      }
    case ENOENT:
      let parent = FilePath.folder(of: path)
      guard parent != path else { throw failure(path, .makingDirectory) }
      try makeDirectory(parent)
      guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw failure(path, .makingDirectory) }
      try flushDirectory(of: path)
    default: throw failure(path, .makingDirectory)
    }
  }

  /// What `path` is a link to, else `path`, and the mode of the file there, if there is one; nothing else may be replaced.
  private static func resolve(_ path: String) throws(LedgerError) -> (target: String, mode: mode_t?) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return (path, nil) }
    var target = path
    if status.st_mode & S_IFMT == S_IFLNK {
      guard let real = FilePath.real(path) else { throw failure(path, .replacing) }
      target = real
      guard unsafe stat(target, &status) == 0 else { throw failure(path, .replacing) }
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .file(path: path, doing: .replacing, reason: .notAFile) }
    return (target, status.st_mode & 0o777)
  }

  /// Gives a file the mode of the one that it replaces, which the mask of the process may have narrowed, or an earlier run set otherwise.
  private static func keep(_ mode: mode_t, _ descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & 0o777 != mode else { return }
    // Some file systems of removable media have no modes, and refuse.
    fchmod(descriptor, mode)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(LedgerError) {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(path, .writing) }
      offset += written
    }
  }

  private static func flushDirectory(of path: String) throws(LedgerError) {
    let folder = FilePath.folder(of: path)
    let descriptor = retried { unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure(folder, .opening) }
    defer { close(descriptor) }
    guard retried({ fsync(descriptor) }) == 0 else { throw failure(folder, .flushing) }
  }

  /// Makes a call again that a signal interrupted.
  static func retried(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      guard result < 0, errno == EINTR else { return result }
    }
  }

  static func failure(_ path: String, _ doing: FileWork) -> LedgerError {
    .file(path: path, doing: doing, reason: .system(errno))
  }
}
