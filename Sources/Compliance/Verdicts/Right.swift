/// One of the six rights (6T) that every unit is judged by (SPEC 10.2).
public enum Right: String, CaseIterable, Hashable, Sendable, Codable {
  case target
  case amount
  case quality
  case time
  case price
  case administration

  /// The letter in state lines: S, J, K, W, H or A.
  public var letter: Character {
    switch self {
    case .target: "S"
    case .amount: "J"
    case .quality: "K"
    case .time: "W"
    case .price: "H"
    case .administration: "A"
    }
  }

  /// The name in Indonesian, as in "tepat sasaran".
  public var indonesianName: String {
    switch self {
    case .target: "sasaran"
    case .amount: "jumlah"
    case .quality: "kualitas"
    case .time: "waktu"
    case .price: "harga"
    case .administration: "administrasi"
    }
  }
}
