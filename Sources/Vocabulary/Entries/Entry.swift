public import Cryptography
public import TransparencyLog

/// What the log stores and hashes: a position, a time, the leaf hash of the entry before, and an author note verbatim (SPEC 4).
///
///     amanah/entry/v1
///     <position>
///     <recordedAt>
///     <base64 of the previous leaf hash>
///
///     <author note>
public enum Entry {
  /// Line 1, which no other signed or hashed text of this program begins with.
  public static let domain = "amanah/entry/v1"
  /// The most bytes of an entry: what a length of two bytes can tell.
  public static let maximumByteCount = EntryBundle.maximumEntryByteCount

  /// The bytes of an entry. Law: ``UnverifiedEntry/init(parsing:)`` gives back every part.
  ///
  /// - Parameter previous: the leaf hash of the entry before; ``Digest/zero`` at position 0.
  /// - Throws: ``EntryError/tooLarge(maximum:found:)``, ``EntryError/position`` above 2^53 − 1, ``EntryError/emptyNote``.
  public static func encode(
    position: Position, recordedAt: RecordedTime, previous: Digest, note: UnsafeRawBufferPointer
  ) throws(EntryError) -> [UInt8] {
    guard position.rawValue <= JSONGrammar.largestInteger else { throw .position }
    guard note.count > 0 else { throw .emptyNote }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128 + note.count)
    bytes.append(contentsOf: "\(domain)\n\(position)\n".utf8)
    recordedAt.append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    Base64.append(previous, to: &bytes)
    bytes.append(contentsOf: "\n\n".utf8)
    unsafe bytes.append(contentsOf: note)
    guard bytes.count <= maximumByteCount else { throw .tooLarge(maximum: maximumByteCount, found: bytes.count) }
    return bytes
  }

  /// The bytes of an entry; see ``encode(position:recordedAt:previous:note:)-(_,_,_,UnsafeRawBufferPointer)``.
  ///
  /// - Throws: ``EntryError``.
  public static func encode(
    position: Position, recordedAt: RecordedTime, previous: Digest, note: [UInt8]
  ) throws(EntryError) -> [UInt8] {
    try unsafe note.withUnsafeBufferPointer { (note) throws(EntryError) in
      try unsafe encode(position: position, recordedAt: recordedAt, previous: previous, note: UnsafeRawBufferPointer(note))
    }
  }
}
