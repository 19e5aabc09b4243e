import Foundation
import LedgerStore
import LedgerTesting
import TestSupport
import Testing

@testable import Ledger

/// Head and lease in files of their own.
@Suite struct FileStoreTests {
  @Test("A head in a file", arguments: HeadStoreContract.laws)
  func head(law: Law<HeadStoreContract.Place>) async throws {
    let path = try ScratchFolder.make() + "/head"
    try await law.check { _ in FileHeadStore(path: path) }
  }

  @Test("A writer's lease in a file", arguments: WriterLeaseContract.laws)
  func lease(law: Law<WriterLeaseContract.Place>) async throws {
    let path = try ScratchFolder.make() + "/lock"
    try await law.check { _ in FileLease(path: path, patience: .milliseconds(10)) }
  }

  @Test("Errors of a file are errors of the port, and come out of a ledger as they always did")
  func errors() throws {
    let path = try ScratchFolder.make() + "/head"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let head = FileHeadStore(path: path)
    #expect(throws: StoreError.file(place: path, doing: .reading, reason: .notAFile)) { try head.read() }
    #expect(try head.peek(atMost: 10) == nil)
    let errors: [(StoreError, String)] = [
      (.inUse(place: "a"), LedgerError.locked(path: "a").description),
      (.changedMeanwhile(place: "a"), LedgerError.file(path: "a", doing: .replacing, reason: .changedMeanwhile).description),
      (
        .file(place: "a", doing: .reading, reason: .notAFile),
        LedgerError.file(path: "a", doing: .reading, reason: .notAFile).description
      ),
      (.missing(place: "a"), LedgerError.store(.missing(place: "a")).description),
    ]
    for (error, description) in errors { #expect(LedgerError(error).description == description) }
  }

  @Test("A reader that looks for a writer at this moment does not keep one away")
  func besideReader() async throws {
    let path = try ScratchFolder.make() + "/lock"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    #expect(flock(descriptor, LOCK_SH | LOCK_NB) == 0)
    // As long as a busy machine may need for the other task.
    let lease = FileLease(path: path, patience: .seconds(60))
    async let held = lease.acquire()
    close(descriptor)
    try await held.release()
    #expect(!lease.isHeld())
  }

  @Test("Whoever is cancelled does not wait for the lease")
  func cancelled() async throws {
    let path = try ScratchFolder.make() + "/lock"
    let held = try await FileLease(path: path).acquire()
    let waiting = Task { try await FileLease(path: path, patience: .seconds(600)).acquire() }
    waiting.cancel()
    await #expect(throws: StoreError.inUse(place: path)) { try await waiting.value }
    held.release()
  }
}
