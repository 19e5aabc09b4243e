import Admission
import Compliance
import Foundation
import Ledger
import LedgerStore
import Testing
import TransparencyLog

/// Auditors do not wait until nobody works.
@Suite struct LiveAuditTests {
  @Test("An audit beside a working writer finds nothing wrong, and sees what was signed when it began")
  func besideWriter() async throws {
    let town = try await Town()
    let writer = try await town.open()
    let notes = try town.notes(0..<150, chain: await writer.chain(of: town.registrar.name.text))
    let work = Task {
      for note in notes { _ = try await writer.submit([note]) }
      try await writer.close()
    }
    var sizes: [TreeSize] = []
    while sizes.last != 152, sizes.count < 10_000 {
      let report = try await town.audit()
      #expect(report.finding == nil)
      #expect(report.entries == report.size)
      sizes.append(report.entries)
      await Task.yield()
    }
    try await work.value
    #expect(sizes == sizes.sorted())
    #expect(try await town.audit().entries == 152)
    // An audit that outlived the writer may have left the log; the next writer takes it away.
    try await town.open().close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: town.directory.path).allSatisfy { !$0.hasSuffix("-wal") })
  }

  @Test("Entries that no writer is there to sign are found at once")
  func interrupted() async throws {
    let town = try await Town()
    let writer = try await town.open()
    let note = try town.note(1, chain: await writer.chain(of: town.registrar.name.text)).note
    let head = try Data(contentsOf: URL(fileURLWithPath: town.directory.head))
    _ = try await writer.submit([note])
    try await writer.close()
    try head.write(to: URL(fileURLWithPath: town.directory.head))
    let start = ContinuousClock.now
    let finding = try await town.audit().finding
    #expect(finding?.code == .entryBeyondCheckpoint && finding?.position == 2)
    #expect(ContinuousClock.now - start < .seconds(4))
  }
}
