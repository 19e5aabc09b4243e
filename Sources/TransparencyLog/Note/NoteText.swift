/// The characters that a note may hold: valid UTF-8 without control characters below U+0020 but the line feed.
enum NoteText {
  /// The first byte that breaks the rule.
  enum Fault: Equatable {
    case none
    case invalidUTF8(offset: Int)
    case controlCharacter(offset: Int)
  }

  /// The first fault in `bytes`. Reads eight bytes at once where they are plain ASCII.
  static func firstFault(in bytes: UnsafeRawBufferPointer) -> Fault {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var offset = 0
    while offset < bytes.count {
      if offset + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // Some bit 7 remains set where a byte is below 0x20 (first term) or above 0x7F (second).
        if ((word &- ones &* 0x20) & ~word | word) & (ones &* 0x80) == 0 {
          offset += 8
          continue
        }
      }
      let byte = unsafe bytes[offset]
      if byte < 0x80 {
        guard byte >= 0x20 || byte == NoteFormat.lineFeed else { return .controlCharacter(offset: offset) }
        offset += 1
      } else {
        let length = unsafe sequenceLength(at: offset, in: bytes)
        guard length > 0 else { return .invalidUTF8(offset: offset) }
        offset += length
      }
    }
    return .none
  }

  /// The length of the well-formed sequence of two to four bytes at `offset` (Unicode, table 3-7), or 0.
  private static func sequenceLength(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch unsafe bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= bytes.count, unsafe second.contains(bytes[offset + 1]) else { return 0 }
    for next in (offset + 2)..<max(offset + length, offset + 2) where unsafe bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
