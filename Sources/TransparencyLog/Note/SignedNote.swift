/// A text with the signatures of one or more keys (C2SP signed-note), kept as the bytes that were read or written.
///
/// Parsing checks the form only; nothing of the text may be believed before ``verify(with:)``.
public struct SignedNote: Hashable, Sendable {
  /// The whole note, verbatim.
  public let bytes: [UInt8]
  /// Where its parts are.
  public let layout: NoteLayout

  /// The note that `bytes` are.
  ///
  /// - Throws: ``NoteError`` for anything that is not exactly of the form.
  public init(parsing bytes: [UInt8]) throws(NoteError) {
    layout = try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(NoteError) in
      try unsafe NoteLayout(parsing: UnsafeRawBufferPointer(buffer))
    }
    self.bytes = bytes
  }

  /// The note of `text` with `signatures`, which are not verified.
  ///
  /// - Throws: ``NoteError/textUnterminated`` where the text does not end in a line feed; ``NoteError`` where the result would
  ///   not parse.
  public init(text: [UInt8], signatures: [NoteSignature]) throws(NoteError) {
    guard text.last == NoteFormat.lineFeed else { throw .textUnterminated }
    var bytes = text
    bytes.append(NoteFormat.lineFeed)
    for signature in signatures { signature.append(to: &bytes) }
    try self.init(parsing: bytes)
  }

  /// The note of `text`, signed by each of `signers` in order.
  ///
  /// - Throws: as ``init(text:signatures:)``.
  public static func sign(_ text: [UInt8], with signers: [SignerKey]) throws(NoteError) -> SignedNote {
    try SignedNote(text: text, signatures: signers.map { $0.sign(text) })
  }

  /// The signed text, which ends in a line feed.
  public var text: ArraySlice<UInt8> { bytes[layout.text] }

  /// All signatures in order, verified or not.
  public var signatures: [NoteSignature] {
    unsafe bytes.withUnsafeBytes { buffer in
      layout.signatures.compactMap { line in
        guard let name = unsafe KeyName(utf8: UnsafeRawBufferPointer(rebasing: buffer[line.name])) else { return nil }
        let signature = unsafe line.withSignature(in: buffer) { unsafe [UInt8]($0) }
        return NoteSignature(name: name, keyID: line.keyID, signature: signature)
      }
    }
  }

  /// The same note with more signatures behind the present ones, which keep their bytes.
  ///
  /// - Throws: ``NoteError`` where the result would not parse.
  public func adding(_ signatures: [NoteSignature]) throws(NoteError) -> SignedNote {
    var bytes = bytes
    for signature in signatures { signature.append(to: &bytes) }
    return try SignedNote(parsing: bytes)
  }
}
