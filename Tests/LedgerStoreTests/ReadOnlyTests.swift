import Foundation
import LedgerStore
import LedgerTesting
import Testing
import TransparencyLog

/// A reader leaves a ledger's directory as it found it: an auditor's copy stays what was handed over.
@Suite struct ReadOnlyTests {
  private func fill(_ scratch: Scratch) throws {
    let store = try SQLiteStore(path: scratch.database, mode: .create)
    try store.append(SampleEntries.batch(0..<4))
    try store.close()
  }

  private func readAll(_ path: String) throws -> Int {
    let store = try SQLiteStore(path: path, mode: .read)
    return try store.scanned(0..<99).count
  }

  @Test("Reading a ledger at rest writes nothing beside it, whether the store is closed or forgotten")
  func leavesNothing() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let before = try scratch.contents()
    #expect(before.keys.sorted() == ["ledger.sqlite"])
    #expect(try readAll(scratch.database) == 4)
    #expect(try scratch.contents() == before)
    let (one, two) = (try SQLiteStore(path: scratch.database, mode: .read), try SQLiteStore(path: scratch.database, mode: .read))
    #expect(try one.size() == 4 && two.size() == 4)
    try one.close()
    #expect(try two.size() == 4)
    try two.close()
    #expect(try scratch.contents() == before)
  }

  @Test("A writer that begins, and moves its log into the file, does not disturb a reader that was there before")
  func beforeWriter() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let reader = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try reader.size() == 4)
    var size: UInt64 = 4
    let large = [UInt8](repeating: 7, count: 65_535)
    for _ in 0..<3 {
      let writer = try SQLiteStore(path: scratch.database, mode: .append)
      // More than the thousand pages after which SQLite moves the log by itself.
      for _ in 0..<2 {
        let items = (size..<size + 140).map { number in
          EntryBatch.Item(
            leaf: SampleEntries.leaf(number), entry: large, author: SampleEntries.author(number), sequence: number / 3 + 1,
            isGovernance: false)
        }
        try writer.append(EntryBatch(start: Position(size), items: items))
        size += 140
        let found = try reader.scanned(0..<Position(size))
        #expect(found.count == Int(size) && found.allSatisfy { $0.leaf == SampleEntries.leaf($0.position.rawValue) })
      }
      try writer.close()
      #expect(try reader.size() == TreeSize(size))
    }
    try reader.close()
    #expect(try scratch.files == ["ledger.sqlite"])
  }

  @Test("Reading works in a directory that cannot be written")
  func readOnlyDirectory() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let before = try scratch.contents()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: scratch.database)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.path)
    #expect(try readAll(scratch.database) == 4)
    #expect(try scratch.contents() == before)
  }

  @Test(
    "Characters that mean something in an address mean nothing in a path",
    arguments: ["a b", "50%20", "what?", "no#1", "kantor é"])
  func unusualPath(name: String) throws {
    let scratch = try Scratch(name)
    try fill(scratch)
    #expect(try readAll(scratch.database) == 4)
    #expect(try scratch.files == ["ledger.sqlite"])
  }

  @Test("A reader sees what a writer that is still open has committed")
  func besideWriter() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let writer = try SQLiteStore(path: scratch.database, mode: .append)
    try writer.append(SampleEntries.batch(4..<6))
    let reader = try SQLiteStore(path: scratch.database, mode: .read)
    #expect(try reader.size() == 6)
    try writer.append(SampleEntries.batch(6..<7))
    #expect(try reader.size() == 7)
    try reader.close()
    try writer.close()
    #expect(try scratch.files == ["ledger.sqlite"])
  }

  @Test("A reader sees what a writer that was killed had committed, and changes neither file")
  func afterKill() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let writer = try SQLiteStore(path: scratch.database, mode: .append)
    try writer.append(SampleEntries.batch(4..<6))
    let copy = try scratch.copy()
    try writer.close()
    let before = try copy.contents()
    #expect(before.keys.sorted() == ["ledger.sqlite", "ledger.sqlite-wal"])
    #expect(try readAll(copy.database) == 6)
    let after = try copy.contents()
    #expect(before.allSatisfy { after[$0.key] == $0.value })
  }

  @Test("A ledger behind a link is read as what it is, with the log or the journal beside its target")
  func link() throws {
    let (scratch, other) = (try Scratch(), try Scratch("links"))
    try fill(scratch)
    let writer = try SQLiteStore(path: scratch.database, mode: .append)
    try writer.append(SampleEntries.batch(4..<6))
    let copy = try scratch.copy()
    try writer.close()
    try FileManager.default.createSymbolicLink(atPath: other.database, withDestinationPath: copy.database)
    let before = try copy.contents()
    #expect(try readAll(other.database) == 6)
    let after = try copy.contents()
    #expect(before.allSatisfy { after[$0.key] == $0.value }, "a reader moves nothing")
    // A writer moves what an interrupted run left at once.
    let again = try SQLiteStore(path: other.database, mode: .append)
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy.database + "-wal")).isEmpty)
    try again.close()
    try Data([1]).write(to: URL(fileURLWithPath: copy.database + "-journal"))
    #expect(throws: StoreError.foreign(place: other.database, version: 2, found: "a rollback journal beside it")) {
      try readAll(other.database)
    }
    #expect(try other.files == ["ledger.sqlite"])
  }

  @Test(
    "A pipe, a folder or a link with the name of the journal or the log is refused, and left where it is",
    arguments: ["-journal", "-wal"], [StoreAccess.read, .append, .begin])
  func oddCompanions(suffix: String, mode: StoreAccess) throws {
    let scratch = try Scratch()
    try fill(scratch)
    let name = scratch.database + suffix
    for make in [
      { #expect(unsafe mkfifo(name, 0o644) == 0) },
      { try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: false) },
      { try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: scratch.path + "/nothing") },
    ] as [() throws -> Void] {
      try make()
      #expect(throws: StoreError.notAFile(place: name)) { try SQLiteStore(path: scratch.database, mode: mode) }
      #expect(try scratch.files == ["ledger.sqlite", "ledger.sqlite" + suffix])
      try FileManager.default.removeItem(atPath: name)
    }
  }

  @Test("A store that was opened for reading refuses to write")
  func refusesWriting() throws {
    let scratch = try Scratch()
    try fill(scratch)
    let before = try scratch.contents()
    let store = try SQLiteStore(path: scratch.database, mode: .read)
    let isReadOnly: (any Error) -> Bool = { error in
      guard case StoreError.failed(_, _, let failure) = error else { return false }
      return failure.cause == .readOnly && failure.backend == "SQLite"
    }
    #expect(performing: { try store.append(SampleEntries.batch(4..<5)) }, throws: isReadOnly)
    #expect(performing: { try store.keep(checkpoint: [1], size: 4) }, throws: isReadOnly)
    #expect(try store.size() == 4)
    try store.close()
    #expect(try scratch.contents() == before)
  }
}
