import Vocabulary

/// The lines of a state (SPEC 11), sorted bytewise, each ended by a line feed.
public struct StateLines: Sendable, RandomAccessCollection {
  /// All lines as they are hashed: ASCII, each ended by LF.
  public private(set) var bytes: [UInt8] = []
  // One past the line feed of each line.
  private var ends: [Int] = []

  init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }

  /// The bytes of a line without its line feed.
  public subscript(position: Int) -> ArraySlice<UInt8> { bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position] - 1] }

  /// The text of a line.
  public func text(_ position: Int) -> String { String(decoding: self[position], as: UTF8.self) }

  // MARK: Writing, field by field

  mutating func begin(_ kind: StaticString) {
    kind.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    ends.append(bytes.count)
  }

  mutating func field(_ text: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: text.utf8)
  }

  /// A value's text, or `-` where it is absent.
  mutating func field(_ value: (some CustomStringConvertible)?) { field(value?.description ?? "-") }

  /// A text that was spelled before.
  mutating func field(spelled text: [UInt8]) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: text)
  }

  mutating func field(_ number: Int64) {
    bytes.append(UInt8(ascii: " "))
    guard number > 0 else { return bytes.append(contentsOf: String(number).utf8) }
    let start = bytes.count
    var rest = number
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  mutating func field(_ id: Identifier) {
    bytes.append(UInt8(ascii: " "))
    for nibble in 0..<32 {
      if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 { bytes.append(UInt8(ascii: "-")) }
      let word = nibble < 16 ? id.high : id.low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - nibble % 16 * 4) & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// ` S=met`, or the outcome with the names of the reasons that decide it.
  mutating func field(_ right: Right, _ verdict: RightVerdict) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(right.letterByte)
    bytes.append(UInt8(ascii: "="))
    bytes.append(contentsOf: verdict.outcome.rawValue.utf8)
    var separator = UInt8(ascii: ":")
    // Reasons are sorted by code; within one right that is the order of their names.
    for reason in verdict.reasons where reason.code.outcome == verdict.outcome {
      bytes.append(separator)
      bytes.append(contentsOf: reason.code.rawValue.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst())
      separator = UInt8(ascii: ",")
    }
  }
}
