public import TransparencyLog

/// Where an event stands: the position of its entry and its place in the note, both from 0. Ordered by position, then place.
///
/// Eight bytes: a note has at most 256 events (SPEC 3), so the place takes the lowest byte.
public struct EventReference: Hashable, Sendable {
  @usableFromInline let packed: UInt64

  /// - Precondition: `place` is 0 to 255 and `position` below 2^56.
  @inlinable public init(position: Position, place: Int) {
    precondition(position.rawValue >> 56 == 0 && UInt64(truncatingIfNeeded: place) < 256, "an entry has at most 256 events")
    packed = position.rawValue << 8 | UInt64(place)
  }

  /// Position of the entry, from 0.
  @inlinable public var position: Position { Position(packed >> 8) }
  /// Place of the event in its note, from 0.
  @inlinable public var place: Int { Int(packed & 0xff) }

  // A reference to nothing, later than all others.
  static let none = EventReference(packed: .max)

  init(packed: UInt64) { self.packed = packed }

  var known: EventReference? { self == .none ? nil : self }
}

extension EventReference: Comparable {
  @inlinable public static func < (left: EventReference, right: EventReference) -> Bool { left.packed < right.packed }
}

extension EventReference: CustomStringConvertible {
  /// `position.place`, as reports write it: `57.3` is the fourth event of entry 57.
  public var description: String { "\(position).\(place)" }
}
