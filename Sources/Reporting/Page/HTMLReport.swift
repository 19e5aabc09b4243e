internal import Compliance
public import Language

/// A report as one HTML page that needs nothing else: no other file, no network, no script to be read.
///
/// A short inline script filters the list of violations; a content security policy allows it and the style sheet by their hashes and
/// forbids everything else. All text from the ledger is escaped. The page follows the reader's choice of light or dark, narrow screens, and
/// print.
public struct HTMLReport: Sendable {
  /// What to show.
  public struct Options: Sendable {
    public var language: Language
    /// How many violations to list; every kind gets its share, and the page says what it leaves out.
    public var violationLimit: Int
    /// How many villages and outlets to list, those with the most violations first.
    public var groupLimit: Int

    public init(language: Language = .id, violationLimit: Int = 2000, groupLimit: Int = 200) {
      self.language = language
      self.violationLimit = violationLimit
      self.groupLimit = groupLimit
    }
  }

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

  /// Writes the whole page, section by section.
  public func write(to target: inout some TextOutputStream) {
    target.write(head)
    target.write(header)
    target.write("<main>\n")
    target.write(headline)
    target.write(sixRights)
    target.write(rollUp(by: .village, id: "village", title: .byVillage))
    target.write(rollUp(by: .outlet, id: "outlet", title: .byOutlet))
    target.write(sums)
    target.write(reasons)
    target.write(findings)
    writeViolations(to: &target)
    target.write(provenance)
    target.write("</main>\n")
    target.write(footer)
  }

  /// The whole page.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  func escaped(_ text: some StringProtocol) -> String { HTMLEscape.escaped(text) }
  func phrase(_ phrase: Phrase) -> String { escaped(words(phrase)) }

  /// The opening of a section with its heading.
  func section(_ id: String, _ title: Phrase, note: Phrase? = nil) -> String {
    let note = note.map { "<p class=\"note\">\(phrase($0))</p>\n" } ?? ""
    return "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n<h2 id=\"\(id)-title\">\(phrase(title))</h2>\n\(note)"
  }

  /// The square with the letter of a right.
  func badge(_ right: Right) -> String { "<span class=\"badge\" aria-hidden=\"true\">\(right.letter)</span>" }
}
