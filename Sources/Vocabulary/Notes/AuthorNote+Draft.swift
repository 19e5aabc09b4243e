public import Cryptography
public import TransparencyLog

extension AuthorNote {
  /// A note before it is signed: its text is what every signer signs.
  public struct Draft: Hashable, Sendable {
    /// Line 2.
    public let header: Header
    /// The domain separator, the header and the event lines, each with its line feed.
    public let text: [UInt8]

    /// The draft of these events in this order, written canonically.
    ///
    /// - Throws: ``AuthorNoteError/header(expected:found:offset:)`` or ``AuthorNoteError/event(index:_:)`` where a part could not be
    ///   read again, ``AuthorNoteError/eventCount(expected:found:)``.
    public init(header: Header, events: [Event]) throws(AuthorNoteError) {
      var text = try Self.beginning(header, eventCount: events.count)
      for (index, event) in events.enumerated() {
        do {
          try EventWriter.append(event, to: &text)
        } catch {
          throw .event(index: index, error)
        }
        text.append(UInt8(ascii: "\n"))
      }
      self.header = header
      self.text = text
    }

    /// The draft of event lines that exist already, kept verbatim, without their line feeds.
    ///
    /// - Throws: as ``init(header:events:)``.
    public init(header: Header, lines: [[UInt8]]) throws(AuthorNoteError) {
      var read: [EventLine] = []
      for (index, line) in lines.enumerated() {
        do { read.append(try EventLine(reading: line)) } catch { throw .event(index: index, error) }
      }
      try self.init(header: header, lines: read)
    }

    /// The draft of lines that say events already: none is read again.
    ///
    /// - Throws: ``AuthorNoteError/header(expected:found:offset:)``, ``AuthorNoteError/eventCount(expected:found:)``.
    public init(header: Header, lines: [EventLine]) throws(AuthorNoteError) {
      var text = try Self.beginning(header, eventCount: lines.count)
      for line in lines {
        text.append(contentsOf: line.bytes)
        text.append(UInt8(ascii: "\n"))
      }
      self.header = header
      self.text = text
    }

    /// SHA-256 of the text: what the author's next note names as `previous`.
    public var textDigest: Digest { SHA256.hash(text) }

    /// The whole note, signed by the author and then by the co-signers in order.
    ///
    /// - Throws: ``AuthorNoteError/signatureCount(expected:found:)``, ``AuthorNoteError/note(_:)`` where the note would be too large
    ///   or would not parse.
    public func signed(by author: SignerKey, cosigners: [SignerKey] = []) throws(AuthorNoteError) -> [UInt8] {
      let signers = [author] + cosigners
      guard AuthorNote.signatureCounts.contains(signers.count) else {
        throw .signatureCount(expected: AuthorNote.signatureCounts, found: signers.count)
      }
      do {
        return try SignedNote.sign(text, with: signers).bytes
      } catch {
        throw .note(error)
      }
    }

    private static func beginning(_ header: Header, eventCount: Int) throws(AuthorNoteError) -> [UInt8] {
      guard AuthorNote.eventCounts.contains(eventCount) else {
        throw .eventCount(expected: AuthorNote.eventCounts, found: eventCount)
      }
      let text = Array("\(AuthorNote.domain)\n".utf8)
      var output = EventOutput(appendingTo: text)
      do {
        try header.write(to: &output)
      } catch {
        throw .header(expected: error.expected, found: error.found, offset: text.count + error.offset)
      }
      return output.bytes + [UInt8(ascii: "\n")]
    }
  }
}
