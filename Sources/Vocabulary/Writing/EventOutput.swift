import Cryptography

/// Collects canonical JSON and refuses what could not be read again. Errors carry the offset only; ``EventWriter`` adds the JSON
/// Pointer.
struct EventOutput {
  var bytes: [UInt8]
  private let start: Int

  /// Appends behind what `bytes` holds.
  init(appendingTo bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.count
  }

  /// Bytes written so far.
  var offset: Int { bytes.count - start }

  mutating func openObject() { bytes.append(UInt8(ascii: "{")) }

  mutating func closeObject() { bytes.append(UInt8(ascii: "}")) }

  /// A key with its quotation marks and colon, behind a comma unless it is the first of its object.
  mutating func member(_ literal: StaticString) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Characters that need no escapes, between quotation marks.
  mutating func plainString(_ characters: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: characters)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Like ``plainString(_:)``, for characters that `body` appends.
  mutating func quoted(_ body: (inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    body(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func boolean(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func integer(_ value: Int, in range: ClosedRange<Int>) throws(EventError) {
    guard range.contains(value) else { throw EventError(.integer(range), found: .outOfRange, at: offset) }
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func text(_ value: String, _ limits: ClosedRange<Int>) throws(EventError) {
    let count = value.unicodeScalars.count
    guard limits.contains(count) else { throw EventError(.text(limits), found: .text(scalars: count), at: offset) }
    let begin = offset
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      guard byte >= 0x20, byte != 0x7f else { throw EventError(.text(limits), found: .controlCharacter, at: begin) }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func base64(_ value: [UInt8], _ limits: ClosedRange<Int>) throws(EventError) {
    let count = Base64.encodedCount(value.count)
    guard limits.contains(count) else { throw EventError(.base64(limits), found: .string(bytes: count), at: offset) }
    quoted { Base64.append(value, to: &$0) }
  }

  mutating func keyName(_ value: String) throws(EventError) { try name(value, .keyName, NameGrammar.isName) }

  mutating func origin(_ value: String) throws(EventError) { try name(value, .origin, NameGrammar.isName) }

  mutating func verifierKey(_ value: String) throws(EventError) { try name(value, .verifierKey, NameGrammar.isVerifierKey) }

  private mutating func name(
    _ value: String, _ expected: EventError.Expected, _ grammar: (RawText) -> Bool
  ) throws(EventError) {
    guard RawText.with(value, { grammar($0) ? true : nil }) == true else {
      throw EventError(expected, found: .string(bytes: value.utf8.count), at: offset)
    }
    plainString(value.utf8)
  }

  mutating func array<Element: EventValue & Hashable>(
    _ items: [Element], _ limits: ClosedRange<Int>, distinct: Bool = false
  ) throws(EventError) {
    guard limits.contains(items.count) else { throw EventError(.items(limits), found: .items(items.count), at: offset) }
    guard !distinct || Set(items).count == items.count else {
      throw EventError(.distinctItems, found: .repeatedItem, at: offset)
    }
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      try item.write(to: &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
