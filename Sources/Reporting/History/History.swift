internal import Compliance
public import Language
internal import Vocabulary

/// The history of a recipient, a supplier, an outlet or anything else: what the ledger learned about it, in the order in which it did.
public struct History: Sendable {
  /// What it is the history of, as the reader asked for it.
  public var title: String
  /// Whether the ledger is an exercise; then the history says so.
  public var isExercise: Bool
  public var items: [HistoryItem]
  public var names: Names

  public init(title: String, isExercise: Bool, items: [HistoryItem], names: Names = Names()) {
    self.title = title
    self.isExercise = isExercise
    self.items = items
    self.names = names
  }

  /// Plain text of at most 80 columns: for each event a line with entry, when it happened, when it was recorded and its type, then the
  /// sentence and the author.
  public func text(_ language: Language, usesColour: Bool = false) -> String {
    let words = Words(language)
    var lines = isExercise ? [TextStyle.banner.applied(to: "*** \(words(.exerciseShort)) ***", colour: usesColour)] : []
    lines += WrappedText.lines(title).map { TextStyle.strong.applied(to: $0, colour: usesColour) } + [""]
    if items.isEmpty { lines.append(words(.noHistory)) }
    let heads = headTable(words).lines(width: 80, indent: 0, colour: usesColour)
    let indent = String(repeating: " ", count: 2)
    for (index, item) in items.enumerated() {
      if index == 0 { lines.append(heads[0]) }
      lines.append(heads[index + 1])
      lines += WrappedText.lines(summary(item).sentence(language), lead: indent)
      lines += WrappedText.lines(item.author, lead: indent).map { TextStyle.faint.applied(to: $0, colour: usesColour) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The summary of an event, without the number of a recipient that the title names.
  private func summary(_ item: HistoryItem) -> EventSummary {
    var names = names
    let (known, words) = (names.number, title.split(separator: " "))
    names.number = { id in known(id).flatMap { words.contains(Substring($0.description)) ? nil : $0 } }
    return EventSummary(line: item.line, names: names)
  }

  private func headTable(_ words: Words) -> TextTable {
    var table = TextTable([
      .init(words(.entry), isRightAligned: true), .init(words(.at)), .init(words(.recordedAt)),
      .init(words(.type), isFlexible: true),
    ])
    for item in items {
      let summary = self.summary(item)
      table.append([
        .init(item.reference.description, .faint), .init(summary.at.map { Self.minute($0) } ?? "–"),
        .init(Self.recorded(item.recordedAt), .faint),
        .init(summary.type, .strong),
      ])
    }
    return table
  }

  /// `2026-04-16 09:12` of an RFC 3339 text.
  private static func minute(_ text: String) -> String {
    text.prefix(16).map { $0 == "T" ? " " : String($0) }.joined()
  }

  /// The same of milliseconds since 1970 UTC, on the wall at +07:00.
  private static func recorded(_ time: RecordedTime) -> String {
    time.timestamp(offsetHours: 7).map { minute($0.description) } ?? time.description
  }

  /// JSON: `format` (`amanah/history/v1`), `exercise`, `subject`, and `events`, each with `entry` (`position.place`), `at`, `recordedAt`
  /// (milliseconds since 1970 UTC), `type`, `author`, and the sentence in each language under `id` and `en`.
  public var json: String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "amanah/history/v1")
      $0.member("exercise", isExercise)
      $0.member("subject", title)
      $0.key("events")
      $0.array {
        for item in items {
          let summary = self.summary(item)
          $0.object(inline: true) {
            $0.member("entry", item.reference.description)
            $0.member("at", summary.at)
            $0.member("recordedAt", Int(item.recordedAt.millisecondsSince1970))
            $0.member("type", summary.type)
            $0.member("author", item.author)
            for language in Language.allCases { $0.member(language.rawValue, summary.sentence(language)) }
          }
        }
      }
    }
    json.end()
    return json.drain()
  }
}
