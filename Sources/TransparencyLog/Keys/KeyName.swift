/// The name of a key in a signed note: not empty, without Unicode white space, control characters or `+` (C2SP signed-note).
public struct KeyName: Sendable {
  /// The name.
  public let text: String

  /// The name with this text.
  ///
  /// - Throws: ``KeyTextError/invalidName``.
  public init(_ text: String) throws(KeyTextError) {
    var text = text
    let isValid = text.withUTF8 { unsafe KeyName.isValid(UnsafeRawBufferPointer($0)) }
    guard isValid else { throw .invalidName }
    self.text = text
  }

  /// The name with these UTF-8 bytes, or nil where they are none.
  public init?(utf8 bytes: UnsafeRawBufferPointer) {
    guard unsafe KeyName.isValid(bytes), let text = unsafe String(validating: bytes, as: UTF8.self) else { return nil }
    self.text = text
  }

  /// Whether `bytes`, valid UTF-8, may be a key name.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard unsafe !bytes.isEmpty else { return false }
    var isASCII = true
    for offset in 0..<bytes.count {
      let byte = unsafe bytes[offset]
      guard byte > 0x20, byte != UInt8(ascii: "+") else { return false }
      if byte >= 0x80 { isASCII = false }
    }
    if isASCII { return true }
    guard let text = unsafe String(validating: bytes, as: UTF8.self) else { return false }
    return !text.unicodeScalars.contains { $0.properties.isWhitespace }
  }

  /// Whether the name consists of exactly these bytes.
  public func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    unsafe withBytes { unsafe $0.elementsEqual(bytes) }
  }
}

extension KeyName: Hashable {
  /// By UTF-8 bytes: two spellings that Unicode calls equivalent are two names.
  public static func == (left: KeyName, right: KeyName) -> Bool {
    unsafe left.withBytes { left in unsafe right.withBytes { unsafe left.elementsEqual($0) } }
  }
  public func hash(into hasher: inout Hasher) {
    unsafe withBytes { unsafe hasher.combine(bytes: $0) }
  }

  /// Calls `body` with the UTF-8 bytes, in place for every name that was made here.
  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var text = text
    return text.withUTF8 { unsafe body(UnsafeRawBufferPointer($0)) }
  }
}

extension KeyName: Comparable, CustomStringConvertible {
  /// By UTF-8 bytes.
  public static func < (left: KeyName, right: KeyName) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
  /// The name.
  public var description: String { text }
}
