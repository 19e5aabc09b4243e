internal import Compliance
import Language

extension HTMLReport {
  var sixRights: String {
    guard let rights = totals.rights else { return "" }
    let cards = Right.allCases.map { card($0, rights[$0]) }.joined()
    return section("rights", .sixRights, note: .unitNote) + "<ul class=\"rights\">\n\(cards)</ul>\n</section>\n"
  }

  private func card(_ right: Right, _ count: RollUp.Count) -> String {
    let figures = words.figures
    let rows = [(VerdictOutcome.met, count.met), (.violated, count.violated), (.notAssessable, count.notAssessable)].map {
      outcome, number in
      "<tr><th scope=\"row\">\(SharePatterns.swatch(outcome)) \(escaped(words.name(outcome)))</th><td>\(figures.number(number))</td></tr>"
    }
    return """
      <li><h3>\(badge(right)) \(escaped(words.name(right)))</h3>
      <p class="asks">\(escaped(words.explanation(right)))</p>
      <p class="big">\(escaped(figures.percent(count.met, of: count.total)))</p>
      \(ShareGraphic(count, title: describe(right, count)).svg)
      <table class="counts"><tbody>\(rows.joined())</tbody></table></li>

      """
  }

  /// `Sasaran: terpenuhi 12, tidak terpenuhi 3, belum dapat dinilai 1`.
  func describe(_ right: Right, _ count: RollUp.Count) -> String {
    let figures = words.figures
    let parts = [(VerdictOutcome.met, count.met), (.violated, count.violated), (.notAssessable, count.notAssessable)]
    return words.name(right) + ": " + parts.map { "\(words.name($0).lowercased()) \(figures.number($1))" }.joined(separator: ", ")
  }

  func rollUp(by grouping: Grouping, id: String, title: Phrase) -> String {
    let (groups, omitted) = report.worstFirst(by: grouping, limit: options.groupLimit)
    guard !groups.isEmpty else { return "" }
    let columns = Right.allCases.map { "<th scope=\"col\">\(badge($0)) <span>\(escaped(words.name($0)))</span></th>" }.joined()
    let name = phrase(grouping == .outlet ? .outlet : .village)
    let rows = groups.map { gridRow($0) }.joined()
    let note = omitted > 0 ? "<p class=\"note\">\(escaped(words(.rowsOmitted, words.figures.number(omitted))))</p>\n" : ""
    return section(id, title, note: .rollUpNote) + """
      <table class="grid">
      <thead><tr><th scope="col">\(name)</th><th scope="col" class="n">\(phrase(.units))</th>\(columns)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      \(note)</section>

      """
  }

  private func gridRow(_ group: RollUp) -> String {
    let title = report.title(group, words)
    let code = group.key.map { $0 == title ? "" : " <code>\(escaped($0))</code>" } ?? ""
    let cells = Right.allCases.map { cell($0, group[$0], in: title) }.joined()
    let units = "<td class=\"n\"><span class=\"unit-label\">\(phrase(.units)) </span>\(words.figures.number(group.units))</td>"
    return "<tr><th scope=\"row\">\(escaped(title))\(code)</th>\(units)\(cells)</tr>\n"
  }

  private func cell(_ right: Right, _ count: RollUp.Count, in group: String) -> String {
    let figures = words.figures
    var number = count.violated > 0 ? "<b>\(figures.number(count.violated))</b>" : "<span class=\"zero\">0</span>"
    if count.notAssessable > 0 { number += " <small>\(figures.number(count.notAssessable))?</small>" }
    let graphic = ShareGraphic(count, title: "\(group) · \(describe(right, count))").svg
    return
      "<td class=\"heat\(heat(count))\"><span class=\"cell-letter\" aria-hidden=\"true\">\(right.letter)</span>\(number)\(graphic)</td>"
  }

  /// Shade of a cell by the share violated: 0 for none, then up to 5, 15, 30 and 100 %.
  private func heat(_ count: RollUp.Count) -> Int {
    guard count.violated > 0 else { return 0 }
    let share = count.violated * 100
    return share <= 5 * count.total ? 1 : share <= 15 * count.total ? 2 : share <= 30 * count.total ? 3 : 4
  }
}
