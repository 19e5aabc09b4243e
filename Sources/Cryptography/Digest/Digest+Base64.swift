extension Digest {
  /// The digest that canonical padded base64 of exactly 44 characters spells, else nil (RFC 4648, section 4). Allocates nothing.
  public init?(base64 text: UnsafeRawBufferPointer) {
    guard text.count == Self.base64Count else { return nil }
    var decoded: Int?
    unsafe self.init(filling: { decoded = unsafe Base64.decode(text, into: $0) })
    guard decoded == Self.byteCount else { return nil }
  }

  /// The digest that canonical padded base64 of exactly 44 ASCII bytes spells, else nil.
  public init?(base64 text: some Collection<UInt8>) {
    let fast = text.withContiguousStorageIfAvailable { unsafe Digest(base64: UnsafeRawBufferPointer($0)) }
    guard let digest = unsafe fast ?? Array(text).withUnsafeBytes({ unsafe Digest(base64: $0) }) else { return nil }
    self = digest
  }

  /// The digest that canonical padded base64 of exactly 44 characters spells, else nil.
  public init?(base64 text: some StringProtocol) {
    self.init(base64: text.utf8)
  }

  /// Canonical padded base64 of 44 characters.
  public var base64: String { unsafe withUnsafeBytes { unsafe Base64.encode($0) } }
}
