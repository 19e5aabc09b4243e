public import Cryptography

/// The digest that binds a state to a size and an instant (SPEC 11).
public enum StateDigest {
  /// The lines of the state and its judgement.
  public static func lines(of state: LedgerState, _ judgement: Judgement) -> StateLines { StateLines() }

  /// SHA-256 of `amanah/state/v1` ‖ 0x0A ‖ size ‖ 0x0A ‖ asOf ‖ 0x0A ‖ the lines.
  public static func digest(of lines: StateLines, size: UInt64, asOf: Int64) -> Digest { .zero }

  /// The digest of the state judged at `asOf`, in seconds since 1970 UTC; nil means `recordedAt` of the last entry.
  public static func digest(of state: LedgerState, asOf: Int64? = nil) -> Digest { .zero }

  /// The subject of the first line in which two states differ, as in `unit <id> <programme> <period>`; nil where they are equal.
  public static func firstDifference(_ left: StateLines, _ right: StateLines) -> String? { nil }
}
