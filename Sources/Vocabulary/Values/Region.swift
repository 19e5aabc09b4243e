/// A Kemendagri region code: province `18`, regency or city `18.03`, district `18.03.07` or village `18.03.07.2001`.
///
/// Held in one word. A region covers itself and every code that continues it after a dot. Ordered like its components, a region
/// right before those that it covers.
public struct Region: Hashable, Sendable {
  /// How many components the code has.
  public enum Level: Int, Hashable, Sendable, CaseIterable, Comparable {
    case province = 1
    case regency
    case district
    case village

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  // Province, regency + 1, district + 1 in 8 bits each, then the village in 16; zero is absent.
  @usableFromInline let packed: UInt64

  @inlinable init(packed: UInt64) { self.packed = packed }

  /// The region as one number, by which regions are ordered.
  @inlinable public var word: UInt64 { packed }

  /// The region with this ``word``, or nil where no region has it.
  public init?(word: UInt64) {
    let (regency, district, village) = (word >> 24 & 0xff, word >> 16 & 0xff, word & 0xffff)
    guard word >> 40 == 0, (10...99).contains(word >> 32), regency <= 100, district <= 100,
      regency > 0 || district == 0, village == 0 || district > 0 && (1000...3999).contains(village)
    else { return nil }
    packed = word
  }

  /// Province, regency, district or village.
  public var level: Level {
    if packed & 0xffff != 0 { return .village }
    if packed & 0xff_0000 != 0 { return .district }
    return packed & 0xff00_0000 != 0 ? .regency : .province
  }

  /// Whether `other` equals this region or lies in it.
  @inlinable public func covers(_ other: Region) -> Bool {
    let mask: UInt64 =
      if packed & 0xffff != 0 {
        ~0
      } else if packed & 0xff_0000 != 0 {
        ~0xffff
      } else if packed & 0xff00_0000 != 0 {
        ~0xff_ffff
      } else {
        ~0xffff_ffff
      }
    return other.packed & mask == packed
  }

  /// The region without its last component; nil of a province.
  public var parent: Region? {
    switch level {
    case .province: nil
    case .regency: Region(packed: packed & ~0xffff_ffff)
    case .district: Region(packed: packed & ~0xff_ffff)
    case .village: Region(packed: packed & ~0xffff)
    }
  }

  /// The region of this level that covers it; nil where it has fewer components.
  public func ancestor(at level: Level) -> Region? {
    guard level <= self.level else { return nil }
    return switch level {
    case .province: Region(packed: packed & ~0xffff_ffff)
    case .regency: Region(packed: packed & ~0xff_ffff)
    case .district: Region(packed: packed & ~0xffff)
    case .village: self
    }
  }
}

extension Region: Comparable {
  @inlinable public static func < (left: Region, right: Region) -> Bool { left.packed < right.packed }
}

extension Region: LosslessStringConvertible {
  /// The region with this code, or nil unless it has the form of one. Whether the code exists is not known here.
  public init?(_ description: String) {
    guard let value = RawText.with(description, { Region($0) }) else { return nil }
    self = value
  }

  init?(_ text: RawText) {
    guard text.count == 2 || text.count == 5 || text.count == 8 || text.count == 13 else { return nil }
    guard let province = text.twoDigits(at: 0), province >= 10 else { return nil }
    var packed = UInt64(province) << 32
    for (index, shift) in [(2, UInt64(24)), (5, 16)] where text.count > index {
      guard text[index] == UInt8(ascii: "."), let component = text.twoDigits(at: index + 1) else { return nil }
      packed |= UInt64(component + 1) << shift
    }
    if text.count == 13 {
      guard text[8] == UInt8(ascii: "."), let high = text.twoDigits(at: 9), let low = text.twoDigits(at: 11),
        (10..<40).contains(high)
      else { return nil }
      packed |= UInt64(high * 100 + low)
    }
    self.init(packed: packed)
  }

  /// The code with its dots.
  public var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  func append(to text: inout [UInt8]) {
    DecimalDigits.append(Int(packed >> 32), width: 2, to: &text)
    for shift in [UInt64(24), 16] {
      let component = Int(packed >> shift & 0xff)
      guard component != 0 else { return }
      text.append(UInt8(ascii: "."))
      DecimalDigits.append(component - 1, width: 2, to: &text)
    }
    guard packed & 0xffff != 0 else { return }
    text.append(UInt8(ascii: "."))
    DecimalDigits.append(Int(packed & 0xffff), width: 4, to: &text)
  }
}
