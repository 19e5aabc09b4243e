/// The same words in each language. What tells somebody something yields these; the edge, which knows whom it speaks to, picks.
public struct Bilingual: Hashable, Sendable {
  /// Indonesian.
  public let id: String
  /// English.
  public let en: String

  public init(id: String, en: String) {
    self.id = id
    self.en = en
  }

  /// Words that are the same in every language, such as a code.
  public init(_ same: String) { self.init(id: same, en: same) }

  /// The words in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .id: id
    case .en: en
    }
  }

  /// The words of `first`, and right behind them those of `second`, in each language.
  public static func + (first: Bilingual, second: Bilingual) -> Bilingual {
    Bilingual(id: first.id + second.id, en: first.en + second.en)
  }

  /// Puts the words of `second` right behind those of `first`, in each language.
  public static func += (first: inout Bilingual, second: Bilingual) { first = first + second }
}

extension Sequence<Bilingual> {
  /// All of them in each language, with `separator` between them.
  public func joined(separator: String) -> Bilingual {
    Bilingual(id: map(\.id).joined(separator: separator), en: map(\.en).joined(separator: separator))
  }
}

extension DefaultStringInterpolation {
  /// Both languages in one text would be told to nobody in their own. This is here so that writing it does not compile.
  @available(*, deprecated, message: "Interpolate .id and .en each into its language, join with +, or pick with [language].")
  public mutating func appendInterpolation(_ words: Bilingual) { appendLiteral(words.en) }
}
