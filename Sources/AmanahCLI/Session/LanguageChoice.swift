import Language

/// Which language a run is to speak: what `--lang` says, else the locale, else the ledger, else English.
///
/// Read from the words of the command line as they are, since also help and mistakes in them must be told in a language.
struct LanguageChoice: Equatable {
  /// What the user asked for, on the command line or by a locale that is Indonesian or English.
  let asked: Language?

  /// - Parameter arguments: the words behind the program's name.
  init(arguments: [String], environment: [String: String]) {
    asked = Self.option(arguments) ?? Self.locale(environment)
  }

  /// The language, where the ledger that the command is about names `ledger`.
  func language(ledger: @autoclosure () -> Language? = nil) -> Language { asked ?? ledger() ?? .en }

  /// `--lang`, wherever it stands.
  private static func option(_ arguments: [String]) -> Language? {
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count,
      let chosen = Language(rawValue: arguments[index + 1])
    {
      return chosen
    }
    return arguments.lazy.compactMap { $0.hasPrefix("--lang=") ? Language(rawValue: String($0.dropFirst(7))) : nil }.first
  }

  /// What the first of the variables that is set names, as POSIX has it: `id_ID.UTF-8` is Indonesian, `C` neither.
  private static func locale(_ environment: [String: String]) -> Language? {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return Language(rawValue: String(locale.prefix { !"_.@-".contains($0) }))
  }
}
