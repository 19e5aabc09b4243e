internal import Compliance
import Language
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
    let rows = rows(counts.map(\.code), quotas)
    for right in Right.allCases {
      for (index, reason) in counts.enumerated() where reason.code.right == right {
        target.write(group(reason.code, count: reason.units, shown: quotas[index], rows: rows[index]))
      }
    }
    target.write("<p class=\"note\" id=\"no-match\" hidden>\(phrase(.noMatch))</p>\n</section>\n")
  }

  /// The rows to show of each code, gathered in one pass over the units; no more text than is shown is ever held.
  private func rows(_ codes: [ReasonCode], _ quotas: [Int]) -> [String] {
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
    var rows = Array(repeating: "", count: codes.count)
    var left = quotas
    for unit in report.judgement.unitsByNumber {
      for right in Right.allCases where unit[right].outcome == .violated {
        for reason in unit[right].reasons {
          guard let place = places[reason.code], left[place] > 0 else { continue }
          left[place] -= 1
          rows[place] += row(unit, reason)
        }
      }
    }
    return rows
  }

  private func group(_ code: ReasonCode, count: Int, shown: Int, rows: String) -> String {
    let figures = words.figures
    let tally = shown < count ? " " + escaped(words(.groupOmitted, figures.number(shown), figures.number(count))) : ""
    return """
      <section class="group" id="\(code.rawValue)" data-right="\(code.right.letter)">
      <h3>\(badge(code.right)) \(escaped(words.label(code))) <code>\(code.rawValue)</code> <span class="tally">\(figures.number(count))</span></h3>
      <p class="note">\(escaped(words.generalSentence(code)))\(tally)</p>
      \(table(rows, first: .number))</section>

      """
  }

  private func row(_ unit: UnitVerdicts, _ reason: Reason) -> String {
    let key = unit.number?.description ?? unit.recipient.description
    let places = [report.name(village: unit.region), report.name(outlet: unit.outlet)].compactMap { $0 }.joined(separator: " · ")
    return row(
      id: "\(reason.code.rawValue):\(key):\(unit.programme):\(unit.period)",
      head: unit.number?.description ?? words(.withoutNumber),
      about: "\(unit.programme) \(unit.period)", sentence: words.sentence(reason), places: places,
      figures: FigureText(reason, words), rules: reason.rules, entries: reason.entries)
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
    let shown = entries.prefix(12).map { "<code>\($0.description)</code>" }.joined(separator: " ")
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
