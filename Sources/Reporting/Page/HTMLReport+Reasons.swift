internal import Compliance
import Language
internal import Vocabulary

extension HTMLReport {
  var reasons: String {
    section("reasons", .reasons) + "<div class=\"columns\">\n"
      + reasonTable(totals.reasons(.violated), .reasonsViolated, linked: true)
      + reasonTable(totals.reasons(.notAssessable), .reasonsOpen, linked: false) + "</div>\n</section>\n"
  }

  private func reasonTable(_ reasons: [(code: ReasonCode, units: Int)], _ title: Phrase, linked: Bool) -> String {
    guard !reasons.isEmpty else { return "<div><h3>\(phrase(title))</h3>\n<p class=\"note\">\(phrase(.noReasons))</p></div>\n" }
    let rows = reasons.map { reason in
      let label = escaped(words.label(reason.code))
      let name = linked ? "<a href=\"#\(reason.code.rawValue)\">\(label)</a>" : label
      let head = "\(badge(reason.code.right)) \(name) <code>\(reason.code.rawValue)</code>"
      return "<tr><th scope=\"row\">\(head)</th><td class=\"n\">\(words.figures.number(reason.units))</td></tr>\n"
    }
    return """
      <div><h3>\(phrase(title))</h3>
      <table class="plain reasons">
      <thead><tr><th scope="col">\(phrase(.reason))</th><th scope="col" class="n">\(phrase(.units))</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>

      """
  }

  var findings: String {
    let findings = report.judgement.findings
    guard !findings.isEmpty else {
      return section("findings", .findings) + "<p class=\"note\">\(phrase(.noFindings))</p>\n</section>\n"
    }
    let shown = findings.prefix(options.groupLimit)
    let items = shown.map { finding in
      row(
        id: nil, head: report.subject(of: finding, words), about: report.round(of: finding), sentence: words.sentence(finding),
        places: finding.kind.rawValue, figures: FigureText(finding, words), rules: finding.rules, entries: finding.entries)
    }
    let omitted = findings.count - shown.count
    let note = omitted > 0 ? "<p class=\"note\">\(escaped(words(.moreInCSV, words.figures.number(omitted))))</p>\n" : ""
    return section("findings", .findings) + table(items.joined(), first: .subject) + note + "</section>\n"
  }
}
