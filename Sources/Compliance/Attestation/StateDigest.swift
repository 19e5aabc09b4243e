public import Cryptography
public import TransparencyLog

/// The digest that binds a state to a size and an instant (SPEC 11).
public enum StateDigest {
  /// The lines of a state and its judgement, which must be of that state.
  public static func lines(of state: LedgerState, _ judgement: Judgement) -> StateLines {
    // In the order of the kinds, each sorted by its key. A space, which ends a field, is below every character of a field, so
    // this is the bytewise order of the lines.
    var lines = StateLines()
    lines.appendComplaints(state)
    lines.appendLots(judgement.sums)
    lines.appendRecipients(state, today: Docket.day(of: judgement.asOf))
    lines.appendSums(judgement.sums)
    lines.appendUnits(judgement.units)
    return lines
  }

  /// SHA-256 of `amanah/state/v1` ‖ 0x0A ‖ size ‖ 0x0A ‖ asOf ‖ 0x0A ‖ the lines.
  ///
  /// - Parameter asOf: Seconds since 1970 UTC.
  public static func digest(of lines: StateLines, size: TreeSize, asOf: Int64) -> Digest {
    var hasher = SHA256.Hasher()
    hasher.update(Array("amanah/state/v1\n\(size)\n\(asOf)\n".utf8))
    hasher.update(lines.bytes)
    return hasher.finalize()
  }

  /// The digest of the state judged at `asOf`, in seconds since 1970 UTC; nil means `recordedAt` of the last entry.
  public static func digest(of state: LedgerState, asOf: Int64? = nil) -> Digest {
    let judgement = state.judge(asOf: asOf)
    return digest(of: lines(of: state, judgement), size: state.size, asOf: judgement.asOf)
  }

  /// The subject of the first line in which two states differ, as in `unit <id> <programme> <period>`; nil where they are equal.
  public static func firstDifference(_ left: StateLines, _ right: StateLines) -> String? {
    var index = 0
    while index < left.count, index < right.count, left[index] == right[index] { index += 1 }
    let rest = [left, right].compactMap { index < $0.count ? $0[index] : nil }
    // The lower of the two lines is the one that the other side lacks, or states otherwise.
    return rest.min { $0.lexicographicallyPrecedes($1) }.map(subject)
  }

  private static func subject(of line: ArraySlice<UInt8>) -> String {
    let fields = line.split(separator: UInt8(ascii: " "))
    let kind = fields.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let count =
      switch kind {
      case "unit": 4
      case "sum": 3
      default: 2
      }
    return fields.prefix(count).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
