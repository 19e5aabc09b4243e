/// The words, Indonesian and English, that stand for the values of a closed list.
///
/// Words are compared without regard to case, spaces, dots, dashes and underscores.
struct WordTable<Value: Hashable & Sendable>: Sendable {
  /// The first word of each value, for messages.
  let words: [String]
  private let values: [String: Value]

  /// A table of values with their words; the first word of each is shown in messages.
  init(_ entries: [(Value, [String])]) {
    words = entries.compactMap(\.1.first)
    var values: [String: Value] = [:]
    for (value, words) in entries {
      for word in words { values[Self.plain(Array(word.utf8)[...])] = value }
    }
    self.values = values
  }

  /// The value that the cell names, or nil.
  func value(of cell: Cell) -> Value? { values[Self.plain(cell.bytes)] }

  static func plain(_ word: ArraySlice<UInt8>) -> String { PlainName.of(word) }
}

/// Names without regard to case, spaces, dots, dashes and underscores.
enum PlainName {
  static func of(_ name: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(name.count)
    for byte in name {
      switch byte {
      case 0x20, 0x09...0x0D, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): plain.append(byte | 0x20)
      default: plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  static func of(_ name: String) -> String { of(ArraySlice(name.utf8)) }
}
