import Admission
import Compliance
import Foundation
import Ledger
import LedgerStore
import TestSupport
import Testing
import TransparencyLog

@Suite struct PublishingTests {
  private func publish(_ town: Town, to path: String) throws -> Int {
    let reader = try LedgerReader(directory: town.directory)
    let checkpoint = try reader.checkpoint()
    defer { try? reader.store.close() }
    return try TilePublisher(store: reader.store, path: path).publish(
      checkpoint, key: reader.settings.logKey)
  }

  private func grow(_ town: Town, by range: Range<UInt64>) async throws {
    let writer = try await town.open()
    let results = try await writer.submit(try town.notes(range, chain: await writer.chain(of: town.registrar.name.text)))
    #expect(results.allSatisfy { $0.position != nil })
    try await writer.close()
  }

  private func audit(_ town: Town, _ path: String) throws -> AuditReport {
    try LogAudit(source: PublishedSource(path: path), key: try town.directory.readSettings().logKey).run()
  }

  private func files(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: path)) {
      files[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
    }
    return files
  }

  @Test("A log that grows is published again with its complete tiles left alone, and every size verifies")
  func grows() async throws {
    let town = try await Town()
    let path = ScratchFolder.newPath("published")
    #expect(try publish(town, to: path) == 3)
    #expect(try audit(town, path).entries == 2)
    try await grow(town, by: 0..<300)
    #expect(try publish(town, to: path) == 6)
    #expect(try audit(town, path).finding == nil)
    let before = try files(path)
    #expect(before.keys.contains("tile/0/000") && before.keys.contains("tile/1/000.p/1"))
    // Nothing new: only the checkpoint is written.
    #expect(try publish(town, to: path) == 1)
    #expect(try files(path) == before)
    try await grow(town, by: 300..<330)
    _ = try publish(town, to: path)
    let after = try files(path)
    #expect(before.allSatisfy { $0.key == "checkpoint" || after[$0.key] == $0.value })
    #expect(try audit(town, path).entries == 332)
  }

  @Test("A bundle beyond the size is sought behind a link, too, but not behind one to a folder below (SPEC 8)")
  func beyondBehindLinks() async throws {
    let town = try await Town()
    let path = ScratchFolder.newPath("published")
    _ = try publish(town, to: path)
    let (entries, elsewhere) = (path + "/tile/entries", path + "/elsewhere")
    try FileManager.default.moveItem(atPath: entries, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: entries, withDestinationPath: elsewhere)
    #expect(try audit(town, path).finding == nil)
    try FileManager.default.createDirectory(atPath: path + "/more", withIntermediateDirectories: false)
    try Data().write(to: URL(fileURLWithPath: path + "/more/001"))
    try FileManager.default.createSymbolicLink(atPath: elsewhere + "/x001", withDestinationPath: path + "/more")
    #expect(try audit(town, path).finding == nil)
    try Data().write(to: URL(fileURLWithPath: elsewhere + "/001"))
    let finding = try #require(try audit(town, path).finding)
    #expect(finding.code == .entryBeyondCheckpoint && finding.position == 2)
  }

  @Test("A folder where bundles may be that cannot be listed is not passed over, and one where none may be is not looked into")
  func unlisted() async throws {
    let town = try await Town()
    let path = ScratchFolder.newPath("published")
    _ = try publish(town, to: path)
    // Long enough that the bundle's path is as long as paths may be, and a longer one cannot be opened: by no user whatever.
    let bundle = "/tile/entries/000.p/2"
    let spare = 4095 - path.utf8.count - bundle.utf8.count
    let long = path + String(repeating: "/.", count: spare / 2) + (spare % 2 == 0 ? "" : "/")
    try FileManager.default.createDirectory(atPath: path + "/tile/entries/x001/other-name", withIntermediateDirectories: true)
    #expect(try audit(town, long).finding == nil)
    try FileManager.default.createDirectory(atPath: path + "/tile/entries/x001/x001", withIntermediateDirectories: true)
    #expect(
      performing: { try audit(town, long) },
      throws: { error in
        guard case LedgerError.file(_, .listing, .system(ENAMETOOLONG)) = error else { return false }
        return true
      })
    #expect(try audit(town, path).finding == nil)
  }

  @Test("An older copy of a ledger is not published over a newer one")
  func olderCopy() async throws {
    let town = try await Town()
    let copy = try Data(contentsOf: URL(fileURLWithPath: town.directory.database))
    let head = try Data(contentsOf: URL(fileURLWithPath: town.directory.head))
    let path = ScratchFolder.newPath("published")
    try await grow(town, by: 0..<3)
    _ = try publish(town, to: path)
    let before = try files(path)
    try copy.write(to: URL(fileURLWithPath: town.directory.database))
    try head.write(to: URL(fileURLWithPath: town.directory.head))
    #expect(throws: LedgerError.self) { try publish(town, to: path) }
    #expect(try files(path) == before)
  }

  private func problem(_ town: Town, _ path: String) -> PublishProblem? {
    do { _ = try publish(town, to: path) } catch LedgerError.published(_, let problem) { return problem } catch {}
    return nil
  }

  @Test("A copy that went another way is not published over what its twin has published, at any size")
  func diverged() async throws {
    let town = try await Town()
    let copy = LedgerDirectory(ScratchFolder.newPath("copy"))
    try FileManager.default.copyItem(atPath: town.directory.path, toPath: copy.path)
    let twin = town.moved(to: copy)
    let path = ScratchFolder.newPath("published")
    try await grow(town, by: 0..<3)
    _ = try publish(town, to: path)
    let before = try files(path)
    for (range, size) in [(UInt64(10)..<13, TreeSize(5)), (13..<300, 292)] {
      try await grow(twin, by: range)
      #expect(problem(twin, path) == .otherHistory(published: 5, size: size))
      #expect(try files(path) == before)
    }
    // Without the checkpoint nothing vouches for the files that are there.
    try FileManager.default.removeItem(atPath: path + "/checkpoint")
    _ = try publish(twin, to: path)
    #expect(try audit(twin, path).finding == nil)
  }

  @Test("A ledger of the same name with another log key is not published over it")
  func otherKey() async throws {
    let (town, other) = (try await Town(), try await Town())
    let path = ScratchFolder.newPath("published")
    _ = try publish(town, to: path)
    let before = try files(path)
    try await grow(other, by: 0..<3)
    #expect(problem(other, path) == .otherLog)
    #expect(try files(path) == before)
  }

  @Test("A ledger is not published into what another one, or no ledger, has written")
  func foreign() async throws {
    let town = try await Town()
    let path = ScratchFolder.newPath("published")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for text in ["bansos.example/village\n1\nAAAA\n", "", "checkpoint"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/checkpoint"))
      #expect(throws: LedgerError.self) { try publish(town, to: path) }
    }
    #expect(try files(path).keys.sorted() == ["checkpoint"])
  }

  @Test("Without an entry, a tile or a checkpoint the published log does not verify, and the finding says which")
  func missingFiles() async throws {
    let town = try await Town()
    try await grow(town, by: 0..<300)
    let path = ScratchFolder.newPath("published")
    _ = try publish(town, to: path)
    let cases: [(file: String, code: FindingCode, position: UInt64?)] = [
      ("checkpoint", .checkpointMalformed, nil), ("tile/0/000", .tileMissing, 0), ("tile/0/001.p/46", .tileMissing, 256),
      ("tile/entries/000", .entryMissing, 0), ("tile/entries/001.p/46", .entryMissing, 256), ("tile/1/000.p/1", .tileMissing, 0),
    ]
    for (file, code, position) in cases {
      let url = URL(fileURLWithPath: "\(path)/\(file)")
      let bytes = try Data(contentsOf: url)
      try FileManager.default.removeItem(at: url)
      let finding = try audit(town, path).finding
      #expect(finding?.code == code && finding?.position?.rawValue == position, "\(file): \(finding as Any)")
      try bytes.write(to: url)
    }
    #expect(try audit(town, path).finding == nil)
  }

  @Test("A damaged tile above the leaves is found at the first entry below the wrong hash")
  func upperTile() async throws {
    let town = try await Town()
    try await grow(town, by: 0..<300)
    let path = ScratchFolder.newPath("published")
    _ = try publish(town, to: path)
    let url = URL(fileURLWithPath: path + "/tile/1/000.p/1")
    let bytes = try Data(contentsOf: url)
    for index in 0..<32 {
      var changed = bytes
      changed[index] ^= 4
      try changed.write(to: url)
      #expect(try audit(town, path).finding?.code == .tileHash)
      #expect(try audit(town, path).finding?.position == 0)
    }
    try bytes.dropLast().write(to: url)
    #expect(try audit(town, path).finding?.code == .tileMalformed)
  }
}
