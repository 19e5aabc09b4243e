internal import Compliance
import Language
internal import Vocabulary

extension TextReport {
  var findings: [String] {
    var lines = section(.findings)
    let findings = report.judgement.findings
    let shown = findings.prefix(options.violationLimit ?? .max)
    if findings.isEmpty { lines += wrapped(words(.noFindings), lead: "") }
    for finding in shown {
      let head = [finding.kind.rawValue, report.subject(of: finding, words), report.round(of: finding)].filter { !$0.isEmpty }
      lines.append(styled(DisplayWidth.truncated(head.joined(separator: " · "), to: Self.width), .strong))
      lines += wrapped(words.sentence(finding))
      lines += source(rules: finding.rules, entries: finding.entries)
    }
    if shown.count < findings.count {
      let note = words(.violationsOmitted, words.figures.number(shown.count), words.figures.number(findings.count))
      lines += [""] + wrapped(note, lead: "")
    }
    return lines
  }

  func writeViolations(to target: inout some TextOutputStream) {
    emit(section(.violations), to: &target)
    let limit = options.violationLimit ?? .max
    var shown = 0
    var total = 0
    for unit in report.judgement.unitsByNumber {
      for reported in unit.reportedReasons where reported.reason.code.outcome == .violated {
        total += 1
        guard shown < limit else { continue }
        shown += 1
        emit(lines(reported), to: &target)
      }
    }
    if total == 0 { emit(wrapped(words(.noViolations), lead: ""), to: &target) }
    if shown < total {
      let note = words(.violationsOmitted, words.figures.number(shown), words.figures.number(total))
      emit([""] + wrapped(note, lead: ""), to: &target)
    }
  }

  private func lines(_ reported: ReportedReason) -> [String] {
    let unit = reported.unit
    let letter = styled(String(reported.right.letter), .violated)
    let number = unit.number?.description ?? words(.withoutNumber)
    let code = reported.reason.code.rawValue
    let room = Self.width - 4 - DisplayWidth.of(code)
    let about = "\(number) · \(unit.programme) \(unit.period)"
    let places = [report.name(village: unit.region), report.name(outlet: unit.outlet)].compactMap { $0 }.joined(separator: " · ")
    var lines = ["\(letter) \(styled(code, .strong))  \(DisplayWidth.truncated(about, to: room))"]
    if !places.isEmpty { lines.append(styled(DisplayWidth.truncated("  " + places, to: Self.width), .faint)) }
    return lines + wrapped(words.sentence(reported.reason))
      + source(rules: reported.reason.rules, entries: reported.reason.entries)
  }

  private func source(rules: Code?, entries: [EventReference]) -> [String] {
    var parts: [String] = []
    if let rules { parts.append(words(.rulesVersion, rules.description)) }
    if !entries.isEmpty { parts.append(words(.entriesList, entries.map(\.description).joined(separator: " "))) }
    return parts.isEmpty ? [] : wrapped(parts.joined(separator: " · ")).map { styled($0, .faint) }
  }
}
