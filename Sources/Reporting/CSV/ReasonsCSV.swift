internal import Compliance
internal import Vocabulary

/// Every reason of a judgement as CSV (RFC 4180, LF): one row for each.
///
/// Columns: `recipient_number,programme,period,region,outlet,right,outcome,code,value,threshold,unit,rules,entries`. `right` is the
/// letter S J K W H A, `outcome` is `violated` or `notAssessable` as the code alone makes it, `value` and `threshold` are bare integers in
/// the measure of the code, or in `unit` (g, ml or pcs) where they are quantities of goods, `entries` is `position.place` of each event,
/// separated by spaces. Absent fields are empty. Sorted by number (none first), programme, period, right in the order S J K W H A, code;
/// numbers and codes bytewise.
public struct ReasonsCSV: Sendable {
  private let report: Report

  public init(_ report: Report) { self.report = report }

  /// The names of the columns.
  public static let columns = [
    "recipient_number", "programme", "period", "region", "outlet", "right", "outcome", "code", "value", "threshold", "unit",
    "rules", "entries",
  ]

  /// Writes the header and all rows.
  public func write(to target: inout some TextOutputStream) {
    target.write(CSVRow.line(Self.columns))
    for unit in report.judgement.unitsByNumber {
      for reported in unit.reportedReasons { target.write(row(reported)) }
    }
  }

  /// The whole file.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func row(_ reported: ReportedReason) -> String {
    let unit = reported.unit
    let reason = reported.reason
    return CSVRow.line([
      unit.number?.description ?? "", unit.programme.description, unit.period.description, unit.region?.description ?? "",
      unit.outlet?.description ?? "", String(reported.right.letter), reason.code.outcome.rawValue, reason.code.rawValue,
      reason.value.map { String($0) } ?? "", reason.threshold.map { String($0) } ?? "", reason.unit?.rawValue ?? "",
      reason.rules?.description ?? "", reported.entries,
    ])
  }
}
