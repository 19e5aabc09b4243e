@testable import Admission
@testable import Compliance
import Cryptography
import Foundation
@testable import Ledger
import LedgerStore
import TransparencyLog
@testable import Vocabulary

extension Fuzzer {
  /// A whole log, as whoever keeps it may make it: entries as in a bundle, hashed and signed for by the log's true key. Audited as it lies
  /// in memory, in published files and in a store.
  static let log = Fuzzer(name: "log", options: ["-max_len=8192"]) { bytes in
    var dice = Dice(bytes)
    let mode = dice.byte()
    let entries = Split.entries(Array(dice.rest)).prefix(64).map { Array($0) }
    var leaves = entries.map { MerkleHash.leaf($0) }
    var size = entries.count
    if mode & 1 != 0, !leaves.isEmpty { leaves[Int(mode >> 4) % leaves.count] = .zero }
    if mode & 2 != 0 { size += Int(mode >> 4) - 8 }
    guard size >= 0 else { return }
    var tree = CompactTree()
    for leaf in leaves.prefix(size) { tree.append(leaf) }
    let checkpoint = Checkpoint(origin: Keys.log.name, size: TreeSize(UInt64(size)), root: tree.root)
    guard let signed = try? checkpoint.sign(with: Keys.log).bytes else { fatalError("a checkpoint cannot be signed") }
    let memory = LooseLog(entries: entries, leaves: leaves, head: signed)
    let first = Outcome(memory)
    switch mode >> 2 & 3 {
    case 0: law(first == Outcome(memory), "the same audit twice, and two outcomes")
    case 1: law(first == Outcome(StoreSource(store: memory.store, head: signed)), "memory and store differ: \(first)")
    default:
      guard entries.allSatisfy({ $0.count <= EntryBundle.maximumEntryByteCount }) else { return }
      let published = Outcome(PublishedSource(path: memory.publish(size: size)))
      law(first == published || entries.count != size, "memory \(first) and published files \(published) differ")
    }
  }

  /// Notes on their way into a ledger. What is admitted verifies; what is refused is found with the same code when it is recorded all the
  /// same.
  static let ledger = Fuzzer(name: "ledger", options: ["-max_len=8192"]) { bytes in
    let store = MemoryStore()
    let head = MemoryHeadStore()
    let commit = Commit(store: store, signer: Keys.log, head: head)
    let recorder = BatchRecorder(commit: commit)
    var tail = LedgerTail(
      authority: Authority(origin: Keys.origin, expectedLogKey: Keys.log.verifier), head: nil, builder: TileBuilder(),
      previous: .zero, lastRecordedAt: nil)
    var now: Int64 = 1_776_305_523_000
    var desk = NoteDesk()
    for block in Split.blocks(bytes).prefix(24) {
      let (note, delay) = desk.note(block, authority: tail.authority, builder: tail.builder)
      now += delay
      guard let time = RecordedTime(millisecondsSince1970: now) else { return }
      let prepared = PreparedSubmission.prepare([note][...], keys: tail.authority.directory) { 0 }.elements
      let recording = recorder.record(prepared, at: time, behind: tail)
      guard case .success(let result) = recording.results.first else { fatalError("a note was neither recorded nor refused") }
      if case .refused(let refusal) = result { checkRefused(note, refusal, time, tail, store) }
      tail = recording.tail
      // The same note again adds nothing.
      guard case .recorded(let entry) = result else { continue }
      let again = PreparedSubmission.prepare([note][...], keys: tail.authority.directory) { 0 }.elements
      let second = recorder.record(again, at: time, behind: tail)
      guard case .success(.alreadyRecorded(entry.position)) = second.results.first else {
        fatalError("a note that is recorded was not known again")
      }
    }
    checkRecorded(store, tail, head)
  }

  /// What the writer recorded verifies, folds and opens again.
  private static func checkRecorded(_ store: MemoryStore, _ tail: LedgerTail, _ stored: MemoryHeadStore) {
    guard let head = tail.head else { return }
    let source = StoreSource(store: store, head: head.bytes)
    guard let verified = try? VerifiedState.make(source: source, key: Keys.log.verifier) else {
      fatalError("what was recorded cannot be audited")
    }
    law(
      verified.report.isIntact || verified.report.finding?.code == .attestationDigest,
      "what was admitted does not verify: \(verified.report.finding?.description ?? "")")
    let size = head.checkpoint.size
    guard let replayed = try? StateReplay(source: source).run(size: size) else {
      fatalError("what was recorded cannot be folded")
    }
    let instant = Int64(1_780_000_000)
    law(
      StateDigest.digest(of: replayed, asOf: instant) == StateDigest.digest(of: verified.state, asOf: instant),
      "audit and replay come to different states")
    checkSnapshot(replayed, asOf: instant)
    let commit = Commit(store: store, signer: Keys.log, head: stored)
    guard let recovered = try? Recovery(store: store, commit: commit, key: Keys.log.verifier).run() else {
      fatalError("the next writer refuses what this one recorded")
    }
    law(recovered.head == tail.head && recovered.previous == tail.previous, "the next writer begins elsewhere")
    for key in tail.authority.keys {
      let other = recovered.authority.key(named: key.name)
      law(other?.sequence == key.sequence && other?.head == key.head, "the next writer knows another chain of an author")
    }
  }

  /// Recorded all the same, a refused note is found at its position with the code of its refusal.
  private static func checkRefused(
    _ note: [UInt8], _ refusal: Refusal, _ time: RecordedTime, _ tail: LedgerTail, _ store: MemoryStore
  ) {
    let size = tail.builder.size
    let recordedAt = tail.lastRecordedAt.map { max($0, time) } ?? time
    guard
      let entry = try? Entry.encode(position: size.end, recordedAt: recordedAt, previous: tail.previous, note: note)
    else { return }
    var entries: [[UInt8]] = []
    for position in size.positions { entries.append((try? store.entry(at: position)) ?? []) }
    entries.append(entry)
    var tree = CompactTree()
    for entry in entries { tree.append(MerkleHash.leaf(entry)) }
    let checkpoint = Checkpoint(origin: Keys.log.name, size: size.end.sizeThrough, root: tree.root)
    guard let signed = try? checkpoint.sign(with: Keys.log).bytes else { fatalError("a checkpoint cannot be signed") }
    let source = LooseLog(entries: entries, leaves: entries.map { MerkleHash.leaf($0) }, head: signed)
    let finding = try? LogAudit(source: source, key: Keys.log.verifier).run().finding
    law(
      finding?.code == refusal.code && finding?.position == size.end,
      "refused as \(refusal.code.rawValue), found \(finding?.description ?? "nothing")")
  }
}

/// What an audit came to.
struct Outcome: Equatable, CustomStringConvertible {
  let code: FindingCode?
  let position: Position?
  let entries: TreeSize
  let events: UInt64
  let digest: Digest?

  init(_ source: any AuditSource) {
    guard let verified = try? VerifiedState.make(source: source, key: Keys.log.verifier) else {
      fatalError("an audit that could not be made")
    }
    code = verified.report.finding?.code
    position = verified.report.finding?.position
    entries = verified.report.entries
    events = verified.report.events
    digest = verified.report.isIntact ? StateDigest.digest(of: verified.state, asOf: 1_780_000_000) : nil
  }

  var description: String { "\(code?.rawValue ?? "intact") at \(position.map(\.description) ?? "-"), \(entries) entries" }
}
