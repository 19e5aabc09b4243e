extension JSONGrammar {
  /// Moves behind the string at the cursor and gives its content, escapes undone, byte by byte as UTF-8.
  static func string(_ cursor: inout EventCursor, _ emit: (UInt8) -> Void) throws(EventError) {
    cursor.position += 1
    while let byte = cursor.next {
      switch byte {
      case UInt8(ascii: "\""):
        cursor.position += 1
        return
      case UInt8(ascii: "\\"):
        try escape(&cursor, emit)
      case 0..<0x20, 0x7f:
        throw refused(.controlCharacter, at: cursor.position)
      case 0..<0x80:
        emit(byte)
        cursor.position += 1
      default:
        let count = scalarLength(cursor)
        guard count > 0 else { throw refused(.invalidUTF8, at: cursor.position) }
        for _ in 0..<count {
          emit(cursor.byte(at: cursor.position))
          cursor.position += 1
        }
      }
    }
    throw EventError(.punctuation(.quotationMark), found: .endOfLine, at: cursor.end, category: .malformed)
  }

  private static func refused(_ found: EventError.Found, at offset: Int) -> EventError {
    EventError(.plainString, found: found, at: offset, category: .malformed)
  }

  /// Bytes of the well-formed UTF-8 sequence at the cursor (Unicode 15, table 3-7), or 0.
  private static func scalarLength(_ cursor: EventCursor) -> Int {
    let offset = cursor.position
    let lead = cursor.byte(at: offset)
    let (count, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xc2...0xdf: (2, 0x80...0xbf)
      case 0xe0: (3, 0xa0...0xbf)
      case 0xed: (3, 0x80...0x9f)
      case 0xe1...0xef: (3, 0x80...0xbf)
      case 0xf0: (4, 0x90...0xbf)
      case 0xf1...0xf3: (4, 0x80...0xbf)
      case 0xf4: (4, 0x80...0x8f)
      default: (0, 0...0)
      }
    guard count > 0, offset + count <= cursor.end, second.contains(cursor.byte(at: offset + 1)) else { return 0 }
    for index in 2..<max(2, count) where cursor.byte(at: offset + index) & 0xc0 != 0x80 { return 0 }
    return count
  }

  /// One escape: the control characters that JSON can name are refused like those that it cannot.
  private static func escape(_ cursor: inout EventCursor, _ emit: (UInt8) -> Void) throws(EventError) {
    let offset = cursor.position
    cursor.position += 1
    switch cursor.next {
    case UInt8(ascii: "\"")?, UInt8(ascii: "\\")?, UInt8(ascii: "/")?:
      emit(cursor.byte(at: cursor.position))
      cursor.position += 1
    case UInt8(ascii: "b")?, UInt8(ascii: "f")?, UInt8(ascii: "n")?, UInt8(ascii: "r")?, UInt8(ascii: "t")?:
      throw refused(.controlCharacter, at: offset)
    case UInt8(ascii: "u")?:
      cursor.position += 1
      let scalar = try escapedScalar(&cursor, from: offset)
      guard scalar.value >= 0x20, scalar.value != 0x7f else { throw refused(.controlCharacter, at: offset) }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { emit(byte) }
    default:
      throw refused(.invalidEscape, at: offset)
    }
  }

  private static func escapedScalar(_ cursor: inout EventCursor, from offset: Int) throws(EventError) -> Unicode.Scalar {
    let first = try escapedUnit(&cursor, from: offset)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xdc00, cursor.take("\\u") else { throw refused(.loneSurrogate, at: offset) }
    let second = try escapedUnit(&cursor, from: offset)
    guard (0xdc00...0xdfff).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { throw refused(.loneSurrogate, at: offset) }
    return scalar
  }

  private static func escapedUnit(_ cursor: inout EventCursor, from offset: Int) throws(EventError) -> UInt32 {
    guard cursor.position + 4 <= cursor.end else { throw refused(.invalidEscape, at: offset) }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let byte = cursor.byte(at: cursor.position)
      let lower = byte | 0x20
      let digit: UInt8 =
        if byte &- UInt8(ascii: "0") < 10 {
          byte - UInt8(ascii: "0")
        } else if lower &- UInt8(ascii: "a") < 6 {
          lower - UInt8(ascii: "a") + 10
        } else {
          throw refused(.invalidEscape, at: offset)
        }
      unit = unit << 4 | UInt32(digit)
      cursor.position += 1
    }
    return unit
  }
}
