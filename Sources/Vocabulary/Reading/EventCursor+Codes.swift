extension EventCursor {
  /// The code at the cursor if it has no escapes and does not stand at the very end of the line, else nil and nothing moves.
  ///
  /// One pass: the first character outside the alphabet must be the closing quotation mark.
  @inline(__always)
  mutating func codeInPlace() -> Code? {
    let first = position + 1
    guard first + 40 <= end, byte(at: position) == UInt8(ascii: "\"") else { return nil }
    let characters = text(from: first, count: 40)
    let a = Self.chunk(characters, at: 0)
    if a.count < 8 { return finish(a.count, a.word, 0, 0, 0, 0) }
    let b = Self.chunk(characters, at: 8)
    if b.count < 8 { return finish(8 + b.count, a.word, b.word, 0, 0, 0) }
    let c = Self.chunk(characters, at: 16)
    if c.count < 8 { return finish(16 + c.count, a.word, b.word, c.word, 0, 0) }
    let d = Self.chunk(characters, at: 24)
    if d.count < 8 { return finish(24 + d.count, a.word, b.word, c.word, d.word, 0) }
    let e = Self.chunk(characters, at: 32)
    guard e.count < 8 else { return nil }
    return finish(32 + e.count, a.word, b.word, c.word, d.word, e.word)
  }

  /// The characters of the alphabet that eight bytes begin with, the first the most significant, and their number.
  @inline(__always)
  private static func chunk(_ characters: RawText, at offset: Int) -> (word: UInt64, count: Int) {
    let word = characters.word64(at: offset)
    let count = CodeAlphabet.countOfLeading(word)
    guard count < 8 else { return (word.byteSwapped, 8) }
    return (word.byteSwapped & ~(UInt64.max &>> UInt64(8 * count)), count)
  }

  @inline(__always)
  private mutating func finish(
    _ count: Int, _ word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64, _ word4: UInt64
  ) -> Code? {
    let first = position + 1
    guard count > 0, byte(at: first + count) == UInt8(ascii: "\""), CodeAlphabet.isAlphanumeric(byte(at: first)) else {
      return nil
    }
    position = first + count + 1
    return Code(unchecked: word0, word1, word2, word3, word4 | UInt64(count))
  }
}
