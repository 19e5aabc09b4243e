/// Reads strict JSON from memory that the caller keeps alive, one byte after the other, without making strings or objects.
///
/// Every access is checked against the end. Errors carry the offset only; ``EventReader`` adds the JSON Pointer.
@safe struct EventCursor {
  private let start: UnsafePointer<UInt8>
  /// The number of bytes.
  let end: Int
  /// The next byte to read.
  var position: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    // An empty line has no address; any will do, since nothing is read at or behind `end`.
    unsafe start = bytes.assumingMemoryBound(to: UInt8.self).baseAddress ?? Self.nowhere
    end = bytes.count
    position = 0
  }

  private static var nowhere: UnsafePointer<UInt8> { unsafe ("" as StaticString).utf8Start }

  /// The next byte, or nil at the end.
  @inline(__always)
  var next: UInt8? { position < end ? unsafe start[position] : nil }

  /// The bytes in a range, which must lie within the line.
  @inline(__always)
  func text(from lower: Int, count: Int) -> RawText {
    precondition(lower >= 0 && count >= 0 && lower + count <= end)
    return unsafe RawText(start: start + lower, count: count)
  }

  /// The byte at `offset`, which must lie within the line.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < end)
    return unsafe start[offset]
  }

  /// The offset of the first `byte` from `offset` on, or the end.
  func firstOffset(of byte: UInt8, from offset: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var offset = offset
    while offset + 8 <= end {
      let rest = text(from: offset, count: 8).word64(at: 0) ^ ones &* UInt64(byte)
      // The lowest marked byte is exact; bytes above it may be marked wrongly by a borrow.
      let hits = (rest &- ones) & ~rest & (ones &* 0x80)
      if hits != 0 { return offset + hits.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end, self.byte(at: offset) != byte { offset += 1 }
    return offset
  }

  /// Moves behind `literal` if it comes next.
  @inline(__always)
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard end - position >= count, unsafe ByteComparison.areEqual(start + position, literal.utf8Start, count: count)
    else { return false }
    position += count
    return true
  }

  /// Moves behind `byte` if it comes next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, unsafe start[position] == byte else { return false }
    position += 1
    return true
  }

  /// What begins at the cursor, for an error message.
  func kindOfNext() -> EventError.Found {
    guard let next else { return .endOfLine }
    switch next {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string(bytes: closingQuote(from: position + 1) - position - 1)
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer
    case 0x20, 0x09, 0x0a, 0x0d: return .whiteSpace
    case 0xef: return .byteOrderMark
    case 0..<0x20, 0x7f: return .controlCharacter
    default: return .strayByte
    }
  }

  /// The offset of the quotation mark that ends the string whose content begins at `offset`, or the end.
  func closingQuote(from offset: Int) -> Int {
    var offset = offset
    while offset < end {
      let byte = byte(at: offset)
      if byte == UInt8(ascii: "\"") { return offset }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return end
  }

  func mismatch(_ expected: EventError.Expected) -> EventError {
    EventError(expected, found: kindOfNext(), at: position)
  }
}
