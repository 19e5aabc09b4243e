public import Cryptography
public import TransparencyLog

/// The parts of an author note as its bytes claim them: no signature is verified, no event is read.
///
/// Ranges count from the start of the note's bytes.
public struct UnverifiedAuthorNote: Hashable, Sendable {
  /// Line 2.
  public let header: AuthorNote.Header
  /// The event lines without their line feeds, 1 to 256.
  public let events: [Range<Int>]
  /// The signed text and the 1 to 16 signature lines, the author's first.
  public let layout: NoteLayout

  /// The signed text, up to and including the line feed of the last event.
  public var text: Range<Int> { layout.text }

  /// The parts of the note that `bytes` are.
  ///
  /// - Throws: ``AuthorNoteError`` other than `event`: SPEC 7.1 `note.malformed`.
  public init(parsing bytes: UnsafeRawBufferPointer) throws(AuthorNoteError) {
    do {
      layout = try unsafe NoteLayout(parsing: bytes)
    } catch {
      throw .note(error)
    }
    guard AuthorNote.signatureCounts.contains(layout.signatures.count) else {
      throw .signatureCount(expected: AuthorNote.signatureCounts, found: layout.signatures.count)
    }
    var cursor = unsafe EventCursor(bytes)
    guard cursor.take("amanah/note/v1\n") else { throw .domain }
    let start = cursor.position
    let headerEnd = cursor.firstOffset(of: UInt8(ascii: "\n"), from: start)
    header = try unsafe Self.header(in: UnsafeRawBufferPointer(rebasing: bytes[start..<headerEnd]), at: start)
    events = try Self.lines(from: headerEnd + 1, to: layout.text.upperBound, cursor)
  }

  /// The parts of the note that `bytes` are.
  ///
  /// - Throws: ``AuthorNoteError`` other than `event`.
  public init(parsing bytes: [UInt8]) throws(AuthorNoteError) {
    self = try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(AuthorNoteError) in
      try unsafe UnverifiedAuthorNote(parsing: UnsafeRawBufferPointer(bytes))
    }
  }

  /// SHA-256 of the signed text: what the author's next note names as `previous`.
  public func textDigest(in bytes: UnsafeRawBufferPointer) -> Digest {
    unsafe SHA256.hash(UnsafeRawBufferPointer(rebasing: bytes[layout.text]))
  }

  /// SHA-256 of the signed text: what the author's next note names as `previous`.
  public func textDigest(in bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBytes { unsafe textDigest(in: $0) }
  }

  private static func header(in line: UnsafeRawBufferPointer, at start: Int) throws(AuthorNoteError) -> AuthorNote.Header {
    var cursor = unsafe EventCursor(line)
    do {
      return try AuthorNote.Header.read(&cursor)
    } catch {
      throw .header(expected: error.expected, found: error.found, offset: start + error.offset)
    }
  }

  private static func lines(from start: Int, to end: Int, _ cursor: EventCursor) throws(AuthorNoteError) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = start
    var count = 0
    while start < end {
      let lineEnd = cursor.firstOffset(of: UInt8(ascii: "\n"), from: start)
      count += 1
      // Lines beyond the last allowed one are counted for the error, not kept.
      if count <= AuthorNote.eventCounts.upperBound { lines.append(start..<lineEnd) }
      start = lineEnd + 1
    }
    guard AuthorNote.eventCounts.contains(count) else { throw .eventCount(expected: AuthorNote.eventCounts, found: count) }
    return lines
  }
}

extension UnverifiedAuthorNote {
  /// The names that the signature lines bear, the author's first. `bytes` are those that the note was parsed from.
  public func signers(in bytes: [UInt8]) -> [String] {
    layout.signatures.map { String(decoding: bytes[$0.name], as: UTF8.self) }
  }

  /// The events in order. `bytes` are those that the note was parsed from.
  ///
  /// - Throws: ``AuthorNoteError/event(index:_:)`` for the first line that is no event.
  public func readEvents(in bytes: UnsafeRawBufferPointer) throws(AuthorNoteError) -> [Event] {
    var result: [Event] = []
    result.reserveCapacity(events.count)
    for (index, line) in events.enumerated() {
      do {
        result.append(try unsafe EventReader.read(UnsafeRawBufferPointer(rebasing: bytes[line])))
      } catch {
        throw .event(index: index, error)
      }
    }
    return result
  }

  /// The events in order. `bytes` are those that the note was parsed from.
  ///
  /// - Throws: ``AuthorNoteError/event(index:_:)`` for the first line that is no event.
  public func readEvents(in bytes: [UInt8]) throws(AuthorNoteError) -> [Event] {
    try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(AuthorNoteError) in
      try unsafe readEvents(in: UnsafeRawBufferPointer(bytes))
    }
  }
}
