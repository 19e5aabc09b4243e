import Cryptography
import TransparencyLog
public import Vocabulary

/// An entry that was read, not verified.
public struct ScannedEntry: Sendable {
  public let position: UInt64
  public let recordedAt: RecordedTime
  /// The name of the author's key.
  public let author: String
  public let events: [Event]
  /// The events' lines, verbatim.
  public let lines: [[UInt8]]

  /// The parts of an entry's bytes.
  ///
  /// - Throws: `LedgerError.log`, with `position`.
  init(_ bytes: [UInt8], at position: UInt64) throws(LedgerError) {
    do {
      let entry = try UnverifiedEntry(parsing: bytes)
      let octets = Array(bytes[entry.note])
      let note = try UnverifiedAuthorNote(parsing: octets)
      self.position = entry.position
      recordedAt = entry.recordedAt
      author = note.header.author
      events = try note.readEvents(in: octets)
      lines = note.events.map { Array(octets[$0]) }
    } catch { throw .log(reason: "position \(position): \(error)") }
  }
}

/// Reads a log entry by entry, for whoever looks for something in it.
public struct EntryScan {
  private let source: any AuditSource

  /// A scan of `source`.
  public init(source: any AuditSource) { self.source = source }

  /// Calls `body` for each of the first `size` entries.
  ///
  /// - Throws: `LedgerError.log` where an entry cannot be read.
  public func run(size: UInt64, _ body: (ScannedEntry) -> Void) throws(LedgerError) {
    var position: UInt64 = 0
    while position < size {
      let chunk = try source.read(from: position, limit: 1024, size: size)
      if let problem = chunk.problem, chunk.items.isEmpty { throw .log(reason: problem.description) }
      for item in chunk.items { body(try ScannedEntry(Array(chunk.bytes[item.range]), at: position)) }
      position = chunk.end
    }
  }
}
