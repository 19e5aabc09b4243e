import Foundation
@testable import Ledger
import TestSupport
import Testing

@Suite struct WriterLockTests {
  private func path() throws -> String {
    let folder = ScratchFolder.newPath("lock")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder + "/lock"
  }

  @Test("A second writer is refused, and a reader sees that there is one")
  func second() throws {
    let path = try path()
    #expect(!WriterLock.isHeld(path: path))
    let lock = try WriterLock(path: path)
    #expect(WriterLock.isHeld(path: path))
    #expect(throws: LedgerError.self) { try WriterLock(path: path, patience: 10) }
    withExtendedLifetime(lock) {}
  }

  @Test("A reader that looks for a writer at this moment does not keep one away")
  func besideReader() throws {
    let path = try path()
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #expect(flock(descriptor, LOCK_SH | LOCK_NB) == 0)
    Thread.detachNewThread {
      usleep(20_000)
      close(descriptor)
    }
    // As long as a busy machine may need for the other thread.
    let lock = try WriterLock(path: path, patience: 60_000)
    #expect(WriterLock.isHeld(path: path))
    withExtendedLifetime(lock) {}
  }
}
