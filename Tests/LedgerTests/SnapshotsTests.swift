import Compliance
import Cryptography
import Foundation
import LedgerStore
import Testing
import TransparencyLog
import Vocabulary

@testable import Ledger

/// A snapshot is used where it is right, and passed over with a note where anything is wrong; the state is the replay's in either case.
@Suite struct SnapshotsTests {
  private func expect(_ town: SnapshotTown, passedOver reason: SnapshotProblem.Reason, size: TreeSize) throws {
    let restored = try town.restore()
    #expect(restored.origin.problems == [SnapshotProblem(path: town.path(size), reason: reason)])
    #expect(restored.origin.entries == 0)
    #expect(try restored.digest == StateSnapshot.digest(of: town.replay(restored.state.size)))
  }

  // MARK: Used

  @Test("A ledger without snapshots is replayed, and nothing is said")
  func missing() async throws {
    let town = try await SnapshotTown(notes: 3)
    let restored = try town.restore()
    #expect(restored.origin.problems.isEmpty && restored.origin.entries == 0 && restored.state.size == 5)
  }

  @Test("What came after a snapshot is folded onto it")
  func used() async throws {
    let town = try await SnapshotTown(notes: 3)
    try town.keep(5)
    var restored = try town.restore()
    #expect(restored.origin.problems.isEmpty && restored.origin.entries == 5 && restored.origin.events == 5)
    #expect(try restored.digest == StateSnapshot.digest(of: town.replay(5)))
    try await town.record(3..<40)
    restored = try town.restore()
    #expect(
      restored.origin.problems.isEmpty && restored.origin.entries == 5 && restored.origin.events == 5 && restored.state.size == 42
    )
    #expect(try restored.digest == StateSnapshot.digest(of: town.replay(42)))
    #expect(StateDigest.digest(of: restored.state) == StateDigest.digest(of: try town.replay(42)))
  }

  @Test("An older state begins with the newest snapshot at or below its size")
  func older() async throws {
    let town = try await SnapshotTown(notes: 10)
    try town.keep(4)
    try town.keep(8, besides: 4)
    for (size, base) in [(12, 8), (8, 8), (7, 4), (4, 4), (3, 0)] as [(TreeSize, TreeSize)] {
      let restored = try town.restore(size)
      #expect(restored.origin.entries == base && restored.origin.problems.isEmpty, "size \(size)")
      #expect(restored.state.size == size)
      #expect(try restored.digest == StateSnapshot.digest(of: town.replay(size)), "size \(size)")
    }
  }

  @Test("The new snapshot and the one that it was made from are kept, in a directory and files that nobody else can read")
  func kept() async throws {
    let town = try await SnapshotTown(notes: 10)
    try town.keep(3)
    try town.keep(6, besides: 3)
    let stale = town.directory.snapshots + "/9.snapshot.1.2.new"
    let fresh = town.directory.snapshots + "/9.snapshot.1.3.new"
    for path in [stale, fresh] { try Data([1]).write(to: URL(fileURLWithPath: path)) }
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: stale)
    try town.keep(9, besides: 6)
    let names = try FileManager.default.contentsOfDirectory(atPath: town.directory.snapshots).sorted()
    #expect(names == ["6.snapshot", "9.snapshot", "9.snapshot.1.3.new"])
    for (path, mode) in [(town.path(9), 0o600), (town.directory.snapshots, 0o700)] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    }
  }

  @Test("Several processes that keep a snapshot at once leave a whole one")
  func together() async throws {
    let town = try await SnapshotTown(notes: 10)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { try town.keep(12) } }
      try await group.waitForAll()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: town.directory.snapshots) == ["12.snapshot"])
    #expect(try town.restore().origin.entries == 12)
  }

  @Test("A snapshot is worth keeping once an eighth of the events and five thousand are new")
  func policy() {
    #expect(!RestoredState.isWorthKeeping(events: 4_999, sinceSnapshot: 0))
    #expect(RestoredState.isWorthKeeping(events: 5_000, sinceSnapshot: 0))
    #expect(!RestoredState.isWorthKeeping(events: 1_000_000, sinceSnapshot: 875_001))
    #expect(RestoredState.isWorthKeeping(events: 1_000_000, sinceSnapshot: 875_000))
    #expect(!RestoredState.isWorthKeeping(events: 20_000, sinceSnapshot: 15_001))
  }

  // MARK: Passed over

  @Test("A snapshot cut at any place, or with any byte changed, is passed over")
  func damaged() async throws {
    let town = try await SnapshotTown(notes: 2)
    try town.keep(4)
    let url = URL(fileURLWithPath: town.path(4))
    let whole = [UInt8](try Data(contentsOf: url))
    let reader = try LedgerReader(directory: town.directory)
    let checkpoint = try reader.checkpoint().checkpoint
    let snapshots = try town.snapshots()
    func isUsed(_ bytes: [UInt8]) throws -> Bool {
      try Data(bytes).write(to: url)
      var problems: [SnapshotProblem] = []
      let state = snapshots.newest(atOrBelow: 4, in: reader.store, under: checkpoint, problems: &problems)
      #expect((state == nil) == (problems.count == 1))
      return state != nil
    }
    #expect(try isUsed(whole))
    let body = SnapshotHeader.byteCount
    let note = whole.firstIndex(of: 0)!
    for count in Array(stride(from: 0, to: body, by: 97)) + Array(body..<whole.count) {
      #expect(try !isUsed(Array(whole.prefix(count))), "cut to \(count) bytes")
    }
    for index in Array(0..<note + 2) + Array(stride(from: note + 2, to: body, by: 61)) + Array(body..<whole.count) {
      var changed = whole
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(try !isUsed(changed), "byte \(index) changed")
    }
    #expect(try !isUsed(whole + [0]))
    try Data(whole.prefix(whole.count / 2)).write(to: url)
    #expect(try town.restore().digest == StateSnapshot.digest(of: town.replay(4)))
  }

  @Test("A snapshot of another ledger, or one that somebody without the log's key signed, is passed over")
  func foreign() async throws {
    let town = try await SnapshotTown(notes: 3)
    let other = try await SnapshotTown(notes: 3)
    try other.keep(5)
    try FileManager.default.createDirectory(atPath: town.directory.snapshots, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: other.path(5), toPath: town.path(5))
    try expect(town, passedOver: .notSigned, size: 5)
    try town.keep(5, signer: SignerKey.generate(name: KeyName(Town.origin)))
    try expect(town, passedOver: .notSigned, size: 5)
    // The log's key under what is no snapshot: a checkpoint.
    var head = [UInt8](try Data(contentsOf: URL(fileURLWithPath: town.directory.head)))
    head += [UInt8](repeating: 0, count: SnapshotHeader.byteCount - head.count)
    try Data(head).write(to: URL(fileURLWithPath: town.path(5)))
    try expect(town, passedOver: .damaged("what was signed is no snapshot"), size: 5)
  }

  @Test("A snapshot that another build of the program made is passed over")
  func otherProgram() async throws {
    let town = try await SnapshotTown(notes: 3)
    try town.keep(5, program: .zero)
    try expect(town, passedOver: .otherProgram, size: 5)
    #expect(ProgramIdentity.current != nil)
  }

  @Test("A snapshot that is newer than the ledger, which was restored from a copy, is passed over for an older one")
  func newer() async throws {
    let town = try await SnapshotTown(notes: 3)
    try town.keep(4)
    let copy = try town.copy()
    try await town.record(3..<6)
    try town.keep(8, besides: 4)
    try FileManager.default.copyItem(atPath: town.path(8), toPath: copy.path(8))
    let restored = try copy.restore()
    #expect(restored.origin.problems == [SnapshotProblem(path: copy.path(8), reason: .newer(size: 8, ledger: 5))])
    #expect(restored.origin.entries == 4)
    #expect(try restored.digest == StateSnapshot.digest(of: copy.replay(5)))
  }

  @Test("A snapshot of a fork is passed over: of the same size with another root, and of a size within")
  func fork() async throws {
    let town = try await SnapshotTown(notes: 3)
    let fork = try town.copy()
    try await town.record(10..<12)
    try await fork.record(20..<22)
    for size in [7, 6] as [TreeSize] {
      try fork.keep(size)
      try FileManager.default.createDirectory(atPath: town.directory.snapshots, withIntermediateDirectories: true)
      try? FileManager.default.removeItem(atPath: town.path(7))
      try FileManager.default.copyItem(atPath: fork.path(size), toPath: town.path(size))
      try expect(town, passedOver: .otherHistory(size: size), size: size)
    }
  }

  @Test("What is no plain file under a snapshot's name is passed over, and nobody waits for it")
  func unreadable() async throws {
    let town = try await SnapshotTown(notes: 3)
    try town.keep(5)
    try FileManager.default.moveItem(atPath: town.path(5), toPath: town.directory.path + "/elsewhere")
    try FileManager.default.createDirectory(atPath: town.path(5), withIntermediateDirectories: true)
    try expect(town, passedOver: .unreadable("it is not a plain file"), size: 5)
    try FileManager.default.removeItem(atPath: town.path(5))
    #expect(unsafe mkfifo(town.path(5), 0o600) == 0)
    try expect(town, passedOver: .unreadable("it is not a plain file"), size: 5)
    try FileManager.default.removeItem(atPath: town.path(5))
    try FileManager.default.createSymbolicLink(atPath: town.path(5), withDestinationPath: town.directory.path + "/elsewhere")
    let restored = try town.restore()
    guard case .unreadable = restored.origin.problems.first?.reason else {
      Issue.record("\(restored.origin.problems)")
      return
    }
    #expect(try restored.digest == StateSnapshot.digest(of: town.replay(5)))
  }

  @Test("Where snapshots cannot be written, keeping one says so and changes nothing")
  func unwritable() async throws {
    let town = try await SnapshotTown(notes: 3)
    try Data("a file".utf8).write(to: URL(fileURLWithPath: town.directory.snapshots))
    #expect(throws: LedgerError.self) { try town.keep(5) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: town.directory.snapshots)) == Data("a file".utf8))
    #expect(try town.restore().state.size == 5)
    #expect(try await town.town.audit().isIntact)
  }

  // MARK: Audits

  @Test("An audit does not use a snapshot, and names one whose signed state is not what it folded")
  func audit() async throws {
    let town = try await SnapshotTown(notes: 3)
    try town.keep(4)
    // Somebody with the log's key keeps another state under the true root.
    try town.keep(5, state: try town.replay(5).withAnotherSigner(), besides: 4)
    let claims = try town.snapshots().claims()
    #expect(claims.map(\.size) == [5, 4])
    let reader = try LedgerReader(directory: town.directory)
    let verified = try VerifiedState.make(source: try await reader.source(), key: reader.settings.logKey, comparing: claims)
    #expect(verified.report.isIntact)
    #expect(verified.disagreeing.map(\.path) == [town.path(5)])
    #expect(try StateSnapshot.digest(of: verified.state) == StateSnapshot.digest(of: town.replay(5)))
  }
}

extension LedgerState {
  /// The state of as many entries whose last one somebody else signed.
  fileprivate func withAnotherSigner() -> LedgerState {
    var state = self
    let last = Position(size.rawValue - 1)
    state.fold(RecordedEntry(position: last, recordedAt: lastRecordedAt!, signers: ["nobody"], events: []))
    return state
  }
}
