public import Vocabulary

/// What the first entries of a ledger say, folded in order (SPEC 10 and 11).
///
/// A pure value: the same entries make the same state. Call ``beginEntry(position:recordedAt:signers:)`` for each entry and then
/// ``apply(_:place:)`` for each of its events, in order.
public struct LedgerState: Sendable {
  /// Number of entries that were folded.
  public private(set) var size: UInt64 = 0
  /// `recordedAt` of the last entry, in milliseconds since 1970 UTC; nil of the empty state.
  public private(set) var lastRecordedAt: Int64?

  public init() {}

  /// Begins the entry at `position`.
  ///
  /// - Parameters:
  ///   - position: The number of entries before it.
  ///   - recordedAt: Milliseconds since 1970 UTC.
  ///   - signers: Key names of the signature lines, the author's first.
  public mutating func beginEntry(position: UInt64, recordedAt: Int64, signers: [String]) {
    size = position + 1
    lastRecordedAt = recordedAt
  }

  /// Folds an event of the current entry in. Passes over an event whose id occurred before.
  public mutating func apply(_ event: Event, place: Int) {}

  /// The verdicts on every unit. `asOf` is in seconds since 1970 UTC; nil means `recordedAt` of the last entry.
  public func judge(asOf: Int64? = nil) -> Judgement {
    Judgement(units: [], sums: Sums(lines: [], outletLines: [], lots: []), findings: [], asOf: asOf ?? 0, size: size)
  }

  /// The verdicts on one unit, or nil where there is neither an entitlement nor a handover.
  public func judge(recipient: Identifier, programme: Code, period: Code, asOf: Int64? = nil) -> UnitVerdicts? { nil }
}
