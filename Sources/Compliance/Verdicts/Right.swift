/// One of the six rights (6T) that every unit is judged by (SPEC 10.2).
public enum Right: String, CaseIterable, Hashable, Sendable, Codable {
  case target
  case amount
  case quality
  case time
  case price
  case administration

  /// The letter in state lines: S, J, K, W, H or A.
  public var letter: Character { Character(Unicode.Scalar(letterByte)) }

  /// The letter in ASCII.
  var letterByte: UInt8 {
    switch self {
    case .target: UInt8(ascii: "S")
    case .amount: UInt8(ascii: "J")
    case .quality: UInt8(ascii: "K")
    case .time: UInt8(ascii: "W")
    case .price: UInt8(ascii: "H")
    case .administration: UInt8(ascii: "A")
    }
  }
}
