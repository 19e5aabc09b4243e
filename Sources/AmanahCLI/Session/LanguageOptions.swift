import ArgumentParser
import Language

/// `--lang`, which every command understands, before its name or behind it. ``LanguageChoice`` reads it, since help needs it too.
struct LanguageOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Bilingual(id: "Bahasa: id atau en.", en: "Language: id or en."), valueName: "id|en"))
  var lang: String?

  func validate() throws {
    if let lang, lang != "id", lang != "en" { throw ValidationError("--lang: id | en") }
  }
}
