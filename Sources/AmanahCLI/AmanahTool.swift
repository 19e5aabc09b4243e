import ArgumentParser
import Foundation

/// The command line tool: parses, runs, and ends with an exit status of SPEC 13.
public enum AmanahTool {
  /// Runs the command that `arguments` name (without the program's name) and returns the exit status.
  public static func run(_ arguments: [String]? = nil) async -> Int32 {
    CrashOutput.withhold()
    // A reader who goes away, and a limit on the size of files, are errors to be told, not reasons to die.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var command: any ParsableCommand
    do { command = try AmanahCommand.parseAsRoot(arguments) } catch { return end(error) }
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      try Terminal.finish()
      return 0
    } catch let error as ExitCode {
      return error.rawValue
    } catch {
      // Help is asked for by an error, too, and so are usage mistakes that are found late.
      let code = AmanahCommand.exitCode(for: error)
      if code == .success || code == .validationFailure { return end(error) }
      let failure = CommandFailure(error)
      Terminal.note("amanah: \(failure.message)")
      return failure.status
    }
  }

  private static func end(_ error: any Error) -> Int32 {
    let text = AmanahCommand.fullMessage(for: error)
    guard AmanahCommand.exitCode(for: error) != .success else {
      if !text.isEmpty { Terminal.print(text) }
      return 0
    }
    Terminal.note(text)
    return 2
  }
}
