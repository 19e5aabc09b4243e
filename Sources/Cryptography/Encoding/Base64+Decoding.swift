extension Base64 {
  /// For each byte its value in the alphabet, or 255.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, character) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
      values[Int(character)] = UInt8(value)
    }
    return values
  }()

  /// The number of bytes that a text of this shape spells, or nil where its length or padding is wrong. Looks at the last two characters
  /// only.
  public static func decodedCount(_ text: UnsafeRawBufferPointer) -> Int? {
    guard text.count % 4 == 0 else { return nil }
    guard unsafe !text.isEmpty else { return 0 }
    let padding = UInt8(ascii: "=")
    let whole = text.count / 4 * 3
    guard unsafe text[text.count - 1] == padding else { return whole }
    return unsafe text[text.count - 2] == padding ? whole - 2 : whole - 1
  }

  /// The bytes that canonical `text` spells, else nil.
  public static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let count = unsafe decodedCount(text) else { return nil }
    var isCanonical = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      unsafe output.initialize(repeating: 0)
      isCanonical = unsafe decode(text, into: UnsafeMutableRawBufferPointer(output)) == count
      initialized = count
    }
    return isCanonical ? bytes : nil
  }

  /// The bytes that canonical `text` spells, else nil.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    decode(text.utf8)
  }

  /// The bytes that canonical ASCII `text` spells, else nil.
  public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    let fast = text.withContiguousStorageIfAvailable { unsafe decode(UnsafeRawBufferPointer($0)) }
    return unsafe fast ?? Array(text).withUnsafeBytes { unsafe decode($0) }
  }

  /// Whether `text` is canonical, without keeping what it spells.
  public static func isCanonical(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let count = unsafe decodedCount(text) else { return false }
    return unsafe scan(text, decodedCount: count, output: nil)
  }

  /// Writes what canonical `text` spells to the start of `output` and returns the number of bytes. Allocates nothing.
  ///
  /// Returns nil where `text` is not canonical (`output` may then hold some bytes) or does not fit.
  public static func decode(_ text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
    guard let count = unsafe decodedCount(text), count <= output.count else { return nil }
    return unsafe scan(text, decodedCount: count, output: output.baseAddress) ? count : nil
  }

  /// Checks every character, and stores the bytes where there is an output with room for them.
  private static func scan(
    _ text: UnsafeRawBufferPointer, decodedCount count: Int, output: UnsafeMutableRawPointer?
  ) -> Bool {
    unsafe values.withUnsafeBufferPointer { values in
      var read = 0
      var write = 0
      // Values above 63 have bit 7 or 6 set: they are gathered and looked at once a group.
      while write + 3 <= count {
        let a = unsafe values[Int(text[read])]
        let b = unsafe values[Int(text[read + 1])]
        let c = unsafe values[Int(text[read + 2])]
        let d = unsafe values[Int(text[read + 3])]
        guard (a | b | c | d) < 64 else { return false }
        if let output = unsafe output {
          unsafe output.storeBytes(of: a << 2 | b >> 4, toByteOffset: write, as: UInt8.self)
          unsafe output.storeBytes(of: b << 4 | c >> 2, toByteOffset: write + 1, as: UInt8.self)
          unsafe output.storeBytes(of: c << 6 | d, toByteOffset: write + 2, as: UInt8.self)
        }
        read += 4
        write += 3
      }
      guard write < count else { return true }
      let a = unsafe values[Int(text[read])]
      let b = unsafe values[Int(text[read + 1])]
      let c = count - write == 2 ? unsafe values[Int(text[read + 2])] : 0
      guard (a | b | c) < 64 else { return false }
      // The bits behind the last byte must be zero, or the same bytes would have several texts.
      guard count - write == 2 ? c & 3 == 0 : b & 15 == 0 else { return false }
      if let output = unsafe output {
        unsafe output.storeBytes(of: a << 2 | b >> 4, toByteOffset: write, as: UInt8.self)
        if count - write == 2 { unsafe output.storeBytes(of: b << 4 | c >> 2, toByteOffset: write + 1, as: UInt8.self) }
      }
      return true
    }
  }
}
