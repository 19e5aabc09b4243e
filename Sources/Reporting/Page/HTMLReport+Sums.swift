internal import Compliance
import Language
internal import Vocabulary

extension HTMLReport {
  var sums: String {
    let sums = report.judgement.sums
    var html = section("sums", .sums, note: sums.lines.isEmpty ? .noSums : .sumsNote)
    for line in sums.lines {
      let name = report.names.programmes[line.programme].map { " <span class=\"faint\">\(escaped($0))</span>" } ?? ""
      html += "<h3>\(escaped("\(line.programme) \(line.period)"))\(name)</h3>\n" + steps(line)
    }
    return html + outletSums(sums.outletLines) + "</section>\n"
  }

  /// A table whose second column is the picture: one bar for each step, with what is missing against the step before hatched.
  private func steps(_ line: Sums.Line) -> String {
    let steps = SumsSteps(line)
    let rows = steps.all.enumerated().map { index, step in
      let before = index > 0 ? steps.share(of: steps.all[index - 1], in: 10_000) : 0
      let difference = step.difference.map { escaped(words.figures.signedRupiah($0)) } ?? ""
      return """
        <tr><th scope="row">\(phrase(step.phrase))</th><td class="step">\(bar(step, steps, before: before))</td>\
        <td class="n">\(escaped(words.figures.rupiah(step.amount)))</td><td class="n faint">\(difference)</td></tr>

        """
    }
    return """
      <table class="sums">
      <thead><tr><th scope="col">\(phrase(.step))</th><th scope="col" class="step"></th>\
      <th scope="col" class="n">\(phrase(.amount))</th><th scope="col" class="n">\(phrase(.difference))</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """
  }

  private func bar(_ step: SumsSteps.Step, _ steps: SumsSteps, before: Int64) -> String {
    let share = steps.share(of: step, in: 10_000)
    let title = "\(words(step.phrase)): \(words.figures.rupiah(step.amount))"
    var parts = "<rect class=\"flow\" width=\"\(Self.percent(share))%\" height=\"100%\"/>"
    if before > share {
      let (x, width) = (Self.percent(share), Self.percent(before - share))
      parts += "<rect class=\"gap\" x=\"\(x)%\" width=\"\(width)%\" height=\"100%\"/>"
      parts += "<rect fill=\"url(#open-pattern)\" x=\"\(x)%\" width=\"\(width)%\" height=\"100%\"/>"
    } else if share > before, step.difference != nil {
      let (x, width) = (Self.percent(before), Self.percent(share - before))
      parts += "<rect class=\"vio\" x=\"\(x)%\" width=\"\(width)%\" height=\"100%\"/>"
      parts += "<rect fill=\"url(#vio-pattern)\" x=\"\(x)%\" width=\"\(width)%\" height=\"100%\"/>"
    }
    let description =
      step.difference.map { "<desc>\(phrase(.difference)) \(escaped(words.figures.signedRupiah($0)))</desc>" } ?? ""
    return "<svg class=\"bar\" role=\"img\"><title>\(escaped(title))</title>\(description)\(parts)</svg>"
  }

  private static func percent(_ tenThousandths: Int64) -> String { ShareGraphic.percent(Int(tenThousandths), 10_000) }

  private func outletSums(_ lines: [Sums.Line]) -> String {
    guard !lines.isEmpty else { return "" }
    let shown = lines.prefix(options.groupLimit)
    let rows = shown.map { line in
      let cells = [line.disbursed, line.delivered, line.handedOver].map {
        "<td class=\"n\">\(escaped(words.figures.rupiah($0.value)))</td>"
      }
      let difference = words.figures.signedRupiah((line.handedOver - line.delivered).value)
      return
        "<tr><th scope=\"row\">\(escaped(report.name(outlet: line.outlet) ?? ""))</th><td>\(escaped("\(line.programme) \(line.period)"))</td>"
        + cells.joined() + "<td class=\"n faint\">\(escaped(difference))</td></tr>\n"
    }
    let heads = [Phrase.disbursed, .delivered, .handedOver, .difference].map {
      "<th scope=\"col\" class=\"n\">\(phrase($0))</th>"
    }
    let omitted = lines.count - shown.count
    let note = omitted > 0 ? "<p class=\"note\">\(escaped(words(.moreInJSON, words.figures.number(omitted))))</p>\n" : ""
    return """
      <h3>\(phrase(.sumsByOutlet))</h3>
      <div class="scroll"><table class="plain">
      <thead><tr><th scope="col">\(phrase(.outlet))</th><th scope="col">\(phrase(.period))</th>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table></div>
      \(note)
      """
  }
}
