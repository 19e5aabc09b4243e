import ArgumentParser

/// `--lang`, which every command understands, before its name or behind it. ``Language/current`` reads it, since help needs it too.
struct LanguageOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Bahasa: id atau en.", "Language: id or en."), valueName: "id|en"))
  var lang: String?

  func validate() throws {
    if let lang, lang != "id", lang != "en" { throw ValidationError("--lang: id | en") }
  }
}
