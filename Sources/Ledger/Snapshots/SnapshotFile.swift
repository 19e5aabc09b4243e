import Compliance
import Cryptography
import Foundation
import LedgerStore
import TransparencyLog

/// One snapshot on disk: the signed header, then the bytes of the state.
struct SnapshotFile {
  let path: String

  /// A file that is open, with its length.
  final class Opened {
    private let descriptor: Int32
    let byteCount: UInt64

    /// - Throws: `.unreadable` where there is no plain file that may be read.
    init(_ path: String) throws(SnapshotProblem.Reason) {
      // Neither a link to somewhere else nor a pipe to wait for.
      descriptor = unsafe Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { throw .unreadable(unsafe String(cString: strerror(errno))) }
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size >= 0 else {
        close(descriptor)
        throw .unreadable("it is not a plain file")
      }
      byteCount = UInt64(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills `memory` with the next bytes.
    func read(into memory: UnsafeMutableRawBufferPointer) -> Bool {
      var done = 0
      while done < memory.count {
        guard let start = memory.baseAddress else { return false }
        let count = unsafe Foundation.read(descriptor, start + done, memory.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// The header, and the file open behind it.
  func open(key: VerifierKey, program: Digest) throws(SnapshotProblem.Reason) -> (header: SnapshotHeader, file: Opened) {
    let file = try Opened(path)
    var bytes = [UInt8](repeating: 0, count: SnapshotHeader.byteCount)
    guard unsafe bytes.withUnsafeMutableBytes({ unsafe file.read(into: $0) }) else { throw .damaged("it ends too early") }
    let header = try SnapshotHeader(bytes, signedBy: key)
    guard header.origin == key.name.text else { throw .notSigned }
    guard header.program == program else { throw .otherProgram }
    guard file.byteCount - UInt64(SnapshotHeader.byteCount) == header.stateByteCount else {
      throw .damaged("its length is another")
    }
    return (header, file)
  }

  /// The state behind the header.
  static func state(_ header: SnapshotHeader, _ file: Opened) throws(SnapshotProblem.Reason) -> LedgerState {
    let state: LedgerState
    do {
      state = try unsafe StateSnapshot.decode(byteCount: header.stateByteCount, digest: header.stateDigest) {
        unsafe file.read(into: $0)
      }
    } catch { throw .damaged(error.description) }
    guard state.size == header.size else { throw .damaged("it holds the state of another size") }
    return state
  }

  /// Writes a snapshot beside and renames it. Not flushed: what a power cut leaves of it does not have its digest.
  func write(
    _ state: LedgerState, signer: SignerKey, header make: (UInt64, Digest) -> SnapshotHeader
  ) throws(LedgerError) {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...(.max)))\(Snapshots.temporarySuffix)"
    let descriptor = unsafe Foundation.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw DurableFile.failure(temporary, .creating) }
    var isComplete = false
    defer { if !isComplete { unsafe unlink(temporary) } }
    let written = Self.write(state, signer, to: descriptor, make)
    let failure = DurableFile.failure(temporary, .writing)
    guard close(descriptor) == 0, written else { throw failure }
    guard unsafe rename(temporary, path) == 0 else { throw DurableFile.failure(path, .replacing) }
    isComplete = true
  }

  private static func write(
    _ state: LedgerState, _ signer: SignerKey, to descriptor: Int32, _ header: (UInt64, Digest) -> SnapshotHeader
  ) -> Bool {
    guard lseek(descriptor, off_t(SnapshotHeader.byteCount), SEEK_SET) >= 0,
      let encoded = try? unsafe StateSnapshot.encode(state, to: { unsafe write($0, to: descriptor) }),
      let head = header(encoded.byteCount, encoded.digest).signed(by: signer), lseek(descriptor, 0, SEEK_SET) == 0
    else { return false }
    return unsafe head.withUnsafeBytes { unsafe write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      guard let start = bytes.baseAddress else { return false }
      let count = unsafe Foundation.write(descriptor, start + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
