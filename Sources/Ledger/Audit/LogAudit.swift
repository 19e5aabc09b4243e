import Admission
import Cryptography
public import TransparencyLog
public import Vocabulary

/// Verifies a whole log without trusting whoever keeps it: every signature, the author chains, authority, the entry chain, the tree, the
/// checkpoint and, given a remembered one, that nothing signed before has changed (SPEC 8).
///
/// Everything that can be done entry by entry is done on all cores; the rest in order on one of them, meanwhile.
public struct LogAudit {
  private let source: any AuditSource
  private let key: VerifierKey
  private let remembered: [UInt8]?

  /// An audit of `source` with the log's verifier key, and possibly a checkpoint that the auditor kept.
  public init(source: any AuditSource, key: VerifierKey, remembered: [UInt8]? = nil) {
    self.source = source
    self.key = key
    self.remembered = remembered
  }

  /// Entries read at a time: few at first, since the first notes make the keys known that the next ones are checked with.
  private static func chunkLength(at position: Position) -> Int {
    position.rawValue < 4 ? 1 : Int(min(2048, max(32, position.rawValue)))
  }

  /// Runs the audit.
  ///
  /// - Parameters:
  ///   - observe: called, in order, for each entry that was found right, to fold it.
  ///   - progress: called now and then with the entries done and the size.
  /// - Returns: the report; a finding is part of it.
  /// - Throws: `LedgerError` only where checking was impossible.
  public func run(
    observe: @escaping (RecordedEntry) -> Void = { _ in }, progress: (TreeSize, TreeSize) -> Void = { _, _ in }
  ) throws(LedgerError) -> AuditReport {
    var failed = AuditReport()
    let checkpoint: SignedCheckpoint
    let memory: SignedCheckpoint?
    let stored = try source.checkpoint()
    do throws(AuditFinding) {
      checkpoint = try CheckpointAudit.open(stored, key: key)
      memory = try remembered.map { (bytes) throws(AuditFinding) in try CheckpointAudit.open(remembered: bytes, key: key) }
      if let memory, memory.checkpoint.size > checkpoint.checkpoint.size {
        throw AuditFinding(
          .checkpointRollback, at: nil,
          "expected at least the remembered size \(memory.checkpoint.size), found \(checkpoint.checkpoint.size)")
      }
    } catch {
      failed.finding = error
      return failed
    }
    let walk = AuditWalk(key: key, size: checkpoint.checkpoint.size, observe: observe)
    var finding = walk.settle(try walkAll(walk, size: checkpoint.checkpoint.size, progress: progress))
    if finding == nil { finding = try checkTree(walk, checkpoint, memory) }
    var report = walk.report
    report.finding = finding
    report.checkpoint = checkpoint
    report.extends = finding == nil ? memory?.checkpoint.size : nil
    return report
  }

  /// Reads chunk after chunk; while the cores prepare one, the one before is walked over and the one behind is read.
  private func walkAll(
    _ walk: AuditWalk, size: TreeSize, progress: (TreeSize, TreeSize) -> Void
  ) throws(LedgerError) -> AuditFinding? {
    var ready: (chunk: AuditChunk, prepared: [PreparedEntry])?
    var next = try chunk(at: .first, size: size)
    while next != nil || ready != nil {
      let chunk = next ?? AuditChunk(start: size.end)
      let done = PreparedEntry.prepare(chunk, keys: walk.authority.directory) { () -> Result<Step, LedgerError> in
        do throws(LedgerError) {
          if let ready, let finding = walk.walk(ready.chunk, ready.prepared) { return .success(.found(finding)) }
          // A problem ends the reading, but the entries before it are walked over first.
          return .success(.read(chunk.problem == nil ? try self.chunk(at: chunk.end, size: size) : nil))
        } catch { return .failure(error) }
      }
      switch try done.other.get() {
      case .found(let finding): return finding
      case .read(let chunk): next = chunk
      }
      ready = chunk.items.isEmpty ? nil : (chunk, done.elements)
      if ready == nil, let problem = chunk.problem { return problem }
      progress(walk.report.entries, size)
    }
    return nil
  }

  /// What walking over one chunk and reading another came to.
  private enum Step {
    case found(AuditFinding)
    case read(AuditChunk?)
  }

  private func chunk(at position: Position, size: TreeSize) throws(LedgerError) -> AuditChunk? {
    guard size.contains(position) else { return nil }
    return try source.read(from: position, limit: Self.chunkLength(at: position), size: size)
  }

  private func checkTree(
    _ walk: AuditWalk, _ checkpoint: SignedCheckpoint, _ memory: SignedCheckpoint?
  ) throws(LedgerError) -> AuditFinding? {
    let size = checkpoint.checkpoint.size
    if let memory, walk.roots(at: [memory.checkpoint.size]).values.first != memory.checkpoint.root {
      return AuditFinding(
        .checkpointInconsistent, at: nil,
        "the first \(memory.checkpoint.size) entries do not have the remembered root: history was changed")
    }
    for (offset, hashes) in walk.tileHashes.enumerated() {
      if let finding = try checkTiles(level: offset + 1, hashes) { return finding }
    }
    guard walk.tree.root == checkpoint.checkpoint.root else {
      return AuditFinding(
        .checkpointRoot, at: nil, "the entries have root \(walk.tree.root), the checkpoint signs \(checkpoint.checkpoint.root)")
    }
    if try source.hasEntry(atOrAbove: size.end) {
      return AuditFinding(
        .entryBeyondCheckpoint, at: size.end, "expected no entry beyond the checkpoint's size \(size)")
    }
    return nil
  }

  private func checkTiles(level: Int, _ hashes: [Digest]) throws(LedgerError) -> AuditFinding? {
    let span = UInt64(1) << UInt64(Tile.height * level)
    for first in stride(from: 0, to: hashes.count, by: Tile.fullWidth) {
      let expected = hashes[first..<min(hashes.count, first + Tile.fullWidth)]
      let index = first / Tile.fullWidth
      let position = Position(UInt64(first) * span)
      switch try source.tile(level: level, index: UInt64(index), width: expected.count) {
      case .missing: return AuditFinding(.tileMissing, at: position, "expected tile \(level)/\(index)")
      case .malformed(let reason): return AuditFinding(.tileMalformed, at: position, "tile \(level)/\(index): \(reason)")
      case .hashes(let hashes, let problem):
        if let place = zip(0..., zip(expected, hashes)).first(where: { $1.0 != $1.1 })?.0 {
          return AuditFinding(
            .tileHash, at: Position(position.rawValue + UInt64(place) * span),
            "tile \(level)/\(index): hash \(place) is not that of the entries below it")
        }
        guard let problem else { continue }
        return AuditFinding(problem.code, at: Position(position.rawValue + UInt64(hashes.count) * span), problem.reason)
      }
    }
    return nil
  }
}
