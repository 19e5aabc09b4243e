import Admission
import Cryptography
import TransparencyLog
import Vocabulary

/// The part of an audit that goes through the entries in order: chain, authority, tree. One position after the other; stops at the first
/// finding.
final class AuditWalk {
  private(set) var authority: Authority
  private(set) var report = AuditReport()
  /// All leaf hashes, for roots at earlier sizes.
  private(set) var leaves: [Digest] = []
  private(set) var tree = CompactTree()
  /// The hashes of complete subtrees of heights 8, 16, …: what tiles above level 0 hold.
  private(set) var tileHashes: [[Digest]] = []
  private var seen: [(position: Position, head: Head)] = []
  private let observe: (RecordedEntry) -> Void

  init(key: VerifierKey, size: TreeSize, observe: @escaping (RecordedEntry) -> Void) {
    authority = Authority(origin: key.name.text, expectedLogKey: key)
    self.observe = observe
    leaves.reserveCapacity(Int(clamping: min(size.rawValue, 1 << 24)))
  }

  /// Walks over a prepared chunk. Returns the finding that ends the walk, or nil.
  func walk(_ chunk: AuditChunk, _ prepared: [PreparedEntry]) -> AuditFinding? {
    unsafe chunk.bytes.withUnsafeBytes { bytes in
      for (item, entry) in zip(chunk.items, prepared) {
        if let finding = unsafe step(item, entry, UnsafeRawBufferPointer(rebasing: bytes[item.range])) { return finding }
      }
      return chunk.problem
    }
  }

  private func step(
    _ item: AuditChunk.Item, _ prepared: PreparedEntry, _ bytes: UnsafeRawBufferPointer
  ) -> AuditFinding? {
    let position = tree.size.end
    switch prepared.parts {
    case .failure(let finding) where finding.code == .noteMalformed:
      // SPEC 8 checks the entry's own lines before its note.
      if let parts = try? unsafe UnverifiedEntry(parsing: bytes), let earlier = check(parts, position) { return earlier }
      return finding
    case .failure(let finding): return finding
    case .success(let parts):
      if let finding = check(parts.entry, position) { return finding }
      let note = unsafe UnsafeRawBufferPointer(rebasing: bytes[parts.entry.note])
      do {
        let admitted = try unsafe authority.admit(
          parts.note, bytes: note, position: position, recordedAt: parts.entry.recordedAt
        ) { head in
          seen.append((position, head))
          return true
        }
        record(admitted, leaf: item.leaf)
        return nil
      } catch { return AuditFinding(error, at: position) }
    }
  }

  private func check(_ entry: UnverifiedEntry, _ position: Position) -> AuditFinding? {
    guard entry.position == position else {
      return AuditFinding(.entryPosition, at: position, "expected position \(position), found \(entry.position)")
    }
    let previous = leaves.last ?? .zero
    guard entry.previous == previous else {
      return AuditFinding(.entryPrevious, at: position, "expected previous \(previous), found \(entry.previous)")
    }
    if let last = report.lastRecordedAt, entry.recordedAt < last {
      return AuditFinding(.entryRecordedAt, at: position, "expected a time not before \(last), found \(entry.recordedAt)")
    }
    return nil
  }

  private func record(_ admitted: AdmittedNote, leaf: Digest) {
    leaves.append(leaf)
    var hashes = tileHashes
    tileHashes = []
    tree.append(leaf) { node, hash in
      guard node.level > 0, node.level % Tile.height == 0 else { return }
      let level = node.level / Tile.height
      while hashes.count < level { hashes.append([]) }
      hashes[level - 1].append(hash)
    }
    tileHashes = hashes
    report.entries = tree.size
    report.events += UInt64(admitted.entry.events.count)
    report.signatures += UInt64(admitted.entry.signers.count)
    report.keys = authority.keys.count
    report.lastRecordedAt = admitted.entry.recordedAt
    observe(admitted.entry)
  }

  /// Checks the roots that authors claim to have seen: `seen.root` counts as found where the claim stands (SPEC 8, 3e).
  func settle(_ finding: AuditFinding?) -> AuditFinding? {
    let roots = roots(at: Set(seen.map { TreeSize($0.head) }.filter { $0 <= tree.size }))
    for claim in seen {
      guard let root = roots[TreeSize(claim.head)], root != claim.head.root else { continue }
      if let finding, let position = finding.position {
        guard claim.position < position || (claim.position == position && finding.code.comesAfterSeen) else { continue }
      }
      return AuditFinding(.seenRoot, at: claim.position, "the root seen at size \(claim.head.size) is not this ledger's")
    }
    return finding
  }

  /// The roots at some sizes, in one pass over the leaves.
  func roots(at sizes: Set<TreeSize>) -> [TreeSize: Digest] {
    var roots: [TreeSize: Digest] = [:]
    var tree = CompactTree()
    for size in sizes.sorted() {
      while tree.size < size { tree.append(leaves[Int(tree.size.rawValue)]) }
      roots[size] = tree.root
    }
    return roots
  }
}
