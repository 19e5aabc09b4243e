/// Base64 of RFC 4648, section 4: standard alphabet, always padded, and one text for each sequence of bytes.
///
/// Decoding refuses everything that ``encode(_:)-(UnsafeRawBufferPointer)`` would not have written: white space, missing padding,
/// the URL alphabet and non-zero bits behind the last byte.
public enum Base64 {
  private static let alphabet: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// The length of the text for `byteCount` bytes.
  public static func encodedCount(_ byteCount: Int) -> Int { (byteCount + 2) / 3 * 4 }

  /// The text for `bytes`.
  public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
    let count = encodedCount(bytes.count)
    return unsafe String(unsafeUninitializedCapacity: count) { output in
      unsafe encode(bytes, into: UnsafeMutableRawBufferPointer(output))
      return count
    }
  }

  /// The text for `bytes`.
  public static func encode(_ bytes: [UInt8]) -> String {
    unsafe bytes.withUnsafeBytes { unsafe encode($0) }
  }

  /// The text for `bytes`.
  public static func encode(_ bytes: some Collection<UInt8>) -> String {
    let fast = bytes.withContiguousStorageIfAvailable { unsafe encode(UnsafeRawBufferPointer($0)) }
    return fast ?? encode(Array(bytes))
  }

  /// Appends the text for `bytes` to `output`.
  public static func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: encodedCount(bytes.count)))
    unsafe output.withUnsafeMutableBytes { unsafe encode(bytes, into: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
  }

  /// Appends the text for `bytes` to `output`.
  public static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe append($0, to: &output) }
  }

  /// Appends the 44 characters of `digest` to `output`.
  public static func append(_ digest: Digest, to output: inout [UInt8]) {
    unsafe digest.withUnsafeBytes { unsafe append($0, to: &output) }
  }

  /// Writes the text for `bytes` over the start of `output`.
  ///
  /// - Precondition: `output` has room for ``encodedCount(_:)`` characters.
  private static func encode(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) {
    precondition(output.count >= encodedCount(bytes.count))
    unsafe alphabet.withUnsafeBufferPointer { alphabet in
      var read = 0
      var write = 0
      while read + 3 <= bytes.count {
        let group = unsafe UInt32(bytes[read]) << 16 | UInt32(bytes[read + 1]) << 8 | UInt32(bytes[read + 2])
        unsafe output[write] = alphabet[Int(group >> 18)]
        unsafe output[write + 1] = alphabet[Int(group >> 12 & 63)]
        unsafe output[write + 2] = alphabet[Int(group >> 6 & 63)]
        unsafe output[write + 3] = alphabet[Int(group & 63)]
        read += 3
        write += 4
      }
      guard read < bytes.count else { return }
      let second = unsafe read + 1 < bytes.count ? bytes[read + 1] : nil
      let group = unsafe UInt32(bytes[read]) << 16 | UInt32(second ?? 0) << 8
      unsafe output[write] = alphabet[Int(group >> 18)]
      unsafe output[write + 1] = alphabet[Int(group >> 12 & 63)]
      unsafe output[write + 2] = second == nil ? padding : alphabet[Int(group >> 6 & 63)]
      unsafe output[write + 3] = padding
    }
  }
}
