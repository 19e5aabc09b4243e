/// The language that a report is written in.
///
/// Codes, numbers of recipients and entries are the same in every language; only words and the marks inside numbers change.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Indonesian.
  case id
  /// English.
  case en
}
