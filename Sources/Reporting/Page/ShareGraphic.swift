internal import Compliance

/// A stacked bar as inline SVG: three shares told apart by lightness and pattern as well as hue, with a title and a description for
/// those who cannot see it.
struct ShareGraphic {
  let count: RollUp.Count
  let title: String
  let description: String?
  let isLarge: Bool

  init(_ count: RollUp.Count, title: String, description: String? = nil, isLarge: Bool = false) {
    self.count = count
    self.title = title
    self.description = description
    self.isLarge = isLarge
  }

  var svg: String {
    let parts = [(count.met, "met"), (count.violated, "vio"), (count.notAssessable, "open")]
    var rectangles = ""
    var before = 0
    for (part, name) in parts where part > 0 {
      let (x, width) = (Self.percent(before, count.total), Self.percent(part, count.total))
      rectangles += "<rect class=\"\(name)\" x=\"\(x)%\" width=\"\(width)%\" height=\"100%\"/>"
      if name != "met" { rectangles += "<rect fill=\"url(#\(name)-pattern)\" x=\"\(x)%\" width=\"\(width)%\" height=\"100%\"/>" }
      before += part
    }
    let description = description.map { "<desc>\(HTMLEscape.escaped($0))</desc>" } ?? ""
    return
      "<svg class=\"\(isLarge ? "bar large" : "bar")\" role=\"img\"><title>\(HTMLEscape.escaped(title))</title>\(description)\(rectangles)</svg>"
  }

  /// Hundredths of a percent without floating point.
  static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "0" }
    let hundredths = (part * 20_000 + whole) / (2 * whole)
    let rest = hundredths % 100
    return rest == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// The patterns that the bars refer to, once in a page.
enum SharePatterns {
  static let definitions = """
    <svg class="defs" aria-hidden="true" width="0" height="0"><defs>
    <pattern id="vio-pattern" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="2" height="6" class="vio-line"/></pattern>
    <pattern id="open-pattern" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="0.9" class="open-dot"/></pattern>
    </defs></svg>
    """

  /// A small square for legends.
  static func swatch(_ outcome: VerdictOutcome) -> String {
    let name =
      switch outcome {
      case .met: "met"
      case .violated: "vio"
      case .notAssessable: "open"
      }
    let pattern = name == "met" ? "" : "<rect fill=\"url(#\(name)-pattern)\" width=\"12\" height=\"12\"/>"
    return
      "<svg class=\"swatch\" width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"\(name)\" width=\"12\" height=\"12\"/>\(pattern)</svg>"
  }
}
