/// The language of messages about lists.
public enum IntakeLanguage: Hashable, Sendable {
  case indonesian
  case english

  /// The text of this language.
  func pick(_ indonesian: String, _ english: String) -> String {
    self == .indonesian ? indonesian : english
  }
}
