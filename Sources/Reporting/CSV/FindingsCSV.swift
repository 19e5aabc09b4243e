internal import Compliance
internal import Vocabulary

/// Every finding about sums and complaints as CSV (RFC 4180, LF): one row for each, sorted by code and subject.
///
/// Columns: `code,subject,period,value,threshold,unit,rules,entries`. `subject` is the lot, the complaint, `outlet commodity`, or the
/// programme; `unit` is g, ml or pcs where `value` and `threshold` are quantities of goods, else empty: rupiah or days; `entries` as in
/// ``ReasonsCSV``.
public struct FindingsCSV: Sendable {
  private let report: Report

  public init(_ report: Report) { self.report = report }

  /// The names of the columns.
  public static let columns = ["code", "subject", "period", "value", "threshold", "unit", "rules", "entries"]

  /// Writes the header and all rows.
  public func write(to target: inout some TextOutputStream) {
    target.write(CSVRow.line(Self.columns))
    for finding in report.judgement.findings {
      target.write(
        CSVRow.line([
          finding.kind.rawValue, report.subjectCode(of: finding), finding.period?.description ?? "", String(finding.value),
          String(finding.threshold), finding.unit?.rawValue ?? "", finding.rules?.description ?? "",
          finding.entries.map(\.description).joined(separator: " "),
        ]))
    }
  }

  /// The whole file.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }
}
