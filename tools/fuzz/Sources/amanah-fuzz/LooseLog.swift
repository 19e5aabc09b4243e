import Admission
import Compliance
import Cryptography
import Foundation
import Ledger
import LedgerStore
import TransparencyLog

/// Any bytes as entries, with any hashes beside them.
struct LooseLog: AuditSource {
  let entries: [[UInt8]]
  let leaves: [Digest]
  let head: [UInt8]

  func checkpoint() -> [UInt8]? { head }

  func read(from position: Position, limit: Int, size: TreeSize) -> AuditChunk {
    var chunk = AuditChunk(start: position)
    while chunk.items.count < limit, chunk.end < size.end {
      let index = Int(chunk.end.rawValue)
      guard index < entries.count else {
        chunk.problem = AuditFinding(.entryMissing, at: chunk.end, "expected an entry, found none")
        break
      }
      unsafe entries[index].withUnsafeBytes { unsafe chunk.append(leaf: leaves[index], entry: $0) }
    }
    return chunk
  }

  func tile(level: Int, index: UInt64, width: Int) -> AuditTile {
    // No input has as many entries as a tile above the leaves needs; nobody asks.
    .missing
  }

  func hasEntry(atOrAbove position: Position) -> Bool { UInt64(entries.count) > position.rawValue }

  /// The same entries in a store.
  var store: MemoryStore {
    let store = MemoryStore()
    let items = zip(leaves, entries).enumerated().map { number, item in
      EntryBatch.Item(leaf: item.0, entry: item.1, author: "a", sequence: UInt64(number), isGovernance: false)
    }
    try? store.append(EntryBatch(start: 0, items: items))
    return store
  }

  /// The same entries as published files, in a directory of which each call makes the same one anew.
  func publish(size: Int) -> String {
    let folder = Scratch.folder.path + "/published"
    let files = FileManager.default
    try? files.removeItem(atPath: folder)
    try? files.createDirectory(atPath: folder + "/tile/0", withIntermediateDirectories: true)
    try? files.createDirectory(atPath: folder + "/tile/entries", withIntermediateDirectories: true)
    Scratch.write(head, to: folder + "/checkpoint")
    guard !entries.isEmpty, let bundle = try? EntryBundle.encode(entries) else { return folder }
    let tile = Tile(level: 0, index: 0, width: entries.count)
    for (path, bytes) in [
      (tile.path, leaves.flatMap(\.bytes)), (EntryBundle.Coordinate(index: 0, width: entries.count).path, bundle),
    ] {
      let file = "\(folder)/\(path)"
      try? files.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      Scratch.write(bytes, to: file)
    }
    return folder
  }
}
