internal import Compliance
internal import Vocabulary

extension HTMLReport {
  func writeViolations(to target: inout some TextOutputStream) {
    let counts = totals.reasons(.violated).sorted { $0.code < $1.code }
    let quotas = ShownShares.quotas(counts.map(\.units), limit: options.violationLimit)
    let total = counts.reduce(0) { $0 + $1.units }
    let shown = quotas.reduce(0, +)
    target.write(section("violations", .violations))
    if total == 0 { target.write("<p class=\"note\">\(phrase(.noViolations))</p>\n") } else { target.write(filter) }
    if shown < total {
      let note = words(.violationsOmitted, words.figures.number(shown), words.figures.number(total))
      target.write("<p class=\"note omitted\">\(escaped(note))</p>\n")
    }
    let units = report.judgement.unitsByNumber
    for right in Right.allCases {
      for (index, reason) in counts.enumerated() where reason.code.right == right {
        writeGroup(reason.code, count: reason.units, quota: quotas[index], units, to: &target)
      }
    }
    target.write("<p class=\"note\" id=\"no-match\" hidden>\(phrase(.noMatch))</p>\n</section>\n")
  }

  private func writeGroup(
    _ code: ReasonCode, count: Int, quota: Int, _ units: [UnitVerdicts], to target: inout some TextOutputStream
  ) {
    let right = code.right
    let figures = words.figures
    let tally = quota < count ? words(.groupOmitted, figures.number(quota), figures.number(count)) : ""
    target.write(
      """
      <section class="group" id="\(code.rawValue)" data-right="\(right.letter)">
      <h3>\(badge(right)) \(escaped(words.label(code))) <code>\(code.rawValue)</code> <span class="tally">\(figures.number(count))</span></h3>
      <p class="note">\(escaped(words.generalSentence(code)))\(tally.isEmpty ? "" : " " + escaped(tally))</p>

      """)
    var rows = ""
    var written = 0
    for unit in units where written < quota {
      guard let reason = unit[right][code] else { continue }
      written += 1
      rows += row(unit, reason)
    }
    target.write(table(rows, first: .number) + "</section>\n")
  }

  private func row(_ unit: UnitVerdicts, _ reason: Reason) -> String {
    let key = unit.number?.description ?? unit.recipient.description
    let places = [report.name(village: unit.region), report.name(outlet: unit.outlet)].compactMap { $0 }.joined(separator: " · ")
    return row(
      id: "\(reason.code.rawValue):\(key):\(unit.programme):\(unit.period)",
      head: unit.number?.description ?? words(.withoutNumber),
      about: "\(unit.programme) \(unit.period)", sentence: words.sentence(reason, of: unit), places: places,
      figures: FigureText(reason, of: unit, words), rules: reason.rules, entries: reason.entries)
  }

  /// A table of flags around its rows.
  func table(_ rows: String, first: Phrase) -> String {
    let numbers = [Phrase.value, .threshold].map { "<th scope=\"col\" class=\"n\">\(phrase($0))</th>" }.joined()
    return """
      <table class="flags">
      <thead><tr><th scope="col">\(phrase(first))</th><th scope="col">\(phrase(.reason))</th>\(numbers)\
      <th scope="col">\(phrase(.rules))</th><th scope="col">\(phrase(.entries))</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }

  func row(
    id: String?, head: String, about: String, sentence: String, places: String, figures: FigureText, rules: Code?,
    entries: [EventReference]
  ) -> String {
    let anchor = id.map { " id=\"\(escaped($0))\"" } ?? ""
    let title = id.map { "<a href=\"#\(escaped($0))\">\(escaped(head))</a>" } ?? escaped(head)
    let numbers = zip([Phrase.value, .threshold], [figures.value, figures.threshold]).map { name, text in
      "<td class=\"n\" data-label=\"\(phrase(name))\">\(text.map { escaped($0) } ?? "–")</td>"
    }
    return "<tr\(anchor)><th scope=\"row\">\(title)<span class=\"sub\">\(escaped(about))</span></th>"
      + "<td>\(escaped(sentence))<span class=\"sub\">\(escaped(places))</span></td>" + numbers.joined()
      + "<td data-label=\"\(phrase(.rules))\">\(rules.map { escaped($0.description) } ?? "–")</td>"
      + "<td class=\"entries\" data-label=\"\(phrase(.entries))\">\(entryList(entries))</td></tr>\n"
  }

  /// At most twelve entries, since a table cell is no place for hundreds; CSV and JSON have all.
  private func entryList(_ entries: [EventReference]) -> String {
    let shown = entries.prefix(12).map { "<code>\($0.dotted)</code>" }.joined(separator: " ")
    return entries.count > 12 ? shown + " +\(entries.count - 12)" : shown.isEmpty ? "–" : shown
  }

  /// Hidden until the script that makes it work runs.
  private var filter: String {
    let rights = Right.allCases.map { "<option value=\"\($0.letter)\">\($0.letter) · \(escaped(words.name($0)))</option>" }
      .joined()
    return """
      <div class="filter" id="filter" hidden>
      <label>\(phrase(.filterLabel)) <input id="filter-text" type="search" placeholder="\(phrase(.filterPlaceholder))"></label>
      <select id="filter-right" aria-label="\(phrase(.right))"><option value="">\(phrase(.allRights))</option>\(rights)</select>
      <output id="filter-count" for="filter-text filter-right"></output>
      </div>

      """
  }
}
