internal import Vocabulary

/// Groups drafts into notes: consecutive events of the same signers, in their order, as many as a note may hold (SPEC 3 and 4).
public struct NoteChunker: Sendable {
  private let maximumBytes: @Sendable (_ signers: Int) -> Int
  private var chunk: [DraftEvent] = []
  private var byteCount = 0

  /// A chunker whose notes leave room for header and signatures.
  public init() {
    // The entry's own lines and the note's header take less than 1,024 bytes; a signature line is a name of at most 80 characters,
    // 92 characters of base64, and five more bytes.
    maximumBytes = { signers in Entry.maximumByteCount - 1_024 - 180 * signers }
  }

  /// A chunker with another budget for the event lines, line feeds included.
  public init(maximumBytes: Int) {
    self.maximumBytes = { _ in maximumBytes }
  }

  /// Adds the next draft. Returns the events of the note that it does not fit into, if that is so.
  ///
  /// A draft that alone exceeds the budget becomes a chunk of its own; it is for the ledger to refuse it.
  public mutating func add(_ draft: DraftEvent) -> [DraftEvent]? {
    let bytes = draft.line.bytes.count + 1
    var complete: [DraftEvent]?
    if let first = chunk.first,
      first.signers != draft.signers || chunk.count == AuthorNote.eventCounts.upperBound
        || byteCount + bytes > maximumBytes(draft.signers.count)
    {
      complete = finish()
    }
    chunk.append(draft)
    byteCount += bytes
    return complete
  }

  /// The events of the last note, if any are left.
  public mutating func finish() -> [DraftEvent]? {
    defer {
      chunk = []
      byteCount = 0
    }
    return chunk.isEmpty ? nil : chunk
  }

  /// The notes for `drafts`.
  public static func chunks(_ drafts: some Sequence<DraftEvent>) -> [[DraftEvent]] {
    var chunker = NoteChunker()
    var chunks = drafts.compactMap { chunker.add($0) }
    if let last = chunker.finish() { chunks.append(last) }
    return chunks
  }
}
