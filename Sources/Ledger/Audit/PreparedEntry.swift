import Admission
import Cryptography
import TransparencyLog
import Vocabulary

/// An entry with everything checked that needs no knowledge of the entries before it.
struct PreparedEntry: Sendable {
  /// Whether the entry hashes to the stored leaf hash.
  let matchesLeaf: Bool
  /// Its parts, and its note, or why there are none.
  let parts: Result<(entry: UnverifiedEntry, note: PreparedNote), AuditFinding>

  init(_ bytes: UnsafeRawBufferPointer, leaf: Digest, position: Position, keys: KeyDirectory) {
    matchesLeaf = unsafe MerkleHash.leaf(bytes) == leaf
    guard matchesLeaf else {
      parts = .failure(AuditFinding(.entryLeaf, at: position, "the entry does not hash to the stored leaf hash"))
      return
    }
    do {
      let entry = try unsafe UnverifiedEntry(parsing: bytes)
      do {
        let note = try unsafe PreparedNote(UnsafeRawBufferPointer(rebasing: bytes[entry.note]), keys: keys)
        parts = .success((entry, note))
      } catch { parts = .failure(AuditFinding(error, at: position)) }
    } catch { parts = .failure(AuditFinding(.entryMalformed, at: position, error.description)) }
  }

  /// Prepares all entries of `chunk` on all cores, while `meanwhile` runs on a thread of its own.
  static func prepare<Other: Sendable>(
    _ chunk: AuditChunk, keys: KeyDirectory, meanwhile: () -> Other
  ) -> (elements: [PreparedEntry], other: Other) {
    // Entries may be lists of 64 KiB: then one at a time, so that no core waits for another at the end.
    let slice = max(1, min(4, 16 << 10 / max(1, chunk.bytes.count / max(1, chunk.items.count))))
    return unsafe chunk.bytes.withUnsafeBytes { bytes in
      ConcurrentMap.map(count: chunk.items.count, slice: slice, meanwhile: meanwhile) { index in
        let item = chunk.items[index]
        let entry = unsafe UnsafeRawBufferPointer(rebasing: bytes[item.range])
        return unsafe PreparedEntry(entry, leaf: item.leaf, position: chunk.start.advanced(by: index), keys: keys)
      }
    }
  }
}

extension AuditFinding {
  /// A refusal as a finding at the position where the note stands.
  init(_ refusal: Refusal, at position: Position) {
    let place = refusal.place.map { "event \($0): " } ?? ""
    self.init(refusal.code, at: position, place + refusal.detail)
  }
}
