public import TransparencyLog

/// The verdicts on every unit, and the sums: a pure function of the first `size` entries and of `asOf` (SPEC 10).
public struct Judgement: Sendable {
  /// Sorted by programme, period, region, number, recipient.
  public let units: [UnitVerdicts]
  public let sums: Sums
  /// Findings about sums, lots, outlets and complaints (SPEC 10.3), sorted by code and subject.
  public let findings: [LedgerFinding]
  /// The instant at which windows were judged, in seconds since 1970 UTC.
  public let asOf: Int64
  /// Number of entries that were known.
  public let size: TreeSize

  /// How many units met, violated or did not allow to assess each right, by `grouping`; sorted by key.
  public func rollUp(by grouping: Grouping) -> [RollUp] { RollUp.count(units, by: grouping) }
}
