/// A code that already exists outside the ledger: 1 to 39 of the characters `A-Z a-z 0-9 . _ / -`, the first a letter or a digit.
///
/// Held inline, so that copying, comparing and hashing neither count references nor follow pointers. Ordered bytewise.
public struct Code: Hashable, Sendable {
  /// The longest code, in characters.
  public static let maximumCount = 39

  // The characters from the most significant byte on, zeros behind them, and the count in the last byte.
  @usableFromInline let word0: UInt64
  @usableFromInline let word1: UInt64
  @usableFromInline let word2: UInt64
  @usableFromInline let word3: UInt64
  @usableFromInline let word4: UInt64

  @inline(__always)
  init(unchecked word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64, _ word4: UInt64) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
    self.word4 = word4
  }

  /// The characters, eight a word from its most significant byte on, zeros behind the last.
  public var words: (UInt64, UInt64, UInt64, UInt64, UInt64) { (word0, word1, word2, word3, word4 & ~0xff) }

  /// The code with so many characters in its ``words``, or nil where these are not a code's.
  public init?(count: Int, words: (UInt64, UInt64, UInt64, UInt64, UInt64)) {
    guard (1...Self.maximumCount).contains(count), CodeAlphabet.isAlphanumeric(UInt8(truncatingIfNeeded: words.0 >> 56)) else {
      return nil
    }
    func holds(_ word: UInt64, _ used: Int) -> Bool {
      if used <= 0 { return word == 0 }
      guard used < 8 else { return CodeAlphabet.countOfLeading(word.byteSwapped) == 8 }
      return CodeAlphabet.countOfLeading(word.byteSwapped) >= used && word << UInt64(8 * used) == 0
    }
    guard holds(words.0, count), holds(words.1, count - 8), holds(words.2, count - 16), holds(words.3, count - 24),
      holds(words.4, count - 32)
    else { return nil }
    self.init(unchecked: words.0, words.1, words.2, words.3, words.4 | UInt64(count))
  }

  /// Number of characters.
  public var count: Int { Int(word4 & 0xff) }

  @inlinable public static func == (left: Code, right: Code) -> Bool {
    left.word0 == right.word0 && left.word4 == right.word4 && left.word1 == right.word1 && left.word2 == right.word2
      && left.word3 == right.word3
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(word0)
    // Equal codes have equal counts, so both stop at the same word.
    if word4 & 0xff > 8 {
      hasher.combine(word1)
      if word4 & 0xff > 16 {
        hasher.combine(word2)
        hasher.combine(word3)
      }
    }
    hasher.combine(word4)
  }
}

extension Code: Comparable {
  @inlinable public static func < (left: Code, right: Code) -> Bool {
    if left.word0 != right.word0 { return left.word0 < right.word0 }
    if left.word1 != right.word1 { return left.word1 < right.word1 }
    if left.word2 != right.word2 { return left.word2 < right.word2 }
    if left.word3 != right.word3 { return left.word3 < right.word3 }
    return left.word4 < right.word4
  }
}

extension Code: LosslessStringConvertible {
  /// The code with these characters, or nil where they are not those of a code.
  public init?(_ description: String) {
    guard let value = RawText.with(description, { Code($0) }) else { return nil }
    self = value
  }

  init?(_ text: RawText) {
    guard text.count > 0, text.count <= Self.maximumCount, CodeAlphabet.isAlphanumeric(text[0]) else { return nil }
    var valid = true
    func word(_ index: Int) -> UInt64 {
      let characters = text.partialWord(at: index * 8)
      let used = min(8, max(0, text.count - index * 8))
      valid = valid && CodeAlphabet.countOfLeading(characters) >= used
      return characters.byteSwapped
    }
    self.init(unchecked: word(0), word(1), word(2), word(3), word(4) | UInt64(text.count))
    guard valid else { return nil }
  }

  /// The characters.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    var rest = count
    for word in [word0, word1, word2, word3, word4] {
      var characters = word
      for _ in 0..<min(8, rest) {
        characters = characters << 8 | characters >> 56
        text.append(UInt8(truncatingIfNeeded: characters))
      }
      rest -= 8
      guard rest > 0 else { return }
    }
  }
}
