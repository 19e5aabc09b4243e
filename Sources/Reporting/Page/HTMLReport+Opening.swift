internal import Compliance
internal import Cryptography
import Language
internal import TransparencyLog

extension HTMLReport {
  var head: String {
    let title = (report.provenance.isExercise ? words(.exerciseShort) + " · " : "") + report.provenance.title
    let policy =
      "default-src 'none'; style-src '\(Self.hashSource(styleSheet))'; script-src '\(Self.hashSource(FilterScript.source))'; "
      + "base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="\(options.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(escaped(title)) · \(phrase(.reportTitle))</title>
      <style>\(styleSheet)</style>
      </head>
      <body>
      \(SharePatterns.definitions)

      """
  }

  /// The style sheet with what the head of each printed page says. The origin is of letters, digits and `._/-` (SPEC 2); anything else is
  /// dropped.
  private var styleSheet: String {
    let origin = report.provenance.origin.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._/-".contains($0)) }
    let exercise = report.provenance.isExercise ? words(.exerciseShort) : ""
    let page = """
      @page { @top-left { content: "\(origin)"; } @top-right { content: "\(exercise)"; font-weight: 700; } }

      """
    return StyleSheet.source + page
  }

  private static func hashSource(_ text: String) -> String { "sha256-" + SHA256.hash(Array(text.utf8)).base64 }

  var header: String {
    let provenance = report.provenance
    let banner = provenance.isExercise ? "<p class=\"banner\" role=\"note\">\(phrase(.exerciseBanner))</p>\n" : ""
    return banner + """
      <header>
      <p class="eyebrow">\(phrase(.reportTitle))</p>
      <h1>\(escaped(provenance.title))</h1>
      <p class="source"><span class="nowrap">\(escaped(provenance.origin))</span> · <span class="nowrap">\(sizeText)</span> · \
      <span class="nowrap">\(escaped(words(.asOf).lowercased())) \(asOfText)</span></p>
      \(box)</header>

      """
  }

  private var sizeText: String { escaped(words(.entriesCount, words.figures.number(report.provenance.size.rawValue))) }
  private var asOfText: String { escaped(report.asOf.map { words.figures.instant($0) } ?? String(report.judgement.asOf)) }

  /// The facts by which a reader can tell that two reports are about the same records.
  private var box: String {
    let provenance = report.provenance
    let rows: [(Phrase, String)] = [
      (.origin, "<code>\(escaped(provenance.origin))</code>"), (.size, sizeText), (.asOf, asOfText),
      (.root, "<code>\(escaped(provenance.root.base64))</code>"),
      (.stateDigest, "<code>\(escaped(provenance.stateDigest.base64))</code>"),
      (.howToVerify, "<a href=\"#provenance\">\(phrase(.howToVerifyLink))</a>"),
    ]
    let items = rows.map { "<div><dt>\(phrase($0.0))</dt><dd>\($0.1)</dd></div>\n" }.joined()
    return "<dl class=\"box\">\n\(items)</dl>\n"
  }

  var headline: String {
    guard totals.units > 0 else { return "<p class=\"headline\">\(phrase(.headlineNone))</p>\n" }
    let figures = words.figures
    let first = words(.headline, figures.number(totals.allMet), figures.number(totals.units))
    let second = words(.headlineViolated, figures.number(totals.violated), figures.number(totals.open))
    var count = RollUp.Count()
    count.met = totals.allMet
    count.violated = totals.violated
    count.notAssessable = totals.open
    let description = "\(first). \(second)"
    return """
      <section class="opening">
      <p class="headline">\(escaped(first)) <span class="share">(\(figures.percent(totals.allMet, of: totals.units)))</span></p>
      \(ShareGraphic(count, title: words(.sixRights), description: description, isLarge: true).svg)
      <p class="lede">\(escaped(second)) <em>\(phrase(.lookNotAccusation))</em></p>
      </section>

      """
  }

  var provenance: String {
    let provenance = report.provenance
    var html = section("provenance", .howToVerify)
    html += "<p>\(phrase(.howToVerifyNote))</p>\n"
    if let command = provenance.verifyCommand { html += "<pre class=\"command\"><code>\(escaped(command))</code></pre>\n" }
    if let checkpoint = provenance.checkpoint {
      html += "<h3>\(phrase(.checkpoint))</h3>\n<pre><code>\(escaped(checkpoint))</code></pre>\n"
    }
    return html + "</section>\n"
  }

  var footer: String {
    let exercise = report.provenance.isExercise ? "<p class=\"banner\">\(phrase(.exerciseBanner))</p>\n" : ""
    return """
      <footer>
      <p>\(phrase(.madeBy))</p>
      </footer>
      \(exercise)<script>\(FilterScript.source)</script>
      </body>
      </html>

      """
  }
}
