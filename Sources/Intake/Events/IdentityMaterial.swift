internal import Vocabulary

/// What was read in a row, in one canonical form: the source of an event's identifier.
///
/// Values are joined by 0x1F, which no cell can hold. A missing value is an empty one.
struct IdentityMaterial {
  private(set) var bytes: [UInt8]

  /// Begins with the name of the list, or of the part of it that makes this event.
  init(_ name: String) { bytes = Array(name.utf8) }

  mutating func append(_ value: String?) {
    bytes.append(0x1F)
    if let value { bytes.append(contentsOf: value.utf8) }
  }
}
