/// The languages that people are spoken to in. Which one is for the edge to pick: nothing beneath it knows the language of a run.
///
/// Codes, numbers of recipients and entries are the same in every language; only words and the marks inside numbers change.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Indonesian.
  case id
  /// English.
  case en
}
