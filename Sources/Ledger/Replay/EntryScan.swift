import Cryptography
public import TransparencyLog
public import Vocabulary

/// An entry that was read, not verified, with the lines of its events.
public struct ScannedEntry: Sendable {
  public let entry: RecordedEntry
  /// The events' lines, verbatim.
  public let lines: [[UInt8]]

  /// The parts of an entry's bytes. Nothing is verified.
  ///
  /// - Throws: `LedgerError.log`, with `position`.
  init(_ bytes: [UInt8], at position: Position) throws(LedgerError) {
    do {
      let parts = try UnverifiedEntry(parsing: bytes)
      let octets = Array(bytes[parts.note])
      let note = try UnverifiedAuthorNote(parsing: octets)
      entry = RecordedEntry(
        position: parts.position, recordedAt: parts.recordedAt, signers: note.signers(in: octets),
        events: try note.readEvents(in: octets))
      lines = note.events.map { Array(octets[$0]) }
    } catch { throw .log(reason: "position \(position): \(error)") }
  }
}

/// Reads a log entry by entry, for whoever looks for something in it.
public struct EntryScan {
  private let source: any AuditSource

  /// A scan of `source`.
  public init(source: any AuditSource) { self.source = source }

  /// The entry at `position`, below `size`.
  ///
  /// - Throws: `LedgerError.log` where there is none, or it cannot be read.
  public func entry(at position: Position, size: TreeSize) throws(LedgerError) -> ScannedEntry {
    try ScannedEntry(try source.entry(at: position, size: size), at: position)
  }

  /// Calls `body` for each of the first `size` entries.
  ///
  /// - Throws: `LedgerError.log` where an entry cannot be read.
  public func run(size: TreeSize, _ body: (ScannedEntry) -> Void) throws(LedgerError) {
    var position = Position.first
    while size.contains(position) {
      let chunk = try source.read(from: position, limit: 1024, size: size)
      if let problem = chunk.problem, chunk.items.isEmpty { throw .log(reason: problem.description) }
      for item in chunk.items { body(try ScannedEntry(Array(chunk.bytes[item.range]), at: position)) }
      position = chunk.end
    }
  }
}
