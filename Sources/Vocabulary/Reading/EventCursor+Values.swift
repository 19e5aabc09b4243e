import Cryptography

extension EventCursor {
  /// `true` or `false`.
  @inline(__always)
  mutating func boolean() throws(EventError) -> Bool {
    if take("true") { return true }
    if take("false") { return false }
    throw mismatch(.boolean)
  }

  /// An integer in `range`, which lies within ±(2^53 − 1).
  @inline(__always)
  mutating func integer(in range: ClosedRange<Int>) throws(EventError) -> Int {
    let offset = position
    let isNegative = take(UInt8(ascii: "-"))
    let digitsStart = position
    var value = 0
    // Sixteen digits cannot overflow, and 2^53 − 1 has sixteen.
    while position < end, position - digitsStart < 16, byte(at: position) &- UInt8(ascii: "0") < 10 {
      value = value &* 10 &+ Int(byte(at: position) &- UInt8(ascii: "0"))
      position += 1
    }
    let count = position - digitsStart
    let hasLeadingZero = count > 0 && byte(at: digitsStart) == UInt8(ascii: "0") && (count > 1 || isNegative)
    guard count > 0, !hasLeadingZero, !continuesNumber else { throw notInteger(in: range, at: offset) }
    let signed = isNegative ? -value : value
    guard range.contains(signed) else { throw EventError(.integer(range), found: .outOfRange, at: offset) }
    return signed
  }

  /// Whether the next byte would belong to the number before it.
  @inline(__always)
  private var continuesNumber: Bool {
    guard let next else { return false }
    return next &- UInt8(ascii: "0") < 10 || next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e")
  }

  @inline(never)
  private func notInteger(in range: ClosedRange<Int>, at offset: Int) -> EventError {
    var cursor = self
    cursor.position = offset
    do throws(EventError) {
      try JSONGrammar.integer(&cursor)
      cursor.position = offset
      return cursor.mismatch(.integer(range))
    } catch {
      return EventError(.integer(range), found: error.expected == .value ? cursor.kindOfNext() : error.found, at: offset)
    }
  }

  /// A text of so many Unicode scalars without control characters.
  mutating func text(_ limits: ClosedRange<Int>) throws(EventError) -> String {
    let offset = position
    guard next == UInt8(ascii: "\"") else { throw mismatch(.text(limits)) }
    var content: [UInt8] = []
    var scalars = 0
    try JSONGrammar.string(&self) { byte in
      content.append(byte)
      // Every byte but a continuation begins a scalar.
      if byte & 0xc0 != 0x80 { scalars += 1 }
    }
    guard limits.contains(scalars) else { throw EventError(.text(limits), found: .text(scalars: scalars), at: offset) }
    return String(decoding: content, as: UTF8.self)
  }

  /// The bytes of a base64 text of so many characters.
  mutating func base64(_ limits: ClosedRange<Int>) throws(EventError) -> [UInt8] {
    try string(
      { text in unsafe limits.contains(text.count) ? Base64.decode(text.buffer) : nil }, orElse: { .base64(limits) })
  }

  /// The name of a key.
  mutating func keyName() throws(EventError) -> String {
    try string({ NameGrammar.isName($0) ? $0.string : nil }, orElse: { .keyName })
  }

  /// The origin of a ledger.
  mutating func origin() throws(EventError) -> String {
    try string({ NameGrammar.isName($0) ? $0.string : nil }, orElse: { .origin })
  }

  /// A verifier key; whether its key id and public key are right is not known here.
  mutating func verifierKey() throws(EventError) -> String {
    try string({ NameGrammar.isVerifierKey($0) ? $0.string : nil }, orElse: { .verifierKey })
  }
}
