import Cryptography

extension Identifier: EventValue {
  static var placeholder: Identifier { Identifier(unchecked: 0, 0) }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Identifier {
    try cursor.fixedString(count: characterCount, { Identifier($0) }, orElse: .identifier)
  }

  func write(to output: inout EventOutput) { output.quoted { append(to: &$0) } }
}

extension Code: EventValue {
  static var placeholder: Code { Code(unchecked: 0, 0, 0, 0, 0) }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Code {
    if let code = cursor.codeInPlace() { return code }
    return try cursor.string({ Code($0) }, orElse: { .code })
  }

  func write(to output: inout EventOutput) { output.quoted { append(to: &$0) } }
}

extension Region: EventValue {
  static var placeholder: Region { Region(packed: 0) }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Region {
    try cursor.string({ Region($0) }, orElse: { .region })
  }

  func write(to output: inout EventOutput) { output.quoted { append(to: &$0) } }
}

extension Timestamp: EventValue {
  static var placeholder: Timestamp { Timestamp(unchecked: 0, offsetHours: 7) }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Timestamp {
    try cursor.fixedString(count: characterCount, { Timestamp($0) }, orElse: .dateTime)
  }

  func write(to output: inout EventOutput) { output.quoted { append(to: &$0) } }
}

extension CalendarDate: EventValue {
  static var placeholder: CalendarDate { CalendarDate(daysSince1970: 0) }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> CalendarDate {
    try cursor.fixedString(count: characterCount, { $0.count == characterCount ? CalendarDate($0) : nil }, orElse: .date)
  }

  func write(to output: inout EventOutput) throws(EventError) {
    guard Self.years.contains(year) else { throw EventError(.date, found: .outOfRange, at: output.offset) }
    output.quoted { append(to: &$0) }
  }
}

extension Digest: EventValue {
  static var placeholder: Digest { .zero }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Digest {
    try cursor.fixedString(count: base64Count, { text in unsafe Digest(base64: text.buffer) }, orElse: .digest)
  }

  func write(to output: inout EventOutput) {
    output.quoted { text in unsafe withUnsafeBytes { bytes in unsafe Base64.append(bytes, to: &text) } }
  }
}

extension Tag: EventValue {
  static let placeholder: Tag = {
    let zero: (UInt64, UInt64) = (0, 0)
    guard let tag = unsafe Swift.withUnsafeBytes(of: zero, { unsafe Tag($0) }) else { preconditionFailure("a tag has 16 bytes") }
    return tag
  }()

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Tag {
    try cursor.fixedString(count: base64Count, { text in unsafe Tag(base64: text.buffer) }, orElse: .tag)
  }

  func write(to output: inout EventOutput) {
    output.quoted { text in unsafe withUnsafeBytes { bytes in unsafe Base64.append(bytes, to: &text) } }
  }
}

extension Rupiah: EventValue {
  static let range = 0...JSONGrammar.largestInteger
  static var placeholder: Rupiah { .zero }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Rupiah {
    Rupiah(Int64(try cursor.integer(in: 0...JSONGrammar.largestInteger)))
  }

  func write(to output: inout EventOutput) throws(EventError) { try output.integer(Int(value), in: Self.range) }
}

extension Quantity: EventValue {
  static let range = 0...JSONGrammar.largestInteger
  static var placeholder: Quantity { .zero }

  @inline(__always)
  static func read(_ cursor: inout EventCursor) throws(EventError) -> Quantity {
    Quantity(Int64(try cursor.integer(in: 0...JSONGrammar.largestInteger)))
  }

  func write(to output: inout EventOutput) throws(EventError) { try output.integer(Int(value), in: Self.range) }
}
