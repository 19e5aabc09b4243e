internal import Compliance
public import Language

/// A report as plain text for a terminal or a letter: at most 80 columns, colour only when asked for.
public struct TextReport: Sendable {
  /// What to show.
  public struct Options: Sendable {
    public var language: Language
    /// Colours as ECMA-48 codes.
    public var usesColour: Bool
    /// How many violations to list; nil lists all.
    public var violationLimit: Int?
    /// How many villages and outlets to list, those with the most violations first; nil lists all.
    public var groupLimit: Int?

    public init(language: Language = .id, usesColour: Bool = false, violationLimit: Int? = 20, groupLimit: Int? = 20) {
      self.language = language
      self.usesColour = usesColour
      self.violationLimit = violationLimit
      self.groupLimit = groupLimit
    }
  }

  static let width = 80

  let report: Report
  let options: Options
  let words: Words
  let totals: ReportTotals

  public init(_ report: Report, _ options: Options = Options()) {
    self.report = report
    self.options = options
    words = Words(options.language)
    totals = ReportTotals(report.judgement)
  }

  /// Writes the whole report; every line ends in LF.
  public func write(to target: inout some TextOutputStream) {
    emit(header + headline, to: &target)
    emit(rightsTable, to: &target)
    emit(rollUp(by: .village, title: .byVillage), to: &target)
    emit(rollUp(by: .outlet, title: .byOutlet), to: &target)
    emit(sums, to: &target)
    emit(reasons, to: &target)
    emit(findings, to: &target)
    writeViolations(to: &target)
    emit(provenance, to: &target)
  }

  /// The whole report.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  func emit(_ lines: [String], to target: inout some TextOutputStream) {
    for line in lines { target.write(line + "\n") }
  }

  func styled(_ text: String, _ style: TextStyle) -> String { style.applied(to: text, colour: options.usesColour) }

  /// A blank line, the title in capitals and a rule below it.
  func section(_ phrase: Phrase) -> [String] {
    let title = words(phrase).uppercased()
    return ["", styled(title, .strong), styled(String(repeating: "─", count: Self.width), .faint)]
  }

  func wrapped(_ text: String, lead: String = "  ") -> [String] { WrappedText.lines(text, width: Self.width, lead: lead) }
}
