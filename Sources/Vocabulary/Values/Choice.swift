/// One of a closed list of texts, as an enumeration in the schemas.
///
/// Kept apart from `RawRepresentable`, whose hash and equality would go through the text.
public protocol Choice: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The text in an event.
  var rawValue: String { get }
}

extension Choice {
  /// The case with this text, or nil.
  public init?(rawValue: String) {
    guard let match = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = match
  }

  /// The text in an event.
  public var description: String { rawValue }

  /// The case at a place in the schema's list, from 0, or nil.
  public init?(ordinal: Int) {
    guard (0..<Self.allCases.count).contains(ordinal) else { return nil }
    self = Self.allCases[Self.allCases.index(Self.allCases.startIndex, offsetBy: ordinal)]
  }

  /// Its place in the schema's list, from 0.
  public var ordinal: Int {
    // An enumeration without payloads is stored as the number of its case; a single case needs no storage.
    unsafe withUnsafeBytes(of: self) { unsafe $0.isEmpty ? 0 : Int($0[0]) }
  }
}
