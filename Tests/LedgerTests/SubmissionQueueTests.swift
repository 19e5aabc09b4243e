import Compliance
@testable import Ledger
import LedgerStore
import LedgerTesting
import Testing
import TransparencyLog
import Vocabulary

@Suite("A queue of submissions")
struct SubmissionQueueTests {
  @Test("64 tasks that submit at once each get their answer, in the order of their own notes, and share commits")
  func manyCallers() async throws {
    let ledger = try await FaultyLedger(.files)
    let officers = try await Officers(64, of: ledger.town, with: ledger.writer)
    let before = try ledger.size()
    let queue = SubmissionQueue(writer: ledger.writer)
    let positions = try await withThrowingTaskGroup(of: [Position].self) { group in
      for officer in officers.signers.indices {
        let notes = try officers.notes(officer, 10)
        group.addTask {
          var positions: [Position] = []
          for note in notes {
            guard case .recorded(let entry) = try await queue.submit(note) else { throw LedgerError.log(reason: "not recorded") }
            #expect(entry.author == officers.signers[officer].name.text && entry.events.count == 1)
            positions.append(entry.position)
          }
          return positions
        }
      }
      return try await group.reduce(into: [[Position]]()) { $0.append($1) }
    }
    for own in positions { #expect(own == own.sorted() && own.count == 10) }
    #expect(Set(positions.joined()) == Set(before.end..<before.end.advanced(by: 640)))
    let state = ledger.writer.state.copy
    #expect(state.size == before.end.advanced(by: 639).sizeThrough)
    let commits = ledger.faults.appends
    #expect(commits < 640, "\(commits) commits for 640 notes: none was shared")
    try await ledger.close()
    let report = try await ledger.audit()
    #expect(report.finding == nil && report.entries == state.size)
  }

  @Test("A list of notes is recorded in its order, also where others submit meanwhile")
  func lists() async throws {
    let ledger = try await FaultyLedger(.memory)
    let officers = try await Officers(8, of: ledger.town, with: ledger.writer)
    let queue = SubmissionQueue(writer: ledger.writer)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for officer in officers.signers.indices {
        let notes = try officers.notes(officer, 40)
        group.addTask {
          let results = await queue.submit(notes)
          let positions = try results.map { try #require(try $0.get().position) }
          #expect(positions == positions.sorted() && positions.count == 40)
        }
      }
      try await group.waitForAll()
    }
    #expect(await queue.submit([]).isEmpty)
    try await ledger.close()
  }

  @Test("The same note again gets the same position; a note that cannot be attributed is refused alone")
  func oneByOne() async throws {
    let ledger = try await FaultyLedger(.memory)
    let officers = try await Officers(1, of: ledger.town, with: ledger.writer)
    let queue = SubmissionQueue(writer: ledger.writer)
    let notes = try officers.notes(0, 2)
    var forged = notes[1]
    forged[forged.count / 2] ^= 1
    let first = try await queue.submit(notes[0])
    guard case .alreadyRecorded(first.position) = try await queue.submit(notes[0]) else {
      Issue.record("the same note again was not known")
      return
    }
    guard case .refused = try await queue.submit(forged) else {
      Issue.record("a forged note was not refused")
      return
    }
    #expect(try await queue.submit(notes[1]).position == first.position?.advanced(by: 1))
    try await ledger.close()
    await #expect(throws: SubmissionFailure.self) { try await queue.submit(notes[1]) }
  }

  @Test(
    "A store that fails in the middle tells each caller the truth",
    arguments: FaultyLedger.Kind.allCases, Fault.ofCommit)
  func failingStore(kind: FaultyLedger.Kind, fault: Fault) async throws {
    var ledger = try await FaultyLedger(kind)
    let officers = try await Officers(16, of: ledger.town, with: ledger.writer)
    let (writer, plan) = (ledger.writer, ledger.faults)
    let queue = SubmissionQueue(writer: writer)
    let answers = try await withThrowingTaskGroup(of: [(note: [UInt8], result: SubmissionResult)].self) { group in
      for officer in officers.signers.indices {
        let notes = try officers.notes(officer, 4)
        group.addTask {
          var told: [(note: [UInt8], result: SubmissionResult)] = []
          for (number, note) in notes.enumerated() {
            if officer == 5, number == 2 { plan.arm(fault) }
            let result: SubmissionResult
            do throws(SubmissionFailure) { result = .success(try await queue.submit(note)) } catch { result = .failure(error) }
            told.append((note, result))
          }
          return told
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(answers.count == 64)
    #expect(answers.contains { if case .failure = $0.result { true } else { false } }, "\(fault) was not met")
    // What was acknowledged is in the state; of the others nothing.
    let acknowledged = answers.compactMap { try? $0.result.get().position }
    #expect(writer.state.read { $0.size } == TreeSize(UInt64(3 + acknowledged.count)))
    try await ledger.killAndReopen()
    let stored = try ledger.notes()
    for (note, result) in answers {
      switch result {
      case .success(let submission):
        let position = try #require(submission.position, "\(submission) of a note that nothing speaks against")
        #expect(stored[Int(position.rawValue)] == note)
      case .failure(let failure):
        #expect(failure.mayBeRecorded || !stored.contains(note), "\(fault): a note told as not recorded is")
      }
    }
    // Whoever heard of a failure submits again, in order, and hears the same answer as if nothing had been.
    for (note, _) in answers.sorted(by: { self.order($0.note, in: officers) < self.order($1.note, in: officers) }) {
      #expect(try await ledger.writer.submit([note])[0].position != nil)
    }
    #expect(try ledger.notes().count == 3 + 64)
    #expect(try await ledger.audit().finding == nil)
    try await ledger.close()
  }

  @Test(
    "Nobody is told that a note is certainly not recorded unless somebody looked", arguments: FaultyLedger.Kind.allCases)
  func doubt(kind: FaultyLedger.Kind) async throws {
    let ledger = try await FaultyLedger(kind)
    let queue = SubmissionQueue(writer: ledger.writer)
    let (first, chain) = try ledger.town.note(1, chain: AuthorChain())
    let seen = Head(size: 1, root: MerkleHash.leaf(try #require(try ledger.entry(at: 0))))
    let (second, next) = try ledger.town.note(2, chain: chain, seen: seen)
    let third = try ledger.town.note(3, chain: next).note
    // The second cannot be judged; the first comes again behind it, and is recorded.
    ledger.faults.failReadingLeaves(after: 0)
    let doubts = await queue.submit([first, second, first]).map(Self.doubt)
    #expect(doubts == [nil, false, true])
    ledger.faults.failReadingLeaves(after: nil)
    #expect(try await queue.submit(second).position == 3)
    // The third stops the writer, and is there all the same: whoever asks again must not hear otherwise.
    ledger.faults.arm(.appendFailsButPersists)
    for note in [third, third, first] { #expect(Self.doubt(await queue.submit([note])[0]) == true) }
    try await ledger.close()
    #expect(try ledger.notes().suffix(3) == [first, second, third])
  }

  /// Whether a note that nothing is known of may be recorded; nil where something is.
  private static func doubt(_ result: SubmissionResult) -> Bool? {
    if case .failure(let failure) = result { failure.mayBeRecorded } else { nil }
  }

  /// Authors one after the other, each in their own order.
  private func order(_ note: [UInt8], in officers: Officers) -> Int {
    guard let header = try? UnverifiedAuthorNote(parsing: note).header else { return 0 }
    let officer = officers.signers.firstIndex { $0.name.text == header.author } ?? 0
    return officer * 100 + Int(header.sequence)
  }
}
