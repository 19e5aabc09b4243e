import ArgumentParser
import Cryptography
import Foundation
import Language

/// The command line tool: parses, runs, and ends with an exit status of SPEC 13.
public enum AmanahTool {
  /// Runs the command that `arguments` name (without the program's name) and returns the exit status.
  public static func run(_ arguments: [String]? = nil) async -> Int32 {
    CrashOutput.withhold()
    // A reader who goes away, and a limit on the size of files, are errors to be told, not reasons to die.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let arguments = arguments ?? Array(CommandLine.arguments.dropFirst())
    let choice = LanguageChoice(arguments: arguments, environment: ProcessInfo.processInfo.environment)
    do { try SodiumCheck.run() } catch { return fail(error, Console(choice.language())) }
    // What the parser says is said before there is a ledger that could name a language.
    return await ParserLanguage.$current.withValue(choice.language()) { await run(arguments, choice) }
  }

  private static func run(_ arguments: [String], _ choice: LanguageChoice) async -> Int32 {
    var command: any ParsableCommand
    do { command = try AmanahCommand.parseAsRoot(arguments) } catch { return end(error, Console(choice.language())) }
    let speaking = command as? any ConsoleCommand
    let console = Console(choice.language(ledger: speaking?.ledgerLanguage))
    do {
      if let speaking {
        try await speaking.run(console)
      } else {
        try command.run()
      }
      try console.finish()
      return 0
    } catch let error as ExitCode {
      return error.rawValue
    } catch {
      // Help is asked for by an error, too, and so are usage mistakes that are found late.
      let code = AmanahCommand.exitCode(for: error)
      if code == .success || code == .validationFailure { return end(error, console) }
      return fail(error, console)
    }
  }

  private static func fail(_ error: any Error, _ console: Console) -> Int32 {
    let failure = CommandFailure(error)
    console.note(Bilingual("amanah: ") + failure.message)
    return failure.status
  }

  private static func end(_ error: any Error, _ console: Console) -> Int32 {
    let text = AmanahCommand.fullMessage(for: error)
    guard AmanahCommand.exitCode(for: error) != .success else {
      if !text.isEmpty { console.print(text) }
      return 0
    }
    console.note(text)
    return 2
  }
}
