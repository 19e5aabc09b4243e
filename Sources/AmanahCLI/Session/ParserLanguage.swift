import ArgumentParser
import Language

/// The language of what the argument parser says: help, and what is wrong with the words of a command.
///
/// The parser asks types, not values, for these, and takes one text; so there is no other way to tell it. Everything else yields
/// ``Bilingual``, and the ``Console`` picks.
enum ParserLanguage {
  /// Bound by `AmanahTool` for a run.
  @TaskLocal static var current = Language.en
}

extension ArgumentHelp {
  init(_ words: Bilingual, valueName: String? = nil) {
    self.init(words[ParserLanguage.current], valueName: valueName)
  }
}

extension CommandConfiguration {
  init(
    commandName: String, abstract: Bilingual, discussion: Bilingual = Bilingual(""), version: String = "",
    subcommands: [any ParsableCommand.Type] = [], groupedSubcommands: [CommandGroup] = [], aliases: [String] = []
  ) {
    let language = ParserLanguage.current
    self.init(
      commandName: commandName, abstract: abstract[language], discussion: discussion[language], version: version,
      subcommands: subcommands, groupedSubcommands: groupedSubcommands, aliases: aliases)
  }
}

extension CommandGroup {
  init(name: Bilingual, subcommands: [any ParsableCommand.Type]) {
    self.init(name: name[ParserLanguage.current], subcommands: subcommands)
  }
}

extension ValidationError {
  init(_ words: Bilingual) { self.init(words[ParserLanguage.current]) }
}
