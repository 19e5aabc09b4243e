internal import Compliance
import Language
internal import Cryptography
internal import TransparencyLog
internal import Vocabulary

extension TextReport {
  var header: [String] {
    let provenance = report.provenance
    var lines: [String] = []
    if provenance.isExercise { lines += banner + [""] }
    lines.append(styled(words(.reportTitle), .strong))
    lines += WrappedText.lines(provenance.title, width: Self.width)
    let asOf = report.asOf.map { words.figures.instant($0) } ?? String(report.judgement.asOf)
    let size = words(.entriesCount, words.figures.number(provenance.size.rawValue))
    lines += WrappedText.lines("\(provenance.origin) · \(size) · \(words(.asOf).lowercased()) \(asOf)", width: Self.width)
      .map { styled($0, .faint) }
    return lines
  }

  /// Stands at the beginning and the end of a report on an exercise.
  var banner: [String] {
    let lines = WrappedText.lines(words(.exerciseBanner), width: Self.width - 8, lead: "")
    return lines.map { line in
      let padding = String(repeating: " ", count: max(0, Self.width - 8 - DisplayWidth.of(line)))
      return styled("*** \(line)\(padding) ***", .banner)
    }
  }

  var headline: [String] {
    guard totals.units > 0 else { return [""] + wrapped(words(.headlineNone), lead: "") }
    let figures = words.figures
    let share = figures.percent(totals.allMet, of: totals.units)
    let first = words(.headline, figures.number(totals.allMet), figures.number(totals.units)) + " (\(share))."
    let second = words(.headlineViolated, figures.number(totals.violated), figures.number(totals.open))
    return [""] + WrappedText.lines(first, width: Self.width).map { styled($0, .strong) } + wrapped(second, lead: "")
      + wrapped(words(.lookNotAccusation), lead: "").map { styled($0, .faint) }
  }

  var rightsTable: [String] {
    guard let rights = totals.rights else { return [] }
    var table = TextTable([
      .init(), .init(words(.right)), .init(words(.met), isRightAligned: true), .init("", isRightAligned: true),
      .init(words(.violatedShort), isRightAligned: true), .init("", isRightAligned: true),
      .init(words(.notAssessableShort), isRightAligned: true), .init(),
    ])
    for right in Right.allCases {
      let count = rights[right]
      table.append([
        .init(String(right.letter), .strong), .init(words.name(right)), .init(words.figures.number(count.met)),
        .init(words.figures.percent(count.met, of: count.total), .faint),
        .init(words.figures.number(count.violated), count.violated > 0 ? .violated : .faint),
        .init(words.figures.percent(count.violated, of: count.total), .faint),
        .init(words.figures.number(count.notAssessable), .notAssessable), ShareBar(count, columns: 20).cell,
      ])
    }
    let legend = "█ \(words(.met).lowercased())   × \(words(.violated).lowercased())   · \(words(.notAssessable).lowercased())"
    return section(.sixRights) + table.lines(width: Self.width, indent: 0, colour: options.usesColour) + [
      "", styled(legend, .faint),
    ]
  }

  var provenance: [String] {
    let provenance = report.provenance
    var table = TextTable([.init(), .init("", isFlexible: true)])
    table.append([words(.origin), provenance.origin])
    table.append([words(.size), words(.entriesCount, words.figures.number(provenance.size.rawValue))])
    table.append([words(.root), provenance.root.base64])
    table.append([words(.asOf), report.asOf?.description ?? String(report.judgement.asOf)])
    table.append([words(.stateDigest), provenance.stateDigest.base64])
    var lines = section(.provenance) + table.lines(width: Self.width)
    if let command = provenance.verifyCommand { lines += ["", words(.howToVerify) + ":"] + ["  " + PlainText.safe(command)] }
    if let checkpoint = provenance.checkpoint {
      lines +=
        ["", words(.checkpoint) + ":"]
        + checkpoint.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.isEmpty ? "" : "  " + PlainText.safe(String($0))
        }
      while lines.last?.isEmpty == true { lines.removeLast() }
    }
    if provenance.isExercise { lines += [""] + banner }
    return lines
  }
}
