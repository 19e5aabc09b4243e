/// The constants of C2SP signed-note.
enum NoteFormat {
  static let lineFeed = UInt8(ascii: "\n")
  /// Em dash and space.
  static let signaturePrefix: [UInt8] = [0xE2, 0x80, 0x94, 0x20]
  /// The key id and at least one byte of signature.
  static let minimumSignatureByteCount = 5
}
