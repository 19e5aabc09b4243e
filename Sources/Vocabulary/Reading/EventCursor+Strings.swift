extension EventCursor {
  /// What `parse` makes of the string at the cursor, its escapes undone.
  ///
  /// `parse` sees the bytes between the quotation marks. It must refuse all that is not ASCII without control characters, or
  /// check it: nothing else does.
  @inline(__always)
  mutating func string<Result>(
    _ parse: (RawText) -> Result?, orElse expected: () -> EventError.Expected
  ) throws(EventError) -> Result {
    guard next == UInt8(ascii: "\"") else { throw mismatch(expected()) }
    let first = position + 1
    guard let last = plainEnd(from: first) else { return try escapedString(parse, orElse: expected) }
    guard let result = parse(text(from: first, count: last - first)) else { throw mismatch(expected()) }
    position = last + 1
    return result
  }

  /// A string of exactly `count` characters, tried in place first.
  @inline(__always)
  mutating func fixedString<Result>(
    count: Int, _ parse: (RawText) -> Result?, orElse expected: EventError.Expected
  ) throws(EventError) -> Result {
    if position + count + 2 <= end, byte(at: position) == UInt8(ascii: "\""),
      byte(at: position + count + 1) == UInt8(ascii: "\""),
      let result = parse(text(from: position + 1, count: count))
    {
      position += count + 2
      return result
    }
    return try string(parse, orElse: { expected })
  }

  /// The offset of the closing quotation mark, or nil if a backslash comes first or there is none.
  @inline(__always)
  private func plainEnd(from offset: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var offset = offset
    while offset < end {
      let rest = text(from: offset, count: min(8, end - offset))
      let word = rest.partialWord(at: 0)
      let quote = word ^ ones &* 0x22
      let escape = word ^ ones &* 0x5c
      // The lowest marked byte is exact; bytes above it may be marked wrongly by a borrow.
      let hits = ((quote &- ones) & ~quote | (escape &- ones) & ~escape) & tops
      if hits != 0 {
        let found = offset + hits.trailingZeroBitCount / 8
        return byte(at: found) == UInt8(ascii: "\"") ? found : nil
      }
      offset += 8
    }
    return nil
  }

  /// The general way: undoes escapes into memory of its own.
  @inline(never)
  private mutating func escapedString<Result>(
    _ parse: (RawText) -> Result?, orElse expected: () -> EventError.Expected
  ) throws(EventError) -> Result {
    let start = position
    var content: [UInt8] = []
    try JSONGrammar.string(&self) { content.append($0) }
    let result = unsafe content.withUnsafeBufferPointer { buffer -> Result? in
      guard let address = buffer.baseAddress else { return nil }
      return unsafe parse(RawText(start: address, count: buffer.count))
    }
    guard let result else {
      position = start
      throw mismatch(expected())
    }
    return result
  }
}
