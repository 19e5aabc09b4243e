/// The characters of one string in memory that somebody else keeps alive: valid only inside the call that handed it out.
///
/// Every access is checked against `count`.
@safe struct RawText {
  private let start: UnsafePointer<UInt8>
  /// Bytes.
  let count: Int

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// Calls `body` with the UTF-8 of `text`.
  static func with<Result>(_ text: String, _ body: (RawText) -> Result?) -> Result? {
    var text = text
    return text.withUTF8 { buffer in
      guard let start = buffer.baseAddress else { return nil }
      return unsafe body(RawText(start: start, count: buffer.count))
    }
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }

  /// The eight bytes from `offset` as they lie in memory, little-endian.
  @inline(__always)
  func word64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count)
    return unsafe UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The four bytes from `offset` as they lie in memory, little-endian.
  @inline(__always)
  func word32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= count)
    return unsafe UInt32(littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Up to eight bytes from `offset`, little-endian, zeros behind the end.
  @inline(__always)
  func partialWord(at offset: Int) -> UInt64 {
    if offset + 8 <= count { return word64(at: offset) }
    var word: UInt64 = 0
    var index = count - 1
    while index >= offset {
      word = unsafe word << 8 | UInt64(start[index])
      index -= 1
    }
    return word
  }

  /// Whether these are the characters of `literal`.
  @inline(__always)
  func equals(_ literal: StaticString) -> Bool {
    unsafe count == literal.utf8CodeUnitCount
      && ByteComparison.areEqual(start, literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  var buffer: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: start, count: count) }
}

/// Equality of bytes by words; with a constant count the compiler unrolls it and folds a literal's words into the code.
enum ByteComparison {
  @inline(__always)
  static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    let left = unsafe UnsafeRawPointer(left)
    let right = unsafe UnsafeRawPointer(right)
    var index = 0
    while index + 8 <= count {
      guard
        unsafe left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    if index + 4 <= count {
      guard
        unsafe left.loadUnaligned(fromByteOffset: index, as: UInt32.self)
          == right.loadUnaligned(fromByteOffset: index, as: UInt32.self)
      else { return false }
      index += 4
    }
    while index < count {
      guard unsafe left.load(fromByteOffset: index, as: UInt8.self) == right.load(fromByteOffset: index, as: UInt8.self)
      else { return false }
      index += 1
    }
    return true
  }
}

extension RawText {
  /// The `count` bytes from `offset`.
  func part(_ offset: Int, _ count: Int) -> RawText {
    precondition(offset >= 0 && count >= 0 && offset + count <= self.count)
    return unsafe RawText(start: start + offset, count: count)
  }

  /// A copy as a string; for text known to be UTF-8.
  var string: String { unsafe String(decoding: buffer, as: UTF8.self) }
}
