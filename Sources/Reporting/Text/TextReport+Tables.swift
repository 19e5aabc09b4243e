internal import Compliance
import Language
internal import Vocabulary

extension TextReport {
  func rollUp(by grouping: Grouping, title: Phrase) -> [String] {
    let (groups, omitted) = report.worstFirst(by: grouping, limit: options.groupLimit ?? .max)
    guard !groups.isEmpty else { return [] }
    var columns: [TextTable.Column] = [
      .init(words(.code)), .init(words(grouping == .outlet ? .outlet : .village), isFlexible: true),
    ]
    columns.append(.init(words(.count), isRightAligned: true))
    columns += Right.allCases.map { .init(String($0.letter), isRightAligned: true) }
    var table = TextTable(columns)
    for group in groups {
      var row: [TextTable.Cell] = [.init(group.key ?? "–", .faint), .init(name(group))]
      row.append(.init(words.figures.number(group.units)))
      row += Right.allCases.map { cell(group[$0]) }
      table.append(row)
    }
    var lines = section(title) + table.lines(width: Self.width, indent: 0, colour: options.usesColour)
    lines += [""] + wrapped(words(.rollUpTextNote), lead: "").map { styled($0, .faint) }
    if omitted > 0 { lines += wrapped(words(.rowsOmitted, words.figures.number(omitted)), lead: "").map { styled($0, .faint) } }
    return lines
  }

  /// The name; nothing where there is only the code, which stands beside it.
  private func name(_ group: RollUp) -> String {
    let title = report.title(group, words)
    return title == group.key ? "" : title
  }

  /// `3`, `3 5?`, `5?`, or `·` when the right is met for all.
  private func cell(_ count: RollUp.Count) -> TextTable.Cell {
    var parts: [String] = []
    if count.violated > 0 { parts.append(words.figures.number(count.violated)) }
    if count.notAssessable > 0 { parts.append(words.figures.number(count.notAssessable) + "?") }
    if parts.isEmpty { return .init("·", .faint) }
    return .init(parts.joined(separator: " "), count.violated > 0 ? .violated : .notAssessable)
  }

  var sums: [String] {
    var lines = section(.sums)
    if report.judgement.sums.lines.isEmpty { return lines + wrapped(words(.noSums), lead: "") }
    for (index, line) in report.judgement.sums.lines.enumerated() {
      let name = report.names.programmes[line.programme].map { " · \($0)" } ?? ""
      if index > 0 { lines.append("") }
      lines.append(styled(DisplayWidth.truncated("\(line.programme) \(line.period)\(name)", to: Self.width), .strong))
      lines += steps(SumsSteps(line))
    }
    return lines + [""] + wrapped(words(.sumsNote), lead: "").map { styled($0, .faint) }
  }

  private func steps(_ steps: SumsSteps) -> [String] {
    var table = TextTable([.init(), .init("", isRightAligned: true), .init(), .init("", isRightAligned: true)])
    for step in steps.all {
      let columns = Int(steps.share(of: step, in: 24))
      table.append([
        .init(words(step.phrase)), .init(words.figures.rupiah(step.amount)),
        .init(String(repeating: "█", count: columns) + String(repeating: "·", count: 24 - columns)),
        .init(step.difference.map { words.figures.signedRupiah($0) } ?? ""),
      ])
    }
    return table.lines(width: Self.width, indent: 2, colour: options.usesColour)
  }

  var reasons: [String] {
    let violated = totals.reasons(.violated)
    let open = totals.reasons(.notAssessable)
    return section(.reasons) + reasons(violated, .reasonsViolated) + [""] + reasons(open, .reasonsOpen)
  }

  private func reasons(_ reasons: [(code: ReasonCode, units: Int)], _ title: Phrase) -> [String] {
    guard !reasons.isEmpty else { return [words(title) + ": " + words(.noReasons).lowercased()] }
    var table = TextTable([
      .init(words(.count), isRightAligned: true), .init(""), .init(words(.code)), .init(words(title), isFlexible: true),
    ])
    for reason in reasons {
      table.append([
        .init(words.figures.number(reason.units)), .init(String(reason.code.right.letter), .strong),
        .init(reason.code.rawValue, .faint), .init(words.label(reason.code)),
      ])
    }
    return table.lines(width: Self.width, indent: 0, colour: options.usesColour)
  }
}
