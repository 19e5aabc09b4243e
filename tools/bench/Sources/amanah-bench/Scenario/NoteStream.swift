import Dispatch
import Ledger
import Synchronization
import TransparencyLog
import Vocabulary

/// How events are packed into notes.
enum Packing: String, Codable, CaseIterable {
  /// One event a note, as in the field.
  case single
  /// As many as fit into an entry of 65,535 bytes, as from a list.
  case list

  var name: String { self == .single ? "single-event notes" : "list notes" }
}

/// Signed notes of a scenario, piece after piece, so that a large ledger never lies in memory.
struct NoteStream {
  private let scenario: Scenario
  private let packing: Packing
  private var composers: [NoteComposer]
  /// Lines of a list that is not full, by officer.
  private var waiting: [[EventLine]]
  private var waitingByteCount: [Int]
  private var next = 0

  /// Bytes of lines in a list; the entry's own lines, the note's header and the signature take the rest of 65,535.
  private static let listByteCount = 64_700
  private static let listCount = 256

  init(scenario: Scenario, packing: Packing) {
    self.scenario = scenario
    self.packing = packing
    composers = scenario.officers.signers.map { NoteComposer(origin: Officers.origin, author: $0, chain: AuthorChain()) }
    waiting = Array(repeating: [], count: composers.count)
    waitingByteCount = Array(repeating: 0, count: composers.count)
  }

  /// The notes of the next so many events; at the end also the lists that did not become full. Empty at the end.
  mutating func nextPiece(events: Int) throws -> [[UInt8]] {
    var plans: [(officer: Int, lines: [EventLine])] = []
    let end = min(scenario.count, next + events)
    while next < end {
      let (officer, event) = try scenario.event(next)
      let line = try EventLine(writing: event)
      next += 1
      switch packing {
      case .single: plans.append((officer, [line]))
      case .list:
        if waitingByteCount[officer] + line.bytes.count + 1 > Self.listByteCount || waiting[officer].count == Self.listCount {
          plans.append((officer, take(officer)))
        }
        waiting[officer].append(line)
        waitingByteCount[officer] += line.bytes.count + 1
      }
    }
    if next == scenario.count {
      for officer in waiting.indices where !waiting[officer].isEmpty { plans.append((officer, take(officer))) }
    }
    return try sign(plans)
  }

  private mutating func take(_ officer: Int) -> [EventLine] {
    defer { (waiting[officer], waitingByteCount[officer]) = ([], 0) }
    return waiting[officer]
  }

  /// Composes on all cores, each officer's chain in order.
  private mutating func sign(_ plans: [(officer: Int, lines: [EventLine])]) throws -> [[UInt8]] {
    let signedAt = try Moments.at(day: 600, second: 0)
    let composers = self.composers
    let done = Mutex<(notes: [[UInt8]], composers: [NoteComposer], failure: (any Error)?)>(
      (Array(repeating: [], count: plans.count), composers, nil))
    DispatchQueue.concurrentPerform(iterations: composers.count) { officer in
      var composer = composers[officer]
      do {
        let notes = try plans.indices.filter { plans[$0].officer == officer }
          .map { ($0, try composer.compose(lines: plans[$0].lines, signedAt: signedAt)) }
        let moved = composer
        done.withLock {
          for (index, note) in notes { $0.notes[index] = note }
          $0.composers[officer] = moved
        }
      } catch { done.withLock { $0.failure = error } }
    }
    let result = done.withLock { $0 }
    if let failure = result.failure { throw failure }
    self.composers = result.composers
    return result.notes
  }
}
