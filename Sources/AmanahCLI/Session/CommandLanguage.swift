import Foundation
import Intake
import Reporting

extension Language {
  /// The language of this run: `--lang`, else the locale, else English.
  static let current: Language = {
    let arguments = CommandLine.arguments
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count,
      let chosen = Language(rawValue: arguments[index + 1])
    {
      return chosen
    }
    if let chosen = arguments.lazy.compactMap({ $0.hasPrefix("--lang=") ? Language(rawValue: String($0.dropFirst(7))) : nil })
      .first
    {
      return chosen
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("id") ? .id : .en
  }()

  /// The text of this language.
  func pick(_ indonesian: String, _ english: String) -> String { self == .id ? indonesian : english }

  /// The same language for messages about lists.
  var intake: IntakeLanguage { self == .id ? .indonesian : .english }
}

/// The text in the language of this run.
func say(_ indonesian: String, _ english: String) -> String { Language.current.pick(indonesian, english) }
