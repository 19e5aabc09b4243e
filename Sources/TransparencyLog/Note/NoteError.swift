/// Why bytes are not a signed note, or a note is not signed as it must be. Offsets are bytes, lines count from 1.
public enum NoteError: Error, Equatable, Sendable {
  /// The note has `found` bytes; at most `maximum` are read.
  case tooLarge(maximum: Int, found: Int)
  /// The bytes at `offset` are not UTF-8.
  case invalidUTF8(offset: Int)
  /// A control character other than the line feed stands at `offset`.
  case controlCharacter(offset: Int)
  /// There is no blank line with at least one signature line after it.
  case noSignatures
  /// The note does not end in a line feed.
  case unterminated
  /// There are more than `maximum` signature lines.
  case tooManySignatures(maximum: Int)
  /// Signature line `line` is not `— name base64`.
  case malformedSignature(line: Int, SignatureFault)
  /// None of the signatures is by a known key.
  case noKnownKey
  /// A known key did not make the signature that bears its name and id.
  case invalidSignature(KeyName, keyID: UInt32)
  /// A known key has more than one signature line.
  case duplicateSignature(KeyName, keyID: UInt32)
  /// A text to be signed ends in a line feed.
  case textUnterminated

  /// What is wrong with a signature line.
  public enum SignatureFault: Error, Equatable, Sendable {
    /// It does not begin with an em dash and a space.
    case prefix
    /// The key name is missing or not allowed.
    case name
    /// What follows the name is not canonical base64.
    case base64
    /// Fewer than five bytes: no room for a key id and a signature.
    case tooShort
  }
}

extension NoteError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let maximum, let found): "a note of at most \(maximum) bytes was expected, found \(found)"
    case .invalidUTF8(let offset): "byte \(offset) of the note is not UTF-8"
    case .controlCharacter(let offset): "a control character at byte \(offset) of the note"
    case .noSignatures: "the note has no blank line followed by signatures"
    case .unterminated: "the note does not end in a line feed"
    case .tooManySignatures(let maximum): "the note has more than \(maximum) signatures"
    case .malformedSignature(let line, let fault): "signature line \(line): \(fault.expectation)"
    case .noKnownKey: "none of the signatures is by a known key"
    case .invalidSignature(let name, let keyID): "the signature of \(name) (\(KeyID.text(keyID))) does not fit the text"
    case .duplicateSignature(let name, let keyID): "\(name) (\(KeyID.text(keyID))) signed more than once"
    case .textUnterminated: "a text to be signed must end in a line feed"
    }
  }
}

extension NoteError.SignatureFault {
  fileprivate var expectation: String {
    switch self {
    case .prefix: "expected an em dash and a space"
    case .name: "expected a key name without white space or '+'"
    case .base64: "expected canonical base64"
    case .tooShort: "expected at least five bytes"
    }
  }
}
