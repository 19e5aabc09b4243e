public import TransparencyLog
public import Vocabulary

/// Reads stored entries one after the other, for whoever verified them before, or wrote them.
public struct RecordedEntryReader {
  // Signers repeat from entry to entry; comparing bytes is cheaper than making strings.
  private var lastSigners: [String] = []

  /// A reader that has seen nothing.
  public init() {}

  /// The entry that these bytes are. Nothing is verified: neither hash nor chain nor signature.
  ///
  /// - Parameter position: where it is expected, for the error; the entry says its own.
  /// - Throws: `LedgerError.log` where the entry cannot be read.
  public mutating func decodeWithoutVerifying(
    _ bytes: UnsafeRawBufferPointer, at position: Position
  ) throws(LedgerError) -> RecordedEntry {
    do {
      let entry = try unsafe UnverifiedEntry(parsing: bytes)
      let octets = unsafe UnsafeRawBufferPointer(rebasing: bytes[entry.note])
      let note = try unsafe UnverifiedAuthorNote(parsing: octets)
      unsafe takeSigners(note, octets)
      return RecordedEntry(
        position: entry.position, recordedAt: entry.recordedAt, signers: lastSigners,
        events: try unsafe note.readEvents(in: octets))
    } catch { throw .log(reason: "position \(position): \(error)") }
  }

  private mutating func takeSigners(_ note: UnverifiedAuthorNote, _ bytes: UnsafeRawBufferPointer) {
    let lines = note.layout.signatures
    let isSame =
      lines.count == lastSigners.count
      && zip(lines, lastSigners).allSatisfy { line, name in
        unsafe name.utf8.elementsEqual(UnsafeRawBufferPointer(rebasing: bytes[line.name]))
      }
    guard !isSame else { return }
    lastSigners = lines.map { unsafe String(decoding: UnsafeRawBufferPointer(rebasing: bytes[$0.name]), as: UTF8.self) }
  }
}
