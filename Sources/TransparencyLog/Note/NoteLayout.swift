/// Where the parts of a signed note lie in its bytes: the strict parse, without copying text or signatures.
public struct NoteLayout: Hashable, Sendable {
  /// The most bytes that are read: 1,000,000, as in other implementations.
  public static let maximumByteCount = 1_000_000
  /// The most signature lines that are read.
  public static let maximumSignatureCount = 100

  /// One signature line.
  public struct SignatureLine: Hashable, Sendable {
    /// The bytes of the key name.
    public let name: Range<Int>
    /// The bytes of the base64 text.
    public let encoded: Range<Int>
    /// The short identifier of the key.
    public let keyID: UInt32
    /// The number of signature bytes behind the key id: 64 for Ed25519.
    public let signatureByteCount: Int
  }

  /// The signed text, with its last line feed and without the blank line.
  public let text: Range<Int>
  /// The signature lines in order, at least one.
  public let signatures: [SignatureLine]

  /// The layout of the signed note that `bytes` are. Offsets count from the start of `bytes`.
  ///
  /// - Throws: ``NoteError``: every rule of C2SP signed-note is checked but the signatures themselves.
  public init(parsing bytes: UnsafeRawBufferPointer) throws(NoteError) {
    guard bytes.count <= Self.maximumByteCount else { throw .tooLarge(maximum: Self.maximumByteCount, found: bytes.count) }
    switch unsafe NoteText.firstFault(in: bytes) {
    case .none: break
    case .invalidUTF8(let offset): throw .invalidUTF8(offset: offset)
    case .controlCharacter(let offset): throw .controlCharacter(offset: offset)
    }
    guard unsafe bytes.last == NoteFormat.lineFeed else { throw .unterminated }
    guard let end = unsafe Self.endOfText(in: bytes), end + 1 < bytes.count else { throw .noSignatures }
    text = 0..<end
    var signatures: [SignatureLine] = []
    var start = end + 1
    while start < bytes.count {
      guard signatures.count < Self.maximumSignatureCount else {
        throw .tooManySignatures(maximum: Self.maximumSignatureCount)
      }
      var lineEnd = start
      while unsafe bytes[lineEnd] != NoteFormat.lineFeed { lineEnd += 1 }
      do {
        signatures.append(try unsafe SignatureLine(parsing: start..<lineEnd, of: bytes))
      } catch {
        throw .malformedSignature(line: signatures.count + 1, error)
      }
      start = lineEnd + 1
    }
    self.signatures = signatures
  }

  /// The offset of the blank line's own line feed: the last of two line feeds that follow each other.
  private static func endOfText(in bytes: UnsafeRawBufferPointer) -> Int? {
    var offset = bytes.count - 1
    while offset > 0 {
      if unsafe bytes[offset] == NoteFormat.lineFeed && bytes[offset - 1] == NoteFormat.lineFeed { return offset }
      offset -= 1
    }
    return nil
  }
}
