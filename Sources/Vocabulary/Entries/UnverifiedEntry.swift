public import Cryptography
public import TransparencyLog

/// The parts of an entry as its bytes claim them. Nothing is verified: not the position, not the hash, not the note.
public struct UnverifiedEntry: Hashable, Sendable {
  /// The entry's number, from 0.
  public let position: Position
  /// When the ledger recorded it.
  public let recordedAt: RecordedTime
  /// The leaf hash of the entry before; ``Digest/zero`` at position 0.
  public let previous: Digest
  /// The bytes of the author note within the entry; none where the entry ends before it.
  public let note: Range<Int>

  /// The parts of the entry that `bytes` are.
  ///
  /// - Throws: ``EntryError`` for anything that ``Entry/encode(position:recordedAt:previous:note:)`` would not have written before the
  ///   note.
  public init(parsing bytes: UnsafeRawBufferPointer) throws(EntryError) {
    guard bytes.count <= Entry.maximumByteCount else { throw .tooLarge(maximum: Entry.maximumByteCount, found: bytes.count) }
    var cursor = unsafe EventCursor(bytes)
    guard cursor.take("amanah/entry/v1\n") else { throw .domain }
    guard let position = cursor.decimal(), cursor.take("\n") else { throw .position }
    guard let recordedAt = cursor.line(count: RecordedTime.characterCount, { RecordedTime($0) }) else { throw .recordedAt }
    guard let previous = cursor.line(count: Digest.base64Count, { text in unsafe Digest(base64: text.buffer) })
    else { throw .previous }
    guard cursor.take("\n") else { throw .blankLine }
    self.position = Position(position)
    self.recordedAt = recordedAt
    self.previous = previous
    note = cursor.position..<cursor.end
  }

  /// The parts of the entry that `bytes` are.
  ///
  /// - Throws: ``EntryError``.
  public init(parsing bytes: [UInt8]) throws(EntryError) {
    self = try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(EntryError) in
      try unsafe UnverifiedEntry(parsing: UnsafeRawBufferPointer(bytes))
    }
  }
}

extension EventCursor {
  /// A decimal number without sign and leading zeros, at most 2^53 − 1.
  fileprivate mutating func decimal() -> UInt64? {
    let start = position
    guard let value = try? integer(in: 0...JSONGrammar.largestInteger), byte(at: start) != UInt8(ascii: "-") else { return nil }
    return UInt64(value)
  }

  /// What `parse` makes of a line of exactly `count` characters; the cursor moves behind its line feed.
  fileprivate mutating func line<Result>(count: Int, _ parse: (RawText) -> Result?) -> Result? {
    guard position + count < end, byte(at: position + count) == UInt8(ascii: "\n"),
      let result = parse(text(from: position, count: count))
    else { return nil }
    position += count + 1
    return result
  }
}
