/// The same words in each language of a report.
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
}
