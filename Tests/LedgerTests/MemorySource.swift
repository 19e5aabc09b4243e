import Admission
import Compliance
import Cryptography
import Ledger
import TransparencyLog

/// A log in memory, as an attacker would have it: any bytes as entries, hashes and checkpoint.
struct MemorySource: AuditSource {
  var entries: [[UInt8]]
  var leaves: [[UInt8]]
  var head: [UInt8]?

  init(entries: [[UInt8]], leaves: [[UInt8]]? = nil, checkpoint: [UInt8]?) {
    self.entries = entries
    self.leaves = leaves ?? entries.map { MerkleHash.leaf($0).bytes }
    head = checkpoint
  }

  func checkpoint() -> [UInt8]? { head }

  func read(from position: Position, limit: Int, size: TreeSize) -> AuditChunk {
    var chunk = AuditChunk(start: position)
    while chunk.items.count < limit, size.contains(chunk.end) {
      let index = Int(chunk.end.rawValue)
      guard index < entries.count, index < leaves.count else {
        chunk.problem = AuditFinding(.entryMissing, at: chunk.end, "expected an entry, found none")
        break
      }
      guard let leaf = Digest(bytes: leaves[index]) else {
        chunk.problem = AuditFinding(.tileMalformed, at: chunk.end, "expected a leaf hash of 32 bytes")
        break
      }
      unsafe entries[index].withUnsafeBytes { unsafe chunk.append(leaf: leaf, entry: $0) }
    }
    return chunk
  }

  func tile(level: Int, index: UInt64, width: Int) -> AuditTile {
    var builder = TileBuilder()
    for leaf in leaves { builder.append(Digest(bytes: leaf) ?? .zero) }
    let first = index * 256
    let hashes = builder.takeHashes().filter { $0.level == level && $0.place >= first && $0.place < first + UInt64(width) }
    return .hashes(hashes.map(\.hash), problem: nil)
  }
  func hasEntry(atOrAbove position: Position) -> Bool { Position(UInt64(entries.count)) > position }
}
